import { useQuery } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import {
  Card,
  EmptyState,
  ErrorState,
  formatDateTime,
  formatDuration,
  formatNumber,
  LinkButton,
  Page,
  Skeleton,
  Stack,
} from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useParams } from 'react-router'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { useOwnLogTexts } from '../texts/use-own-log-texts'
import './own-log.css'

type OwnLog = ApiOutput<'ownLog'>
type LoggedEvent = OwnLog['events'][number]

/** PE-6: everything that is kept about how the own attempt was taken. */
export default function OwnLogPage() {
  const { attemptId = '' } = useParams()
  const t = useOwnLogTexts()
  const sentence = useProblemText()
  const query = useQuery({
    queryKey: ['own-log', attemptId],
    queryFn: ({ signal }) => call('ownLog', { params: { attemptId }, signal }),
  })
  return (
    <Page title={t('title')} lead={t('lead')} width="narrow">
      <Stack gap={5}>
        {query.isPending && <Skeleton height={320} />}
        {query.isError && !query.data && (
          <ErrorState busy={query.isFetching} onRetry={() => void query.refetch()}>
            {sentence(query.error)}
          </ErrorState>
        )}
        {query.data && <Log log={query.data} />}
        <div>
          <LinkButton variant="quiet" to={`/ket-qua/${attemptId}`}>
            {t('toResult')}
          </LinkButton>
        </div>
      </Stack>
    </Page>
  )
}

function Log({ log }: { log: OwnLog }) {
  const t = useOwnLogTexts()
  const words = useLocalized()
  return (
    <>
      <Card title={t('round', { round: words(log.roundName), no: log.attemptNo })}>
        <dl className="own-log-facts">
          <Fact name={t('startedAt')}>{formatDateTime(log.startedAt, true)}</Fact>
          {log.submittedAt && <Fact name={t('submittedAt')}>{formatDateTime(log.submittedAt, true)}</Fact>}
          {log.network && <Fact name={t('network')}>{log.network}</Fact>}
          <Fact name={t('answers')}>{formatNumber(log.answers.length)}</Fact>
          {log.notice && <Fact name={t('notice')}>{t('noticeText', { version: log.notice.version })}</Fact>}
        </dl>
        {!log.notice && <p>{t('noticeNone')}</p>}
      </Card>
      {log.events.length === 0 ? (
        log.notice && <EmptyState title={t('nothing')}>{t('nothingText')}</EmptyState>
      ) : (
        <section aria-labelledby="theo-thoi-gian">
          <h2 id="theo-thoi-gian">{t('timeline')}</h2>
          <ol className="own-log-events">
            {log.events.map((event, no) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is read once and never changes
              <Line key={no} event={event} />
            ))}
          </ol>
          {log.deleteAfter && (
            <p className="ts-quiet-text">{t('deleteAfter', { at: formatDateTime(log.deleteAfter) })}</p>
          )}
        </section>
      )}
      <p className="ts-quiet-text">{t('questions')}</p>
    </>
  )
}

function Line({ event }: { event: LoggedEvent }) {
  const t = useOwnLogTexts()
  const { at, position, lateMs } = event
  return (
    <li>
      <time dateTime={at}>{formatDateTime(at, true)}</time>
      <span>
        {useEventSentence()(event)}
        {position !== null && ` · ${position === 0 ? t('prediction') : t('place', { position })}`}
        {lateMs !== null && <small className="ts-quiet-text"> ({t('late', { time: formatDuration(lateMs) })})</small>}
      </span>
    </li>
  )
}

function useEventSentence() {
  const t = useOwnLogTexts()
  // Less than a second is still a moment away.
  const lasted = (ms: number | null) => formatDuration(Math.max(1_000, ms ?? 0))
  return ({ kind, durationMs, length, percent, network, offsetMs }: LoggedEvent): string => {
    switch (kind) {
      case 'returned':
      case 'focused':
        return t(`kind.${kind}`, { time: lasted(durationMs) })
      case 'pasted':
      case 'copied':
        return t(`kind.${kind}`, { count: formatNumber(length ?? 0) })
      case 'resized':
        return t((percent ?? 0) > 100 ? 'kind.grown' : 'kind.resized', { percent: formatNumber(percent ?? 0) })
      case 'network-changed':
        return t('kind.network-changed', { network: network ?? '' })
      case 'clock-offset':
        return t((offsetMs ?? 0) > 0 ? 'kind.ahead' : 'kind.behind', { time: lasted(Math.abs(offsetMs ?? 0)) })
      default:
        return t(`kind.${kind}`)
    }
  }
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
