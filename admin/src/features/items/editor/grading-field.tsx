import { type Grading, GRADINGS_OF } from '@thiso/contracts/vocab'
import { RadioGroup } from '@thiso/kit'
import { useBankWords } from '../../../lib/item-bank/use-words'
import { type GradedType, gradingOf, isGraded } from '../draft/draft-body'
import { useItemsText } from '../hooks/use-items-text'
import type { FieldsProps } from './fields'

/** How several parts become points, each way with its formula in a sentence. */
export function GradingField({ draft, change }: FieldsProps) {
  const t = useItemsText()
  const words = useBankWords()
  if (!isGraded(draft.type)) return null
  const type: GradedType = draft.type
  const hint = (grading: Grading) =>
    grading === 'partial' ? words(`gradingHint.partial-${type}`) : words(`gradingHint.${grading}`)
  return (
    <RadioGroup<Grading>
      id="item-grading"
      label={t('editor.grading')}
      look="cards"
      options={GRADINGS_OF[type].map((grading) => ({
        value: grading,
        label: words(`grading.${grading}`),
        hint: hint(grading),
      }))}
      value={gradingOf(draft) ?? ''}
      onChange={(grading) => change({ gradings: { ...draft.gradings, [type]: grading } })}
    />
  )
}
