import { Card, Stack, Textarea } from '@thiso/kit'
import { useItemsText } from '../hooks/use-items-text'
import { ClassificationFields } from './classification-fields'
import type { FieldsProps } from './fields'
import { OptionFields } from './option-fields'
import { SourceFields } from './source-fields'
import { ValidityFields } from './validity-fields'

export function ItemFields(props: FieldsProps) {
  const { draft, change, errorOf } = props
  const t = useItemsText()
  return (
    <Stack>
      <ClassificationFields {...props} />
      <Card>
        <Stack gap={6}>
          <Textarea
            id="item-stem"
            label={t('editor.stem')}
            hint={t('editor.stemHint')}
            required
            rows={3}
            maxLength={2000}
            count={draft.stem.length > 1500}
            value={draft.stem}
            onChange={(stem) => change({ stem })}
            error={errorOf('stem')}
          />
          <OptionFields {...props} />
        </Stack>
      </Card>
      <Card>
        <Stack gap={6}>
          <Textarea
            id="item-explanation"
            label={t('editor.explanation')}
            hint={t('editor.explanationHint')}
            optional
            rows={3}
            maxLength={2000}
            count={draft.explanation.length > 1500}
            value={draft.explanation}
            onChange={(explanation) => change({ explanation })}
            error={errorOf('explanation')}
          />
          <SourceFields {...props} />
          <ValidityFields {...props} />
        </Stack>
      </Card>
    </Stack>
  )
}
