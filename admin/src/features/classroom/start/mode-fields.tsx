import { LESSON_MODES, TEAM_SUMS } from '@thiso/contracts/vocab'
import { DateTimeInput, NumberInput, RadioGroup, Select, Stack } from '@thiso/kit'
import { serverNow } from '@thiso/kit/api/server-clock'
import { MOST_MINUTES, type StartDraft } from './start-draft'
import { useStartText } from './use-start-text'

const TALKS = [0, 10, 20, 30, 45, 60, 90, 120]

interface ModeFieldsProps {
  draft: StartDraft
  isMinutesWrong: boolean
  isDeadlineWrong: boolean
  onSettings: (part: Partial<StartDraft['settings']>) => void
  onChange: (part: Partial<Pick<StartDraft, 'raceMinutes' | 'deadline'>>) => void
}

/** How it is played, with what that way asks for. */
export function ModeFields({ draft, isMinutesWrong, isDeadlineWrong, onSettings, onChange }: ModeFieldsProps) {
  const t = useStartText()
  const { mode, teams, bell } = draft.settings
  return (
    <Stack gap={5}>
      <RadioGroup
        className="start-cards"
        look="cards"
        label={t('start.mode')}
        options={LESSON_MODES.map((value) => ({ value, label: t(`mode.${value}`), hint: t(`modeText.${value}`) }))}
        value={mode}
        onChange={(next) => onSettings({ mode: next })}
      />
      {mode === 'teams' && (
        <>
          <NumberInput
            className="start-number"
            label={t('start.teamCount')}
            stepper
            min={2}
            max={12}
            value={teams.count}
            onChange={(count) => count !== null && onSettings({ teams: { ...teams, count } })}
          />
          <RadioGroup
            label={t('start.teamSum')}
            options={TEAM_SUMS.map((value) => ({
              value,
              label: t(`start.sum.${value}`),
              hint: t(`start.sumText.${value}`),
            }))}
            value={teams.sum}
            onChange={(sum) => onSettings({ teams: { ...teams, sum } })}
          />
        </>
      )}
      {mode === 'team-device' && (
        <Select
          className="start-number"
          label={t('start.talk')}
          options={TALKS.map((s) => ({
            value: String(s),
            label: s === 0 ? t('start.noWait') : t('start.seconds', { s }),
          }))}
          value={String(teams.talkS)}
          onChange={(talkS) => onSettings({ teams: { ...teams, talkS: Number(talkS) } })}
        />
      )}
      {mode === 'bell' && (
        <div className="start-pair">
          <NumberInput
            label={t('start.floor')}
            hint={t('start.floorHint')}
            suffix={t('start.people')}
            min={0}
            max={500}
            value={bell.floorSize}
            onChange={(floorSize) => floorSize !== null && onSettings({ bell: { ...bell, floorSize } })}
          />
          <NumberInput
            label={t('start.rescue')}
            hint={t('start.rescueHint')}
            suffix={t('start.people')}
            min={0}
            max={100}
            value={bell.rescueBelow}
            onChange={(rescueBelow) => rescueBelow !== null && onSettings({ bell: { ...bell, rescueBelow } })}
          />
        </div>
      )}
      {mode === 'race' && (
        <NumberInput
          className="start-number"
          label={t('start.minutes')}
          hint={t('start.minutesHint')}
          suffix={t('start.minutesUnit')}
          min={1}
          max={MOST_MINUTES}
          required
          value={draft.raceMinutes}
          onChange={(raceMinutes) => onChange({ raceMinutes })}
          error={isMinutesWrong ? t('start.minutesWrong') : undefined}
        />
      )}
      {mode === 'homework' && (
        <DateTimeInput
          className="start-number"
          label={t('start.until')}
          hint={t('start.untilHint')}
          required
          min={new Date(serverNow()).toISOString()}
          value={draft.deadline}
          onChange={(deadline) => onChange({ deadline })}
          error={isDeadlineWrong ? t('start.untilMissing') : undefined}
        />
      )}
    </Stack>
  )
}
