/** What a file of a paper is; of one code or of all. */
export type FileKind =
  | 'code-pdf'
  | 'code-docx'
  | 'all-pdf'
  | 'sheet-pdf'
  | 'key-pdf'
  | 'key-docx'
  | 'key-xlsx'
  | 'master-docx'

export interface PaperFileName {
  kind: FileKind
  /** '' for files of all codes. */
  code: string
  name: string
  label: { vi: string; en: string }
}

/** PP-6: the files of a paper; no others are made. */
export function filesOf(codes: readonly string[]): PaperFileName[] {
  return [
    ...codes.flatMap((code): PaperFileName[] => [
      { kind: 'code-pdf', code, name: `de-${code}.pdf`, label: { vi: `Đề ${code} (PDF)`, en: `Paper ${code} (PDF)` } },
      {
        kind: 'code-docx',
        code,
        name: `de-${code}.docx`,
        label: { vi: `Đề ${code} (Word)`, en: `Paper ${code} (Word)` },
      },
    ]),
    { kind: 'all-pdf', code: '', name: 'de-tat-ca.pdf', label: { vi: 'Tất cả mã đề (PDF)', en: 'All papers (PDF)' } },
    {
      kind: 'sheet-pdf',
      code: '',
      name: 'phieu-tra-loi.pdf',
      label: { vi: 'Phiếu trả lời (PDF)', en: 'Answer sheet (PDF)' },
    },
    { kind: 'key-pdf', code: '', name: 'dap-an.pdf', label: { vi: 'Đáp án (PDF)', en: 'Keys (PDF)' } },
    { kind: 'key-docx', code: '', name: 'dap-an.docx', label: { vi: 'Đáp án (Word)', en: 'Keys (Word)' } },
    { kind: 'key-xlsx', code: '', name: 'dap-an.xlsx', label: { vi: 'Đáp án (Excel)', en: 'Keys (Excel)' } },
    {
      kind: 'master-docx',
      code: '',
      name: 'de-goc.docx',
      label: { vi: 'Đề gốc có lời giải (Word)', en: 'Master copy with explanations (Word)' },
    },
  ]
}

/** Does a file of that kind show keys? Then reading it leaves a trace (IB-4). */
export function showsKeys(kind: FileKind): boolean {
  return kind === 'key-pdf' || kind === 'key-docx' || kind === 'key-xlsx' || kind === 'master-docx'
}

const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]/gu

/** The name under which a file is kept: its own and the paper's title, without what file systems refuse. */
export function keptName({ name, label }: PaperFileName, title: string): string {
  const extension = name.slice(name.lastIndexOf('.'))
  const what = label.vi.replace(/ \([^)]*\)$/, '')
  const clean = `${what} – ${title}`.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim()
  return `${[...clean].slice(0, 120).join('').trim()}${extension}`
}
