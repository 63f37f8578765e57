import { ApiError } from '@thiso/kit/api/client'
import { useLocale } from '@thiso/kit'
import { type FieldKey, fieldAt, gapsOf, type ItemDraft } from '../item-draft'
import { useItemsText } from './use-items-text'

const gapText = (field: FieldKey) =>
  field.startsWith('option:') ? 'option' : field.startsWith('source:') ? 'source' : field

/**
 * What is wrong with each field: our own "still missing" once saving was tried, and what the API said of the text as
 * it was sent; an edit of that field since then takes the API's remark away with the next save only.
 */
export function useFieldErrors(draft: ItemDraft, isChecked: boolean, error: unknown, sent: ItemDraft | null) {
  const t = useItemsText()
  const [locale] = useLocale()
  const found = new Map<FieldKey, string>()
  if (error instanceof ApiError && sent) {
    for (const field of error.problem.fields ?? []) {
      const at = fieldAt(field.path, sent)
      if (at && !found.has(at)) found.set(at, field.messages[locale])
    }
  }
  const gaps = gapsOf(draft)
  if (isChecked) for (const gap of gaps) found.set(gap, t(`gap.${gapText(gap)}` as 'gap.stem'))
  return { gaps, errorOf: (field: FieldKey) => found.get(field) }
}
