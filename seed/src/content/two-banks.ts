import { createHash } from 'node:crypto'
import type { ContentItem } from './read-content.js'

/** The province keeps two banks: one for contests, and a smaller one that is open for practice. */

/** A cell (topic × level) leaves at least three fifths of its items to contests. */
const CELL_SHARE = 0.4
/** About so many items of a topic go to practice, spread over the levels as the topic is. */
const TOPIC_TARGET = 28
/** Fewer would make practising a topic dull. */
const TOPIC_MIN = 25
const TYPES_MIN = 3
const TRIES = 500

type Divided = Pick<ContentItem, 'code' | 'topic' | 'level' | 'exclusionGroup'> & { body: { type: string } }

/**
 * The codes of the items for practice: a pure function of the items. Items of one exclusion group stay together. Groups are walked in
 * an order made from their codes, each one taken if every cell still has room; the first order that gives every topic enough items of
 * enough types is the one.
 * @throws RangeError when no order does
 */
export function practiceCodes(items: readonly Divided[]): Set<string> {
  const room = roomOf(items)
  const groups = [...groupBy(items, ({ exclusionGroup, code }) => exclusionGroup || code).entries()]
  for (let number = 0; number < TRIES; number++) {
    const rank = new Map(groups.map(([name]) => [name, createHash('sha256').update(`${number} ${name}`).digest('hex')]))
    const walked = [...groups].sort(([a], [b]) => ((rank.get(a) as string) < (rank.get(b) as string) ? -1 : 1))
    const taken = take(
      walked.map(([, members]) => members),
      room,
    )
    if (isEnough(taken, items)) return new Set(taken.map(({ code }) => code))
  }
  throw new RangeError('the items cannot be divided into a bank for contests and one for practice')
}

/** How many items each cell may give away. */
export function roomOf(items: readonly Divided[]): Map<string, number> {
  const byTopic = groupBy(items, ({ topic }) => topic)
  return new Map(
    [...groupBy(items, cellOf)].map(([cell, members]) => {
      const topicCount = byTopic.get((members[0] as Divided).topic)?.length ?? 0
      const target = Math.ceil((TOPIC_TARGET * members.length) / topicCount)
      return [cell, Math.min(Math.floor(CELL_SHARE * members.length), target)]
    }),
  )
}

function take(groups: readonly Divided[][], room: ReadonlyMap<string, number>): Divided[] {
  const left = new Map(room)
  const taken: Divided[] = []
  for (const members of groups) {
    const needs = groupBy(members, cellOf)
    if ([...needs].some(([cell, own]) => (left.get(cell) ?? 0) < own.length)) continue
    for (const [cell, own] of needs) left.set(cell, (left.get(cell) ?? 0) - own.length)
    taken.push(...members)
  }
  return taken
}

function isEnough(taken: readonly Divided[], items: readonly Divided[]): boolean {
  const byTopic = groupBy(taken, ({ topic }) => topic)
  return [...new Set(items.map(({ topic }) => topic))].every((topic) => {
    const own = byTopic.get(topic) ?? []
    return own.length >= TOPIC_MIN && new Set(own.map(({ body }) => body.type)).size >= TYPES_MIN
  })
}

function cellOf({ topic, level }: Divided): string {
  return `${topic} ${level}`
}

function groupBy<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const name = nameOf(item)
    const known = groups.get(name)
    if (known) known.push(item)
    else groups.set(name, [item])
  }
  return groups
}
