import {
  EmptyState,
  ErrorState,
  LinkButton,
  Page,
  Skeleton,
  Stack,
  VisuallyHidden,
  formatDate,
  useLocale,
} from '@thiso/kit'
import { serverNow } from '@thiso/kit/api/server-clock'
import Plus from 'lucide-react/icons/plus'
import { useProblemText } from '../../../lib/problem'
import { RoundNumbers } from '../components/round-numbers'
import { SeasonList } from '../components/season-list'
import { TodoList } from '../components/todo-list'
import { useSeason } from '../hooks/use-season'
import { useToday } from '../hooks/use-today'
import { useTodos } from '../hooks/use-todos'
import { useOverviewText } from '../use-overview-text'

export default function OverviewPage() {
  const t = useOverviewText()
  const [locale] = useLocale()
  const problemText = useProblemText()
  const { contests, views, isPending, isPartial, error, refetch } = useSeason()
  const todos = useTodos(contests, views)
  const today = useToday(views, todos.length)

  if (error) {
    return (
      <Page width="wide" tabTitle={t('tab')}>
        <VisuallyHidden as="h1">{t('tab')}</VisuallyHidden>
        <ErrorState onRetry={refetch}>{problemText(error)}</ErrorState>
      </Page>
    )
  }
  if (isPending) {
    return (
      <Page width="wide" tabTitle={t('tab')}>
        <Stack gap={6}>
          <Skeleton height={40} width="70%" />
          <Skeleton height={180} />
          <Skeleton height={320} />
        </Stack>
      </Page>
    )
  }
  if (contests.length === 0) {
    return (
      <Page width="wide" tabTitle={t('tab')}>
        <VisuallyHidden as="h1">{t('tab')}</VisuallyHidden>
        <EmptyState
          title={t('empty.title')}
          action={
            <LinkButton to="/cuoc-thi/moi" variant="primary" icon={Plus}>
              {t('empty.create')}
            </LinkButton>
          }
        >
          {t('empty.text')}
        </EmptyState>
      </Page>
    )
  }
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'Asia/Ho_Chi_Minh' }).format(serverNow())
  const readings = views.flatMap((view) => (view.reading ? [view.reading] : []))
  return (
    <Page
      width="wide"
      tabTitle={t('tab')}
      title={today}
      lead={`${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}, ${formatDate(serverNow())}`}
    >
      <Stack gap={6}>
        <TodoList todos={todos} isPartial={isPartial} namesContest={contests.length > 1} />
        {readings.map((reading) => (
          <RoundNumbers key={reading.round.id} reading={reading} />
        ))}
        <SeasonList contests={contests} views={views} />
      </Stack>
    </Page>
  )
}
