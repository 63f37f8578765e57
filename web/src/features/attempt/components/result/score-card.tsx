import { Banner, Countdown, Icon, formatDateTime, formatNumber } from '@thiso/kit'
import { serverNow } from '@thiso/kit/api/server-clock'
import CircleCheck from 'lucide-react/icons/circle-check'
import type { RefObject } from 'react'
import type { ResultData } from '../../hooks/use-result'
import { useAttemptTexts } from '../../texts/use-attempt-texts'
import { verdictOf } from './verdict'

interface ScoreCardProps {
  result: ResultData
  roundName: string
  /** Positions whose last choice came too late. */
  uncounted: readonly number[]
  headingRef: RefObject<HTMLHeadingElement | null>
  onVisible: () => void
}

/** One big number and a sentence; or, while it is hidden, when it will come. */
export function ScoreCard({ result, roundName, uncounted, headingRef, onVisible }: ScoreCardProps) {
  const t = useAttemptTexts()
  const { score, receipt } = result
  const verdict = verdictOf(score?.points ?? 0, score?.maxPoints ?? 0)
  return (
    <section className="at-score">
      <p className="at-score-round">{t('result.attempt', { round: roundName, no: result.attemptNo })}</p>
      {score ? (
        <>
          <h1 className="at-score-line" ref={headingRef} tabIndex={-1}>
            <span className="ts-hidden">{t('result.yourScore')}: </span>
            <span className="at-score-number">{formatNumber(score.points)}</span>{' '}
            <span className="at-score-max">{t('result.outOf', { max: formatNumber(score.maxPoints) })}</span>
          </h1>
          <p className="at-score-verdict">
            {t(`result.${verdict}`)}
            {(verdict === 'fair' || verdict === 'weak') &&
              ` ${t(result.topics ? 'result.studyBelow' : 'result.studyLater')}`}
          </p>
        </>
      ) : (
        <>
          <h1 className="at-score-done" ref={headingRef} tabIndex={-1}>
            <Icon of={CircleCheck} size={32} />
            {t('result.submitted')}
          </h1>
          <p className="at-score-verdict">
            {result.resultVisibleAt
              ? t('result.hidden', { time: formatDateTime(result.resultVisibleAt) })
              : t('result.hiddenUntilPublished')}
          </p>
          {result.resultVisibleAt && (
            <div className="at-score-wait">
              <p className="ts-quiet-text ts-small">{t('result.hiddenIn')}</p>
              <Countdown target={Date.parse(result.resultVisibleAt)} serverNow={serverNow} onEnd={onVisible} />
            </div>
          )}
        </>
      )}
      {receipt.submitKind === 'at_deadline' && <Banner>{t('result.atDeadline')}</Banner>}
      {!result.isRanked && <Banner tone="warn">{t('result.notRanked')}</Banner>}
      {(result.unrankedReason === 'excluded' || result.unrankedReason === 'barred') && (
        <Banner tone="warn">{t(`result.unranked.${result.unrankedReason}`)}</Banner>
      )}
      {uncounted.length > 0 && (
        <Banner tone="warn">{t('result.uncounted', { count: uncounted.length, list: uncounted.join(', ') })}</Banner>
      )}
    </section>
  )
}
