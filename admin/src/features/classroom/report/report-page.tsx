import { useQuery } from '@tanstack/react-query'
import { Badge, EmptyState, formatDateTime, LinkButton, Page, Stack, Tabs } from '@thiso/kit'
import Presentation from 'lucide-react/icons/presentation'
import { useParams, useSearchParams } from 'react-router'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { DataCard } from './data-card'
import { headlineOf, type Report } from './figures'
import { ItemsPart } from './items-part'
import { ReportFiles } from './report-files'
import { reportQuery } from './report-query'
import { SeatsPart } from './seats-part'
import { StandingsPart } from './standings-part'
import { Summary } from './summary'
import { TellsSoFar } from './tells-so-far'
import { useReportText } from './use-report-text'
import './report.css'

const PARTS = { items: 'cau', seats: 'ban', standings: 'bang' } as const
type Part = keyof typeof PARTS
/** Which part is open stands in the address, so that it can be bookmarked and survives a reload. */
const PART_PARAM = 'xem'

export default function ReportPage() {
  const t = useReportText()
  const { lessonId = '' } = useParams()
  const query = useQuery(reportQuery(lessonId))
  const report = query.data
  if (!report) {
    return (
      <PageWait
        title={t('title')}
        up={{ to: '/buoi-choi', name: t('lessons') }}
        height={420}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    )
  }
  return <Found report={report} />
}

function Found({ report }: { report: Report }) {
  const t = useReportText()
  const { lesson, settings, seats } = report
  const state = lesson.phase === 'ended' || lesson.phase === 'lobby' ? lesson.phase : 'running'
  const head = headlineOf(report)
  const words = {
    name: lesson.className,
    mode: t(`mode.${lesson.mode}`),
    scoring: t(`scoring.${settings.scoring}`),
    when: formatDateTime(lesson.createdAt),
  }
  return (
    <Page tabTitle={`${t('title')}: ${lesson.title}`} width="wide">
      <PageHead
        title={lesson.title}
        up={{ to: '/buoi-choi', name: t('lessons') }}
        badge={
          <>
            <Badge tone={state === 'running' ? 'sun' : 'neutral'} dot={state === 'running'}>
              {t(`state.${state}`)}
            </Badge>
            {lesson.isCarriedIn && <Badge tone="blue">{t('carriedIn')}</Badge>}
          </>
        }
        lead={t(lesson.className ? 'leadOfClass' : 'lead', words)}
        actions={
          state === 'ended' ? (
            seats.length > 0 && <ReportFiles lessonId={lesson.id} />
          ) : (
            <LinkButton variant="primary" icon={Presentation} to={`/man-hinh/${lesson.id}`}>
              {t('openScreen')}
            </LinkButton>
          )
        }
      />
      <Stack gap={6}>
        <TellsSoFar report={report} head={head} />
        {state === 'ended' && seats.length === 0 && <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
        {state !== 'lobby' && seats.length > 0 && (
          <>
            <Summary report={report} head={head} />
            <Parts report={report} />
          </>
        )}
        <DataCard lesson={lesson} seatCount={seats.length} />
      </Stack>
    </Page>
  )
}

function Parts({ report }: { report: Report }) {
  const t = useReportText()
  const [search, setSearch] = useSearchParams()
  const { mode } = report.lesson
  const hasStandings = mode === 'teams' || mode === 'bell'
  const ids: Part[] = hasStandings ? ['items', 'standings', 'seats'] : ['items', 'seats']
  const part = ids.find((id) => PARTS[id] === search.get(PART_PARAM)) ?? 'items'
  const words: Record<Part, string> = {
    items: t('tabs.items'),
    seats: t(mode === 'team-device' ? 'tabs.seatsOfTeams' : 'tabs.seats'),
    standings: t(mode === 'bell' ? 'tabs.floor' : 'tabs.standings'),
  }
  return (
    <Tabs
      label={t('tabs.label')}
      tabs={ids.map((id) => ({ id, label: words[id] }))}
      value={part}
      onChange={(id) => setSearch({ [PART_PARAM]: PARTS[id] }, { replace: true, preventScrollReset: true })}
    >
      {part === 'items' && <ItemsPart report={report} />}
      {part === 'seats' && <SeatsPart report={report} />}
      {part === 'standings' && <StandingsPart report={report} />}
    </Tabs>
  )
}
