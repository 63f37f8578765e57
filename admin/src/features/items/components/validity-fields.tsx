import { DateInput } from '@thiso/kit'
import { useItemsText } from '../hooks/use-items-text'
import type { FieldsProps } from './fields'

export function ValidityFields({ draft, change, errorOf }: FieldsProps) {
  const t = useItemsText()
  return (
    <div className="items-validity">
      <div>
        <h3 className="items-subhead">{t('editor.validity')}</h3>
        <p className="ts-field-hint">{t('editor.validityHint')}</p>
      </div>
      <DateInput
        label={t('editor.validFrom')}
        optional
        value={draft.validFrom ?? ''}
        onChange={(day) => change({ validFrom: day || null })}
      />
      <DateInput
        label={t('editor.validTo')}
        optional
        value={draft.validTo ?? ''}
        onChange={(day) => change({ validTo: day || null })}
        error={errorOf('validTo')}
      />
    </div>
  )
}
