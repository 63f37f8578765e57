import { byCodeUnits } from '../../../kernel/by-code-units.js'
import type { PrizeHold } from '@thiso/contracts/vocab'
import type { Awarded, LineAwards, PrizeLine, Skip } from './award-prizes.js'

/** How one prize goes to other people, or finds more or fewer of them. */
export interface LineChange {
  line: PrizeLine
  people: { accountId: string; before: PrizeHold; after: PrizeHold }[]
  openBefore: number
  openAfter: number
}

/**
 * RL-4: what differs between two ways in which the same prizes would be given: by prize, who gets it, loses it or waits for it, and how many
 * seats stay without anybody. Prizes with which nothing happens are left out; people stand in the order of their ids. `skipped`: who is passed
 * over anew, and everybody who is in a list in which somebody gains.
 */
export function prizeChanges(before: Awarded, after: Awarded): { lines: LineChange[]; skipped: Skip[] } {
  const lineBefore = new Map(before.lines.map((line) => [line.line.key, line]))
  const lines = after.lines.flatMap((now): LineChange[] => {
    const then = lineBefore.get(now.line.key)
    const [was, is] = [holdsOf(then), holdsOf(now)]
    const people = [...new Set([...was.keys(), ...is.keys()])].sort(byCodeUnits).flatMap((accountId) => {
      const [holdBefore, holdAfter] = [was.get(accountId) ?? 'none', is.get(accountId) ?? 'none']
      return holdBefore === holdAfter ? [] : [{ accountId, before: holdBefore, after: holdAfter }]
    })
    const [openBefore, openAfter] = [then?.openSeats ?? now.line.count, now.openSeats]
    return people.length === 0 && openBefore === openAfter ? [] : [{ line: now.line, people, openBefore, openAfter }]
  })
  const known = new Set(before.skipped.map(keyOf))
  const gaining = new Set(lines.filter(({ people }) => people.some((one) => one.after !== 'none')).map(listOf))
  return { lines, skipped: after.skipped.filter((skip) => gaining.has(skip.list) || !known.has(keyOf(skip))) }
}

const listOf = ({ line }: LineChange) => line.list

function holdsOf(line: LineAwards | undefined): Map<string, PrizeHold> {
  const holds = new Map<string, PrizeHold>()
  for (const { accountIds } of line?.waiting ?? []) for (const id of accountIds) holds.set(id, 'waits')
  for (const { accountId } of line?.awards ?? []) holds.set(accountId, 'has')
  return holds
}

function keyOf({ list, accountId, reasons }: Skip): string {
  return `${list} ${accountId} ${reasons.map(({ reason }) => reason).join()}`
}
