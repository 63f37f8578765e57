import { RadioGroup } from '@thiso/kit'
import { PRESETS, type Preset, presetIn, type StartDraft } from './start-draft'
import { useStartText } from './use-start-text'

/** Three usual ways; none is marked once the teacher has changed something. */
export function PresetField({
  settings,
  onChange,
}: {
  settings: StartDraft['settings']
  onChange: (preset: Preset) => void
}) {
  const t = useStartText()
  return (
    <RadioGroup<Preset>
      className="start-cards"
      look="cards"
      label={t('start.preset')}
      hint={t('start.presetHint')}
      options={PRESETS.map((value) => ({
        value,
        label: t(`start.presets.${value}`),
        hint: t(`start.presetText.${value}`),
      }))}
      value={presetIn(settings) ?? ''}
      onChange={onChange}
    />
  )
}
