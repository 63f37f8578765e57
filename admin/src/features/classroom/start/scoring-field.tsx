import { LESSON_SCORINGS } from '@thiso/contracts/vocab'
import { RadioGroup } from '@thiso/kit'
import { isHostPaced, type StartDraft } from './start-draft'
import { useStartText } from './use-start-text'

/** Each way with what it rewards. */
export function ScoringField({
  settings,
  onChange,
}: {
  settings: StartDraft['settings']
  onChange: (part: Partial<StartDraft['settings']>) => void
}) {
  const t = useStartText()
  return (
    <RadioGroup
      className="start-list"
      look="cards"
      label={t('start.scoring')}
      hint={isHostPaced(settings.mode) ? undefined : t('start.ownPacedScore')}
      options={LESSON_SCORINGS.map((value) => ({
        value,
        label: t(`start.score.${value}`),
        hint: t(`start.scoreText.${value}`),
      }))}
      value={settings.scoring}
      onChange={(scoring) => onChange({ scoring })}
    />
  )
}
