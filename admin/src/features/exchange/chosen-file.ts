/** What keeps a chosen file from being sent; the server looks at everything else. */
export type FileProblem = 'tooLarge' | 'empty' | 'oldOffice'

const MEGABYTES_MAX = 20

export function problemOf(file: Pick<File, 'name' | 'size'>): FileProblem | null {
  if (file.size === 0) return 'empty'
  if (file.size > MEGABYTES_MAX * 1024 * 1024) return 'tooLarge'
  return /\.(doc|xls|dot|xlt)$/i.test(file.name) ? 'oldOffice' : null
}

/** Ways to write items as text; each is read as a file of its format. */
export const TEXT_KINDS = ['docx', 'gift', 'aiken'] as const
export type TextKind = (typeof TEXT_KINDS)[number]

/** The way that a pasted text seems to be written in; people may say otherwise. */
export function kindOf(text: string): TextKind {
  if (/(^|[^\\])\{[^{}]*[=~#][^{}]*\}/.test(text) || /^::[^\n]+::/m.test(text)) return 'gift'
  if (/^ANSWER:\s*[A-Z]\s*$/m.test(text)) return 'aiken'
  return 'docx'
}
