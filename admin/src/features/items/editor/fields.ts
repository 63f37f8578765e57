import type { FieldKey } from '../draft/draft-gaps'
import type { Draft, Line } from '../draft/item-draft'

/** What every group of the editor's fields is given. */
export interface FieldsProps {
  draft: Draft
  change: (changes: Partial<Draft>) => void
  errorOf: (field: FieldKey) => string | undefined
}

/** The lines with one of them changed. */
export const withLine = (lines: readonly Line[], id: string, changes: Partial<Line>): Line[] =>
  lines.map((line) => (line.id === id ? { ...line, ...changes } : line))
