import { useQuery } from '@tanstack/react-query'
import { TOPICS } from '@thiso/contracts/vocab'
import { Banner, LinkButton, Page, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useParams, useSearchParams } from 'react-router'
import { useCommon } from '../../../lib/common'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { setQuery } from '../classroom-queries'
import { bandOf } from './bands'
import { draftOf, placeOf } from './set-draft'
import { SetEditor } from './set-editor'
import './sets.css'
import { useSetsText } from './use-sets-text'

/** How many items a ready set has. */
const READY = 10

export default function SetPage() {
  const { setId } = useParams()
  const [search] = useSearchParams()
  if (setId) return <KnownSet key={setId} setId={setId} />
  const grade = Number(search.get('khoi'))
  // Asked for by a topic and a level: the items are there at once.
  if (grade >= 1 && grade <= 12) return <ReadySet grade={grade} topic={search.get('chu-de') ?? ''} />
  return <SetEditor initial={{ title: '', places: [] }} setId={null} />
}

function KnownSet({ setId }: { setId: string }) {
  const t = useSetsText()
  const query = useQuery(setQuery(setId))
  const up = { to: '/bo-cau-hoi', name: t('title') }
  if (!query.data)
    return <PageWait title={t('one')} up={up} height={560} error={query.error} onRetry={() => void query.refetch()} />
  return <SetEditor initial={draftOf(query.data)} setId={setId} />
}

function ReadySet({ grade, topic }: { grade: number; topic: string }) {
  const t = useSetsText()
  const common = useCommon()
  const known = TOPICS.find((each) => each === topic)
  const suggested = useQuery({
    queryKey: ['ready-set', grade, known ?? ''],
    queryFn: ({ signal }) =>
      call('suggestPlaces', { body: { topics: known ? [known] : [], grade, count: READY }, signal, timeoutMs: 30_000 }),
    // The same choice again another time is another set; while it is open it stays.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const up = { to: '/bo-cau-hoi', name: t('title') }
  if (!suggested.data)
    return (
      <PageWait
        title={t('ready.wait')}
        up={up}
        height={560}
        error={suggested.error}
        onRetry={() => void suggested.refetch()}
      />
    )
  if (suggested.data.places.length === 0)
    return (
      <Page tabTitle={t('ready.title')} width="wide">
        <PageHead title={t('ready.title')} up={up} />
        <Stack gap={4}>
          <Banner
            tone="warn"
            action={
              <LinkButton size="small" to="/bo-cau-hoi">
                {t('title')}
              </LinkButton>
            }
          >
            {t('ready.none')}
          </Banner>
        </Stack>
      </Page>
    )
  const title = t('ready.name', {
    topic: known ? common(`topic.${known}`) : t('ready.mixed'),
    band: t(`ready.band.${bandOf(grade)}`),
  })
  return <SetEditor initial={{ title, places: suggested.data.places.map(placeOf) }} setId={null} />
}
