import { useLocale } from '@thiso/kit'
import { ApiError } from '@thiso/kit/api/client'
import { type FieldKey, fieldAt, gapsOf } from '../draft/draft-gaps'
import type { Draft } from '../draft/item-draft'
import { useItemsText } from '../hooks/use-items-text'

/**
 * What is wrong with each field: our own "still missing" once saving was tried, and what the API said of the text as it was sent.
 * `others` is what the API said of anything that has no field of its own here.
 */
export function useFieldErrors(draft: Draft, isChecked: boolean, error: unknown, sent: Draft | null) {
  const t = useItemsText()
  const [locale] = useLocale()
  const found = new Map<FieldKey, string>()
  const others: string[] = []
  if (error instanceof ApiError && sent) {
    for (const field of error.problem.fields ?? []) {
      const at = fieldAt(field.path, sent)
      if (!at) others.push(field.messages[locale])
      else if (!found.has(at)) found.set(at, field.messages[locale])
    }
  }
  const gaps = gapsOf(draft)
  if (isChecked) for (const { field, word } of gaps) found.set(field, t(`gap.${word}`))
  return { gaps, others, errorOf: (field: FieldKey) => found.get(field) }
}
