import { useQuery } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import {
  Badge,
  Button,
  Card,
  ErrorState,
  formatNumber,
  formatDuration,
  formatTime,
  Row,
  Select,
  Skeleton,
  Stack,
  Table,
} from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { Link } from 'react-router'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { type CaseFile, oneIn } from '../case-queries'
import { useCaseText } from '../use-case-text'
import { FavourList } from './evidence-card'

type Papers = ApiOutput<'casePapers'>
type Place = Papers['places'][number]

/** The paper, beside that of another one, with what chance would give and what speaks for the person. Every look is noted. */
export function PapersCard({ file }: { file: CaseFile }) {
  const t = useCaseText()
  const problemText = useProblemText()
  const [attemptId, setAttempt] = useState(file.attempts[0]?.attemptId ?? '')
  const [otherId, setOther] = useState(file.companions[0]?.attemptId ?? '')
  const query = useQuery({
    queryKey: ['cases', 'papers', file.id, attemptId, otherId],
    queryFn: ({ signal }) =>
      call('casePapers', {
        params: { caseId: file.id },
        query: { attemptId, ...(otherId ? { with: otherId } : {}) },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  const other = file.companions.find((each) => each.attemptId === otherId)
  const papers = query.data
  return (
    <>
      <Card title={t('papers.title')}>
        <Stack gap={4}>
          <Row gap={3} align="end">
            {file.attempts.length > 1 && (
              <Select
                label={t('attempt')}
                options={file.attempts.map((each) => ({ value: each.attemptId, label: `${each.attemptNo}` }))}
                value={attemptId}
                onChange={setAttempt}
              />
            )}
            {file.companions.length > 0 && (
              <Select
                label={t('papers.beside')}
                options={[
                  ...file.companions.map(({ attemptId: value, label, name, unitName: unit }) => ({
                    value,
                    label: t('papers.person', { label, name, unit }),
                  })),
                  { value: '', label: t('papers.alone') },
                ]}
                value={otherId}
                onChange={setOther}
              />
            )}
            {other?.caseId && <Link to={`/vu-viec/${other.caseId}`}>{t('papers.otherCase')}</Link>}
          </Row>
          {query.isPending && <Skeleton height={320} />}
          {query.error && <ErrorState onRetry={() => void query.refetch()}>{problemText(query.error)}</ErrorState>}
          {papers?.chance && (
            <div>
              <p>
                {t('papers.chance', {
                  expected: formatNumber(papers.chance.expected, { maximumFractionDigits: 1 }),
                  shared: papers.chance.shared,
                  matches: papers.chance.matches,
                  wrong: papers.chance.sameWrong,
                  one: oneIn(papers.chance.p),
                })}
              </p>
              <p className="ts-quiet-text ts-small">
                {t('papers.counted', { papers: formatNumber(papers.chance.papers) })}
              </p>
            </div>
          )}
          {papers && <PlacesTable places={papers.places} label={other?.label ?? null} />}
          {papers && <Timeline moments={papers.timeline} />}
        </Stack>
      </Card>
      <Card title={t('favour.title')}>
        <FavourList of={papers?.inFavour ?? file.inFavour} />
      </Card>
    </>
  )
}

function PlacesTable({ places, label }: { places: readonly Place[]; label: string | null }) {
  const t = useCaseText()
  const [isWhole, setWhole] = useState(false)
  const shared = places.filter(({ mark }) => mark !== 'not-shared')
  const hidden = label === null ? 0 : places.length - shared.length
  const localized = useLocalized()
  const right = (isRight: boolean) => (
    <span className="ts-quiet-text"> ({t(isRight ? 'papers.right' : 'papers.wrong')})</span>
  )
  return (
    <Stack gap={2}>
      <Table<Place>
        caption={t('papers.table')}
        narrow="cards"
        dense
        rows={label === null || isWhole ? places : shared}
        rowKey={({ position }) => String(position)}
        rowTone={({ mark }) => (mark === 'same-wrong' ? 'mine' : undefined)}
        columns={[
          { id: 'place', header: t('papers.place'), rowHeader: true, cell: ({ position }) => position },
          { id: 'stem', header: t('papers.stem'), cell: ({ stem }) => localized(stem) },
          {
            id: 'own',
            header: t('papers.own'),
            cell: ({ own, isRight }) =>
              own === null ? (
                t('papers.blank')
              ) : (
                <span>
                  {own}
                  {right(isRight)}
                </span>
              ),
          },
          ...(label === null
            ? []
            : [
                {
                  id: 'other',
                  header: t('papers.other', { label }),
                  cell: ({ other, mark }: Place) => (mark === 'not-shared' ? '–' : (other ?? t('papers.blank'))),
                },
                {
                  id: 'mark',
                  header: t('papers.compared'),
                  cell: ({ mark, share }: Place) => (
                    <span>
                      {mark === 'same-wrong' ? (
                        <Badge tone="sun">{t('papers.mark.same-wrong')}</Badge>
                      ) : (
                        t(`papers.mark.${mark}`)
                      )}
                      {mark === 'same-wrong' && share !== null && (
                        <span className="ts-quiet-text ts-small">
                          {' '}
                          {t('papers.share', { share: formatNumber(share, { style: 'percent' }) })}
                        </span>
                      )}
                    </span>
                  ),
                },
              ]),
        ]}
      />
      {hidden > 0 && (
        <div>
          <Button variant="quiet" onClick={() => setWhole(!isWhole)}>
            {isWhole ? t('papers.showShared') : t('papers.showAll', { count: hidden })}
          </Button>
        </div>
      )}
    </Stack>
  )
}

function Timeline({ moments }: { moments: Papers['timeline'] }) {
  const t = useCaseText()
  const [isShown, setShown] = useState(false)
  if (!isShown)
    return (
      <div>
        <Button variant="quiet" onClick={() => setShown(true)}>
          {t('timeline.show')}
        </Button>
      </div>
    )
  return (
    <section aria-label={t('timeline.title')}>
      <h3>{t('timeline.title')}</h3>
      <ol className="case-timeline">
        {moments.map(({ at, kind, position, durationMs }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: moments never move, and two may be equal
          <li key={index}>
            <time dateTime={at}>{formatTime(at, true)}</time>{' '}
            {t(`timeline.kind.${kind}` as 'timeline.kind.started', { position: position ?? '' })}
            {durationMs !== null && (
              <span className="ts-quiet-text"> {t('timeline.for', { time: formatDuration(durationMs) })}</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
