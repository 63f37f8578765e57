import { Banner, Button, LinkButton, formatDuration } from '@thiso/kit'
import { useProblemText } from '../../../../lib/problem'
import type { PublicRoundData } from '../../../../lib/shapes'
import { attemptNow } from '../../clock/attempt-clock'
import { useAhead } from '../../hooks/use-ahead'
import { useStart } from '../../hooks/use-start'
import { useAttemptTexts } from '../../texts/use-attempt-texts'
import { HeldDialog } from './held-dialog'

interface StartActionProps {
  round: PublicRoundData
  attemptNo: number
  lastAttemptId: string | null
  /** Extra time of the person. */
  extraPercent: number
  onRefused: () => void
}

/** The button that starts the clock, and what it does said beside it. */
export function StartAction({ round, attemptNo, lastAttemptId, extraPercent, onRefused }: StartActionProps) {
  const t = useAttemptTexts()
  const sentence = useProblemText()
  const { starting, start, takeOver, stop } = useStart(round.id, round.rules.protection.safeBrowser, onRefused)
  useAhead(() => import('../../pages/paper-page'))
  const isTrying = starting.name === 'trying'
  const limitMs = round.timeLimitS * 10 * (100 + extraPercent)
  const untilCloseMs = Date.parse(round.closesAt) - attemptNow()
  const consequence =
    untilCloseMs < limitMs
      ? t('round.consequenceShort', { time: formatDuration(Math.floor(untilCloseMs / 60_000) * 60_000) })
      : t('round.consequence', { time: formatDuration(limitMs) })
  return (
    <>
      {starting.name === 'failed' && (
        <Banner tone="bad" live="assertive">
          {sentence(starting.error)}
        </Banner>
      )}
      {isTrying && starting.why && (
        <Banner
          tone="warn"
          live="polite"
          action={
            <Button size="small" variant="quiet" onClick={stop}>
              {t('round.stopTrying')}
            </Button>
          }
        >
          {t(`round.${starting.why}`)}
        </Banner>
      )}
      {round.rules.protection.safeBrowser && starting.name !== 'failed' && !/ SEB\//.test(navigator.userAgent) && (
        <Banner tone="warn">{t('round.safeBrowser')}</Banner>
      )}
      <p className="at-consequence" id="he-qua">
        {consequence} {t('round.notice')}
      </p>
      <Button
        variant="primary"
        size="large"
        block
        busy={isTrying}
        busyLabel={t('round.starting')}
        aria-describedby="he-qua"
        onClick={() => void start()}
      >
        {attemptNo > 1 ? t('round.startAgain', { no: attemptNo }) : t('round.start')}
      </Button>
      {lastAttemptId && (
        <LinkButton variant="quiet" block to={`/ket-qua/${lastAttemptId}`}>
          {t('round.seeResult')}
        </LinkButton>
      )}
      {starting.name === 'held' && (
        <HeldDialog
          open
          isBusy={starting.isBusy}
          error={starting.error}
          onConfirm={() => void takeOver(starting.attemptId)}
          onCancel={stop}
        />
      )}
    </>
  )
}
