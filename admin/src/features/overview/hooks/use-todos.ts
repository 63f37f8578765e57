import { formatDateTime, formatNumber } from '@thiso/kit'
import { serverNow } from '@thiso/kit/api/server-clock'
import type { ContestRow } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { type NextStep, nextStep, STEP_PAGES } from '../../../lib/next-step'
import { useOverviewText } from '../use-overview-text'
import type { RoundView } from './use-season'

export interface Todo {
  id: string
  /** Contestants are hurt by it now, or will be soon. */
  isUrgent: boolean
  text: string
  /** Which contest, where there is more than one. */
  contest: string
  to: string
  act: string
}

/** Steps after a round has closed that wait for an organizer. */
const CLOSED_STEPS = ['close', 'rulings', 'draw', 'publishResults', 'complaints'] as const satisfies NextStep[]

const DAY_MS = 86_400_000
const QUARTER_MS = 15 * 60_000

/** What waits for a decision, the urgent first; every line leads to the page where it is decided. */
export function useTodos(contests: readonly ContestRow[], views: readonly RoundView[]): Todo[] {
  const t = useOverviewText()
  const localized = useLocalized()
  const now = serverNow()
  const todos: Todo[] = []

  for (const contest of contests) {
    const own = views.filter((view) => view.contest.id === contest.id)
    const shared = { contest: localized(contest.title), to: `/cuoc-thi/${contest.id}` }
    const live = own.find(({ round }) => round.state === 'open') ?? own.find(({ round }) => round.state === 'scheduled')
    if (!contest.isPublished && live) {
      todos.push({
        ...shared,
        id: `hidden-${contest.id}`,
        isUrgent: live.round.state === 'open' || Date.parse(live.round.opensAt) - now < 3 * DAY_MS,
        text: t('todo.contestHidden', { round: localized(live.round.name) }),
        act: t('todo.publishContest'),
      })
    }
    if (contest.roundCount === 0) {
      todos.push({
        ...shared,
        id: `empty-${contest.id}`,
        isUrgent: false,
        text: t('todo.contestEmpty', { contest: localized(contest.title) }),
        to: `/cuoc-thi/${contest.id}/dot/moi`,
        act: t('todo.addRound'),
      })
    }
  }

  for (const { contest, round, check, results } of views) {
    const name = localized(round.name)
    const untilOpen = Date.parse(round.opensAt) - now
    const add = (id: string, isUrgent: boolean, text: string, to: string, act: string) =>
      todos.push({ id: `${id}-${round.id}`, isUrgent, text, contest: localized(contest.title), to, act })

    if (round.state === 'draft' && Date.parse(round.closesAt) <= now) {
      const text = t('todo.over', { round: name, at: formatDateTime(round.closesAt) })
      add('over', false, text, `/dot/${round.id}/sua`, t('todo.fixWindow'))
    } else if (round.state === 'draft' && untilOpen <= 0) {
      const text = t('todo.late', { round: name, at: formatDateTime(round.opensAt) })
      add('late', true, text, `/dot/${round.id}`, t('todo.openRound'))
    } else if (round.state === 'draft' && untilOpen < 7 * DAY_MS) {
      const text = t('todo.unpublished', { round: name, at: formatDateTime(round.opensAt) })
      add('unpublished', untilOpen < 2 * DAY_MS, text, `/dot/${round.id}`, t('todo.openRound'))
    }
    if (check && check.missingCount > 0) {
      const text = t('todo.short', { round: name, count: check.missingCount, shown: formatNumber(check.missingCount) })
      add('short', untilOpen < 3 * DAY_MS, text, `/dot/${round.id}/sua`, t('todo.fixBlueprint'))
    }
    const next = round.state === 'closed' ? nextStep(round, true, results, now) : null
    const step = CLOSED_STEPS.find((one) => one === next)
    if (step) {
      const count = step === 'rulings' ? results?.openRulingCount : results?.openComplaintCount
      const text = t(`todo.${step}.text`, { round: name, count: count ?? 0, shown: formatNumber(count ?? 0) })
      add(step, false, text, `/dot/${round.id}/${STEP_PAGES[step]}`, t(`todo.${step}.act`))
    }
  }

  // Errors are the whole server's, so they are told once, whichever round they were read with.
  const open = views.find(({ round, reading }) => round.state === 'open' && reading)
  const errorCount = (open?.reading?.lastErrors ?? [])
    .filter((error) => now - Date.parse(error.at) < QUARTER_MS)
    .reduce((sum, error) => sum + error.count, 0)
  if (open && errorCount > 0) {
    todos.push({
      id: 'errors',
      isUrgent: true,
      text: t('todo.errors', { count: errorCount, shown: formatNumber(errorCount) }),
      contest: localized(open.contest.title),
      to: `/dot/${open.round.id}/theo-doi`,
      act: t('todo.watch'),
    })
  }
  return todos.sort((a, b) => Number(b.isUrgent) - Number(a.isUrgent))
}
