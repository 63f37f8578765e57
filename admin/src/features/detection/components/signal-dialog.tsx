import { useQuery } from '@tanstack/react-query'
import {
  Badge,
  Button,
  Dialog,
  ErrorState,
  formatDateTime,
  formatNumber,
  formatShare,
  Skeleton,
  Table,
} from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useProblemText } from '../../../lib/problem'
import { onceIn } from '../figures'
import { useSignalsText } from '../use-signals-text'
import { ChanceLine } from './chance-line'
import { SignalFacts } from './signal-facts'

/** One signal: what it says, what it does not say, and about whom. Opening it is written down. */
export function SignalDialog({ signalId, onClose }: { signalId: string | null; onClose: () => void }) {
  const t = useSignalsText()
  const problemText = useProblemText()
  const query = useQuery({
    queryKey: ['signals', signalId],
    queryFn: ({ signal }) => call('signal', { params: { signalId: signalId ?? '' }, signal }),
    enabled: signalId !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const found = signalId === null ? undefined : query.data
  return (
    <Dialog
      open={signalId !== null}
      onClose={onClose}
      size="large"
      title={found ? t('signal.title', { family: t(`family.${found.signal.family}`) }) : t('title')}
      actions={<Button onClick={onClose}>{t('signal.close')}</Button>}
    >
      {found ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
        <section className="detection-reading" aria-label={t('title')} tabIndex={0}>
          <p>{t(`meaning.${found.signal.family}`)}</p>
          <section>
            <h3>{t('facts.title')}</h3>
            <SignalFacts signal={found.signal} />
          </section>
          <section>
            <h3>{t('chance.title')}</h3>
            <p>
              <ChanceLine signal={found.signal} />
            </p>
            {found.signal.adjustedP !== null && (
              <p>{t('chance.adjusted', { count: formatNumber(onceIn(Math.min(1, found.signal.adjustedP)).count) })}</p>
            )}
            {found.signal.falseAlarmRate !== null && (
              <p>{t('chance.rate', { rate: formatShare(found.signal.falseAlarmRate, 2) })}</p>
            )}
          </section>
          <section>
            <h3>{t('isNot.title')}</h3>
            <p>{t(`isNot.${found.signal.family}`)}</p>
          </section>
          {found.people.length > 0 && (
            <Table
              caption={t('signal.people')}
              rows={found.people}
              rowKey={({ attemptId }) => attemptId}
              dense
              columns={[
                {
                  id: 'person',
                  header: t('signal.person'),
                  rowHeader: true,
                  cell: (person) => (
                    <span className="detection-item">
                      {person.fullName}{' '}
                      <span className="ts-quiet-text">({t('signal.attemptNo', { no: person.attemptNo })})</span>
                      {person.unitName && <span className="ts-quiet-text detection-unit">{person.unitName}</span>}
                    </span>
                  ),
                },
                {
                  id: 'started',
                  header: t('signal.started'),
                  cell: (person) => formatDateTime(person.startedAt, true),
                },
                {
                  id: 'points',
                  header: t('signal.score'),
                  numeric: true,
                  cell: (person) => `${formatNumber(person.points)}/${formatNumber(person.maxPoints)}`,
                },
                {
                  id: 'families',
                  header: t('signal.families'),
                  cell: (person) => (
                    <span className="detection-badges">
                      {person.families.map((family) => (
                        <Badge key={family}>{t(`family.${family}`)}</Badge>
                      ))}
                    </span>
                  ),
                },
              ]}
            />
          )}
          {found.others.length > 0 && <p>{t('signal.others', { count: found.others.length })}</p>}
          <p className="ts-quiet-text">{t('signal.logged')}</p>
        </section>
      ) : query.error ? (
        <ErrorState onRetry={() => void query.refetch()} busy={query.isFetching}>
          {problemText(query.error)}
        </ErrorState>
      ) : (
        <Skeleton height={320} />
      )}
    </Dialog>
  )
}
