import { Card, CopyButton, formatDateTime, formatDuration, formatNumber, formatShare } from '@thiso/kit'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { ResultData } from '../../hooks/use-result'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

export function FactsCard({ result }: { result: ResultData }) {
  const t = useAttemptTexts()
  const { receipt, standing, score, round, final } = result
  const rank = standing && formatNumber(standing.rank)
  return (
    <Card title={t('result.facts')}>
      <dl className="at-facts">
        {score && result.isRanked && !result.unrankedReason && (
          <Fact
            name={t(final ? 'result.rankFinal' : round.state === 'closed' ? 'result.rankProvisional' : 'result.rank')}
            isBig
          >
            {standing?.isTied ? t('result.rankTied', { rank: rank! }) : (rank ?? t('result.rankPending'))}
          </Fact>
        )}
        {score && (
          <Fact name={t('result.right')}>
            {t('result.rightOf', { right: score.rightCount, total: receipt.itemCount })}
          </Fact>
        )}
        {score && score.bonus > 0 && (
          <Fact name={t('result.bonus')}>{t('result.bonusText', { points: formatNumber(score.bonus) })}</Fact>
        )}
        {score && score.penalty > 0 && (
          <Fact name={t('result.penalty')}>{t('result.penaltyText', { points: formatNumber(score.penalty) })}</Fact>
        )}
        {result.prediction !== null && <Fact name={t('result.prediction')}>{formatNumber(result.prediction)}</Fact>}
        <Fact name={t('result.timeUsed')}>{formatDuration(result.timeUsedS * 1000)}</Fact>
        {result.extraPercent > 0 && (
          <Fact name={t('result.extra')}>
            {t('result.extraText', { percent: `+${formatShare(result.extraPercent / 100)}` })}
          </Fact>
        )}
        {result.creditMs > 0 && <Fact name={t('result.credit')}>{formatDuration(result.creditMs)}</Fact>}
        <Fact name={t('result.answered')}>
          {t('result.answeredOf', { answered: receipt.answeredCount, total: receipt.itemCount })}
        </Fact>
        <Fact name={t('result.submittedAt')}>{formatDateTime(receipt.submittedAt, true)}</Fact>
      </dl>
      {final && (
        <p className="ts-quiet-text">
          {t('result.official', { number: final.number, time: formatDateTime(final.publishedAt) })}
        </p>
      )}
      {score && score.pointsAtEnd !== null && (
        <p className="ts-quiet-text">{t('result.pointsAtEnd', { points: formatNumber(score.pointsAtEnd) })}</p>
      )}
      {score && result.isRanked && result.isCounted === false && (
        <p className="ts-quiet-text">{t('result.notCounted')}</p>
      )}
      <div className="at-receipt">
        <div>
          <p className="at-receipt-name">{t('result.receipt')}</p>
          <p className="at-receipt-code">{receipt.receiptCode}</p>
        </div>
        <CopyButton size="small" text={receipt.receiptCode} label={t('result.copyReceipt')} />
        <p className="ts-quiet-text ts-small">
          {t('result.receiptHint')}{' '}
          <Link to={`/ket-qua/${receipt.attemptId}/bien-nhan`}>{t('result.proofReceipt')}</Link>
        </p>
      </div>
    </Card>
  )
}

function Fact({ name, isBig, children }: { name: string; isBig?: boolean; children: ReactNode }) {
  return (
    <div data-big={isBig || undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
