import type { PrintedPaper } from './paper-draft'

export type PaperFile = PrintedPaper['files'][number]

export interface FileGroups {
  /** The files of each code, in the order of the codes. */
  byCode: { code: string; files: PaperFile[] }[]
  /** For everybody in the room: all codes in one file, the answer sheet. */
  forAll: PaperFile[]
  /** With keys: reading them is logged. */
  withKeys: PaperFile[]
}

/** The files of a paper, sorted by who gets them. The names are those of the API. */
export function groupFiles({ codes, files }: PrintedPaper): FileGroups {
  const codeOf = (file: PaperFile) => /^de-(\d{3})\.\w+$/.exec(file.name)?.[1]
  const hasKeys = (file: PaperFile) => /^(dap-an|de-goc)\./.test(file.name)
  return {
    byCode: codes.map((code) => ({ code, files: files.filter((file) => codeOf(file) === code) })),
    forAll: files.filter((file) => codeOf(file) === undefined && !hasKeys(file)),
    withKeys: files.filter(hasKeys),
  }
}

/** "PDF", "Word" or "Excel", for a button that stands where the rest is clear. */
export function formatOf({ name }: PaperFile): string {
  const extension = name.slice(name.lastIndexOf('.') + 1)
  return { pdf: 'PDF', docx: 'Word', xlsx: 'Excel' }[extension] ?? extension.toUpperCase()
}
