import { NAME_RULES } from '@thiso/contracts/vocab'
import { RadioGroup } from '@thiso/kit'
import type { StartDraft } from './start-draft'
import { useStartText } from './use-start-text'

interface NameFieldsProps {
  settings: StartDraft['settings']
  hasRoster: boolean
  onChange: (part: Partial<StartDraft['settings']>) => void
}

export function NameFields({ settings, hasRoster, onChange }: NameFieldsProps) {
  const t = useStartText()
  return (
    <RadioGroup
      className="start-cards"
      look="cards"
      label={t('start.names')}
      options={NAME_RULES.map((value) => {
        const isOff = value === 'roster' && !hasRoster
        return {
          value,
          label: t(`start.name.${value}`),
          hint: isOff ? t('start.rosterOff') : t(`start.nameText.${value}`),
          disabled: isOff,
        }
      })}
      value={settings.names}
      onChange={(names) => onChange({ names })}
    />
  )
}
