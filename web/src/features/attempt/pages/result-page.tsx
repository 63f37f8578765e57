import { Card, ErrorState, Skeleton, formatDateTime } from '@thiso/kit'
import { useRef } from 'react'
import { useLocation, useParams } from 'react-router'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import '../result.css'
import { FactsCard } from '../components/result/facts-card'
import { NextSteps } from '../components/result/next-steps'
import { NotYet } from '../components/result/not-yet'
import { ReviewList } from '../components/result/review-list'
import { ScoreCard } from '../components/result/score-card'
import { TopicsCard } from '../components/result/topics-card'
import { useArrival } from '../hooks/use-arrival'
import { isNotYet, resultKey, useResult } from '../hooks/use-result'
import { useRoundChanges } from '../hooks/use-round-changes'
import { useAttemptTexts } from '../texts/use-attempt-texts'

export default function ResultPage() {
  const t = useAttemptTexts()
  const attemptId = useParams()['attemptId']!
  const { state } = useLocation() as { state: { uncounted?: readonly number[] } | null }
  const words = useLocalized()
  const sentence = useProblemText()
  const { data, error, isFetching, refetch } = useResult(attemptId)
  useRoundChanges(data?.round.id, resultKey)
  const heading = useRef<HTMLHeadingElement>(null)
  // From the paper one comes out of another frame, which does not see to the focus.
  useArrival(heading, data !== undefined && state?.uncounted !== undefined)

  if (!data) {
    if (isNotYet(error)) return <NotYet attemptId={attemptId} />
    if (error) {
      return (
        <div className="ts-page ts-page-narrow">
          <ErrorState onRetry={() => void refetch()} busy={isFetching}>
            {sentence(error)}
          </ErrorState>
        </div>
      )
    }
    return (
      <div className="ts-page" aria-busy="true">
        <Skeleton height={160} />
        <br />
        <Skeleton lines={8} />
      </div>
    )
  }
  return (
    <div className="ts-page at-result">
      <title>{`${t('result.tab')} · Thi Số`}</title>
      <ScoreCard
        result={data}
        roundName={words(data.round.name)}
        headingRef={heading}
        uncounted={state?.uncounted ?? []}
        onVisible={() => void refetch()}
      />
      <NextSteps round={data.round} attemptId={attemptId} />
      <FactsCard result={data} />
      {data.topics && data.topics.length > 0 && <TopicsCard topics={data.topics} />}
      {data.review ? (
        <section className="at-review-all" aria-labelledby="tung-cau">
          <h2 id="tung-cau">{t('result.reviewTitle')}</h2>
          {data.held && (
            <p className="ts-quiet-text">
              {t('result.held', { count: data.held.itemCount, time: formatDateTime(data.held.until) })}
            </p>
          )}
          {data.review.length > 0 && <ReviewList attemptId={attemptId} review={data.review} />}
        </section>
      ) : (
        <Card tone="sunken" title={t('result.reviewTitle')}>
          <p>
            {data.resultVisibleAt === null
              ? t('result.reviewPublished')
              : t('result.reviewLater', {
                  time: formatDateTime(later(data.resultVisibleAt, data.round.closesAt)),
                })}
          </p>
        </Card>
      )}
    </div>
  )
}

/** The keys come when no answer of anybody can count any more, which is a little after the closing. */
const later = (one: string, other: string) => (Date.parse(one) > Date.parse(other) ? one : other)
