import { useQuery } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { Badge, Card, CopyButton, ErrorState, formatDate, formatDateTime, Page, Skeleton, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { Link, useParams } from 'react-router'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { useComplaintTexts } from '../texts/use-complaint-texts'
import './complaints.css'

type Draw = ApiOutput<'draw'>
type Named = 'commitment' | 'listRoot' | 'entry' | 'randomness' | 'secret' | 'seed'

/** A draw among equals: what is fixed, what is awaited, and how to repeat it. */
export default function DrawPage() {
  const { roundId = '' } = useParams()
  const t = useComplaintTexts()
  const localized = useLocalized()
  const sentence = useProblemText()
  const query = useQuery({
    queryKey: ['draw', roundId],
    queryFn: ({ signal }) => call('draw', { params: { roundId }, signal }),
  })
  const draw = query.data
  return (
    <Page
      title={t('draw.title')}
      tabTitle={draw ? t('draw.tabTitle', { name: localized(draw.name) }) : t('draw.title')}
      lead={t('draw.lead')}
    >
      {query.isPending && <Skeleton height={420} />}
      {query.isError && !draw && (
        <ErrorState busy={query.isFetching} onRetry={() => void query.refetch()}>
          {sentence(query.error)}
        </ErrorState>
      )}
      {draw && (
        <Stack gap={5}>
          <p>
            {localized(draw.name)} · <Link to={`/dot/${roundId}`}>{t('draw.toRound')}</Link>
          </p>
          <Steps draw={draw} />
          <Card title={t('draw.how')}>
            <ol className="draw-steps">
              {(['how1', 'how2', 'how3', 'how4', 'how5', 'how6'] as const).map((step) => (
                <li key={step}>{t(`draw.${step}`)}</li>
              ))}
            </ol>
          </Card>
        </Stack>
      )}
    </Page>
  )
}

function Steps({ draw }: { draw: Draw }) {
  const t = useComplaintTexts()
  const { source, committedAt, namedAt, drawnAt } = draw
  const value = (name: Named) => draw[name] !== null && <Value name={t(`draw.name.${name}`)} value={draw[name]} />
  return (
    <Card
      title={t('draw.steps')}
      actions={<Badge tone={draw.state === 'drawn' ? 'good' : 'blue'}>{t(`draw.state.${draw.state}`)}</Badge>}
    >
      <ol className="draw-steps">
        <li>
          <strong>{t('draw.one')}</strong>
          <p>{draw.commitment ? t('draw.oneText') : t('draw.noCommitment')}</p>
          {committedAt && (
            <p className="ts-quiet-text ts-small">{t('draw.committedAt', { at: formatDateTime(committedAt) })}</p>
          )}
          {value('commitment')}
          <Value name={t('draw.name.scope')} value={draw.scopeId} />
        </li>
        <li>
          <strong>{t('draw.two')}</strong>
          {namedAt ? (
            <>
              <p>{t('draw.twoText', { count: draw.listCount ?? 0 })}</p>
              {source && (
                <p>
                  {source.kind === 'beacon'
                    ? t('draw.beacon', { round: source.round, at: formatDateTime(source.dueAt, true) })
                    : t('draw.lottery', { name: source.name, day: formatDate(source.day) })}
                </p>
              )}
              <p className="ts-quiet-text ts-small">{t('draw.committedAt', { at: formatDateTime(namedAt) })}</p>
              {value('listRoot')}
              {draw.hasList ? (
                <p>
                  <a href={`/api/rounds/${draw.scopeId}/draw/list.txt`} download>
                    {t('draw.list')}
                  </a>
                </p>
              ) : (
                <p className="ts-quiet-text">{t('draw.listLater')}</p>
              )}
            </>
          ) : (
            <p>{t('draw.twoLater')}</p>
          )}
        </li>
        <li>
          <strong>{t('draw.three')}</strong>
          <p>{t(draw.entry ? 'draw.threeText' : 'draw.threeWaits')}</p>
          {value('entry')}
          {value('randomness')}
        </li>
        <li>
          <strong>{t('draw.four')}</strong>
          {drawnAt ? (
            <p className="ts-quiet-text ts-small">{t('draw.committedAt', { at: formatDateTime(drawnAt) })}</p>
          ) : (
            <p>{t('draw.fourLater')}</p>
          )}
          {value('secret')}
          {value('seed')}
        </li>
      </ol>
    </Card>
  )
}

function Value({ name, value }: { name: string; value: string | null }) {
  if (value === null) return null
  return (
    <div>
      <span className="ts-quiet-text ts-small">{name}</span>
      <code className="draw-value">{value}</code>
      <CopyButton text={value} size="small" variant="quiet" />
    </div>
  )
}
