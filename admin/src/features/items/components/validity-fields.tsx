import { DateInput } from '@thiso/kit'
import { useItemsText } from '../hooks/use-items-text'
import type { FieldsProps } from './fields'

export function ValidityFields({ draft, change, errorOf }: FieldsProps) {
  const t = useItemsText()
  return (
    <fieldset className="ts-field">
      <legend className="ts-field-label">{t('editor.validity')}</legend>
      <div className="ts-field-hint">{t('editor.validityHint')}</div>
      <div className="items-validity">
        <DateInput
          label={t('editor.validFrom')}
          value={draft.validFrom ?? ''}
          onChange={(day) => change({ validFrom: day || null })}
        />
        <DateInput
          label={t('editor.validTo')}
          value={draft.validTo ?? ''}
          onChange={(day) => change({ validTo: day || null })}
          error={errorOf('validTo')}
        />
      </div>
    </fieldset>
  )
}
