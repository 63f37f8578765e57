import { ITEM_TYPES, type ItemType } from '@thiso/contracts/vocab'
import { Select } from '@thiso/kit'
import type { ComponentType } from 'react'
import { useBankWords } from '../../../lib/item-bank/use-words'
import { RichField } from '../../../lib/rich/rich-field'
import type { Draft } from '../draft/item-draft'
import { switchType } from '../draft/switch-type'
import { useItemsText } from '../hooks/use-items-text'
import { ChoiceFields } from './choice-fields'
import type { FieldsProps } from './fields'
import { GradingField } from './grading-field'
import { MatchingFields } from './matching-fields'
import { OrderingFields } from './ordering-fields'
import { StatementFields } from './statement-fields'
import { AcceptedFields, NumberFields, VerdictField } from './typed-fields'

const FIELDS: Record<ItemType, ComponentType<FieldsProps>> = {
  'single-choice': ChoiceFields,
  'multiple-choice': ChoiceFields,
  'true-false': VerdictField,
  'true-false-group': StatementFields,
  'short-text': AcceptedFields,
  number: NumberFields,
  ordering: OrderingFields,
  matching: MatchingFields,
}

interface BodyFieldsProps extends FieldsProps {
  replace: (next: (now: Draft) => Draft) => void
}

/** The item itself: type, stem, its parts with the key, how it is graded, and why the key is right. */
export function BodyFields({ replace, ...props }: BodyFieldsProps) {
  const { draft, change, errorOf } = props
  const t = useItemsText()
  const words = useBankWords()
  const Fields = FIELDS[draft.type]
  return (
    <>
      <Select<ItemType>
        label={t('editor.type')}
        hint={words(`typeHint.${draft.type}`)}
        options={ITEM_TYPES.map((type) => ({ value: type, label: words(`type.${type}`) }))}
        value={draft.type}
        onChange={(type) => replace((now) => switchType(now, type))}
      />
      <RichField
        id="item-stem"
        label={t('editor.stem')}
        hint={t('editor.stemHint')}
        required
        lang="vi"
        shape="blocks"
        value={draft.stem}
        onChange={(stem) => change({ stem })}
        error={errorOf('stem')}
      />
      <Fields {...props} />
      <GradingField {...props} />
      <RichField
        id="item-explanation"
        label={t('editor.explanation')}
        hint={t('editor.explanationHint')}
        lang="vi"
        shape="blocks"
        value={draft.explanation}
        onChange={(explanation) => change({ explanation })}
        error={errorOf('explanation')}
      />
    </>
  )
}
