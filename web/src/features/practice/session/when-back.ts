import { zonedParts } from '@thiso/kit/text/format'

export interface WhenBack {
  in: 'minutes' | 'tomorrow' | 'days' | 'months'
  count: number
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/**
 * When an item comes back, as people say it: minutes within the hour, otherwise by Viet Nam's calendar. What waits for a day to begin
 * is said by that day, however few minutes are left of this one.
 * @param dueAt ISO
 * @param now ms since 1970, by the server's clock
 */
export function whenBack(dueAt: string, now: number): WhenBack {
  const due = Date.parse(dueAt)
  const days = Math.round((dayOf(due) - dayOf(now)) / DAY_MS)
  const isSoon = due - now < 60 * MINUTE_MS && !beginsDay(due)
  if (isSoon || days <= 0) {
    return { in: 'minutes', count: Math.max(1, Math.round((due - now) / MINUTE_MS)) }
  }
  if (days === 1) return { in: 'tomorrow', count: 1 }
  return days < 60 ? { in: 'days', count: days } : { in: 'months', count: Math.round(days / 30) }
}

function beginsDay(moment: number): boolean {
  const at = zonedParts(moment)
  return at !== null && `${at.hour}:${at.minute}:${at.second}` === '00:00:00'
}

/** Viet Nam's day of a moment, as midnight in UTC. */
function dayOf(moment: number): number {
  const at = zonedParts(moment)
  return at ? Date.UTC(Number(at.year), Number(at.month) - 1, Number(at.day)) : 0
}
