import { formatDateTime, formatNumber } from '@thiso/kit'
import { useLocalized } from '../../../lib/localized'
import { useOverviewText } from '../use-overview-text'
import type { RoundView } from './use-season'

/** Today in one sentence: what is open or comes next, and how much waits for the reader. */
export function useToday(views: readonly RoundView[], todoCount: number): string {
  const t = useOverviewText()
  const localized = useLocalized()

  const open = views.filter(({ round }) => round.state === 'open')
  const next = [...views]
    .filter(({ round }) => round.state === 'scheduled')
    .sort((a, b) => Date.parse(a.round.opensAt) - Date.parse(b.round.opensAt))[0]
  const last = [...views]
    .filter(({ round }) => round.state === 'closed')
    .sort((a, b) => Date.parse(b.round.closesAt) - Date.parse(a.round.closesAt))[0]
  const first = open[0]
  const isRead = open.every(({ reading }) => reading !== undefined)
  const count = open.reduce((sum, { reading }) => sum + (reading?.startedCount ?? 0), 0)
  const shown = formatNumber(count)

  const state =
    first && open.length === 1
      ? t(isRead ? 'today.open' : 'today.openUnread', { name: localized(first.round.name), count, shown })
      : first
        ? t('today.openMany', { rounds: formatNumber(open.length), shown })
        : next
          ? t('today.next', { name: localized(next.round.name), at: formatDateTime(next.round.opensAt) })
          : last
            ? t('today.last', { name: localized(last.round.name), at: formatDateTime(last.round.closesAt) })
            : t('today.none')
  return `${state}, ${todoCount > 0 ? t('today.todo', { count: todoCount }) : t('today.nothing')}.`
}
