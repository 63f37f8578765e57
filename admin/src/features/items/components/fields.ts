import type { FieldKey, ItemDraft } from '../item-draft'

/** What every group of the editor's fields is given. */
export interface FieldsProps {
  draft: ItemDraft
  change: (changes: Partial<ItemDraft>) => void
  errorOf: (field: FieldKey) => string | undefined
}
