import type { ApiOutput } from '@thiso/contracts'
import { Badge, formatDateTime, formatDuration, formatNumber, LinkButton } from '@thiso/kit'
import { useLocalized } from '../../../lib/localized'
import { useMeTexts } from '../texts/use-me-texts'

type Attempt = ApiOutput<'myAttempts'>['attempts'][number]

export function AttemptCard({ attempt }: { attempt: Attempt }) {
  const t = useMeTexts()
  const localized = useLocalized()
  const isRunning = attempt.state === 'in_progress'
  const action = t(isRunning ? 'attempts.resume' : 'attempts.result')
  const round = localized(attempt.round.name)
  return (
    <li className="ts-card me-attempt">
      <div className="me-attempt-what">
        <h2>{round}</h2>
        <p className="ts-quiet-text ts-small">{localized(attempt.contestTitle)}</p>
        <p className="ts-number">
          {t('attempts.attempt', { no: attempt.attemptNo })}.{' '}
          {attempt.submittedAt
            ? t('attempts.submitted', { at: formatDateTime(attempt.submittedAt) })
            : t('attempts.started', { at: formatDateTime(attempt.startedAt) })}
          {attempt.timeUsedS !== null && `, ${t('attempts.time', { time: formatDuration(attempt.timeUsedS * 1000) })}`}
        </p>
        <div className="me-attempt-badges">
          {isRunning && (
            <Badge tone="sun" dot>
              {t('attempts.running')}
            </Badge>
          )}
          {attempt.isCounted && <Badge tone="good">{t('attempts.counted')}</Badge>}
        </div>
      </div>
      {attempt.score && (
        <p className="me-attempt-score">
          {t('attempts.score', {
            points: formatNumber(attempt.score.points),
            max: formatNumber(attempt.score.maxPoints),
          })}
        </p>
      )}
      {!isRunning && !attempt.score && (
        <p className="ts-quiet-text">{t('attempts.scoreLater', { at: formatDateTime(attempt.round.closesAt) })}</p>
      )}
      <LinkButton
        variant={isRunning ? 'primary' : 'secondary'}
        to={isRunning ? `/bai/${attempt.attemptId}` : `/ket-qua/${attempt.attemptId}`}
        aria-label={t('attempts.open', { action, round, no: attempt.attemptNo })}
      >
        {action}
      </LinkButton>
    </li>
  )
}
