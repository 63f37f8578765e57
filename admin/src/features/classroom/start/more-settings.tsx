import { BOARD_MOMENTS, LATE_RULES } from '@thiso/contracts/vocab'
import { Checkbox, RadioGroup, Select, Stack } from '@thiso/kit'
import { isHostPaced, type StartDraft } from './start-draft'
import { useStartText } from './use-start-text'

const LEADS = [0, 2, 3, 5, 8, 10, 15]

interface MoreSettingsProps {
  settings: StartDraft['settings']
  /** The set is divided into sections. */
  hasSections: boolean
  isMuted: boolean
  onMuted: (isMuted: boolean) => void
  onChange: (part: Partial<StartDraft['settings']>) => void
}

/** What most lessons leave as it is, folded away, with what is set in one line. */
export function MoreSettings({ settings, hasSections, isMuted, onMuted, onChange }: MoreSettingsProps) {
  const t = useStartText()
  const { mode, board, late, leadS, revealsItself, locksWhenAllAnswered, reactions } = settings
  const isPaced = isHostPaced(mode)
  const now = [
    ...(isPaced ? [t(`start.boardAt.${board}`), t(`start.lateRule.${late}`), t('start.now.lead', { s: leadS })] : []),
    t(reactions ? 'start.now.reactions' : 'start.now.noReactions'),
  ]
  return (
    <details className="start-more">
      <summary>
        <span className="start-more-title">{t('start.more')}</span>
        <span className="start-more-now">{now.join(' · ')}</span>
      </summary>
      <Stack gap={5} className="start-more-fields">
        {isPaced && (
          <>
            <RadioGroup
              label={t('start.board')}
              options={BOARD_MOMENTS.map((value) => ({
                value,
                label: t(`start.boardAt.${value}`),
                ...(value === 'section' && !hasSections ? { hint: t('start.boardNoSections') } : {}),
              }))}
              value={board}
              onChange={(next) => onChange({ board: next })}
            />
            <RadioGroup
              label={t('start.late')}
              options={LATE_RULES.map((value) => ({ value, label: t(`start.lateRule.${value}`) }))}
              value={late}
              onChange={(next) => onChange({ late: next })}
            />
            <Select
              className="start-number"
              label={t('start.leadS')}
              hint={t('start.leadHint')}
              options={LEADS.map((s) => ({
                value: String(s),
                label: s === 0 ? t('start.noWait') : t('start.seconds', { s }),
              }))}
              value={String(leadS)}
              onChange={(next) => onChange({ leadS: Number(next) })}
            />
            <Checkbox
              label={t('start.revealsItself')}
              checked={revealsItself}
              onChange={(next) => onChange({ revealsItself: next })}
            />
            <Checkbox
              label={t('start.locksWhenAllAnswered')}
              checked={locksWhenAllAnswered}
              onChange={(next) => onChange({ locksWhenAllAnswered: next })}
            />
          </>
        )}
        <Checkbox label={t('start.reactions')} checked={reactions} onChange={(next) => onChange({ reactions: next })} />
        <Checkbox
          label={t('start.music')}
          hint={t('start.musicHint')}
          checked={!isMuted}
          onChange={(next) => onMuted(!next)}
        />
      </Stack>
    </details>
  )
}
