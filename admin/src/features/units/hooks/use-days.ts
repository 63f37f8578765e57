import { zonedParts } from '@thiso/kit'
import { serverNow } from '@thiso/kit/api/server-clock'
import { useContests } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'

export interface NamedDay {
  day: string
  /** The contest whose participants choose from the tree of that day; none for today. */
  contest: string | null
}

/** Days worth looking at: today, and the day whose tree each contest offers to its participants. */
export function useDays() {
  const contests = useContests()
  const localized = useLocalized()
  const parts = zonedParts(serverNow())
  const today = parts ? `${parts.year}-${parts.month}-${parts.day}` : ''
  const known = contests.data?.contests ?? []
  const days: NamedDay[] = [{ day: today, contest: null }]
  for (const contest of known) {
    if (!days.some((named) => named.day === contest.unitsAsOf)) {
      days.push({ day: contest.unitsAsOf, contest: localized(contest.title) })
    }
  }
  const running = known.find((contest) => contest.isPublished) ?? known[0]
  return {
    days,
    /** Where the page opens: the tree that the running contest's participants see. */
    start: running?.unitsAsOf ?? today,
    isPending: contests.isPending,
  }
}
