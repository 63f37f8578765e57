import { Banner, formatDuration } from '@thiso/kit'
import { useProblemText } from '../../../../lib/problem'
import type { PaperData } from '../../session/calls'
import type { Snapshot } from '../../session/snapshot'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

/** What the person has to know about the clock and about a refused submission, above the paper. */
export function PaperNotes({ paper, snapshot }: { paper: PaperData; snapshot: Snapshot }) {
  const t = useAttemptTexts()
  const sentence = useProblemText()
  const { pausedAt, creditMs } = paper.attempt
  const { submitError, openError, missed } = snapshot
  if (!pausedAt && creditMs === 0 && submitError === null && openError === null && missed === null) return null
  return (
    <div className="at-notes">
      {pausedAt && (
        <Banner tone="warn" live="polite">
          {t('paper.paused')}
        </Banner>
      )}
      {creditMs > 0 && !pausedAt && (
        <Banner live="polite">{t('paper.credit', { time: formatDuration(creditMs) })}</Banner>
      )}
      {submitError !== null && (
        <Banner tone="bad" live="assertive">
          {sentence(submitError)}
        </Banner>
      )}
      {openError !== null && (
        <Banner tone="warn" live="assertive">
          {sentence(openError)}
        </Banner>
      )}
      {missed !== null && (
        <Banner tone="warn" live="polite">
          {t('oneWay.missed', { position: missed })}
        </Banner>
      )}
    </div>
  )
}
