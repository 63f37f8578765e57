import { DEFAULT_ROUND_RULES, TOPICS } from '@thiso/contracts/vocab'
import type { Services } from '../services.js'

type RoundIn = Parameters<Services['rounds']['create']>[2]

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const VIETNAM_MS = 7 * HOUR_MS

/** 20 items over all eight topics and four levels; the offset turns the table so that rounds differ in what they ask deeper. */
export function blueprintOf(offset: number): RoundIn['blueprint'] {
  const topics = TOPICS.map((_, index) => TOPICS[(index + offset) % TOPICS.length] as (typeof TOPICS)[number])
  const one = (level: RoundIn['blueprint'][number]['level'], from: number, to: number) =>
    [...topics, ...topics].slice(from, to).map((topic) => ({ topic, level, type: null, count: 1, points: 1 }))
  return [...one('recall', 0, 8), ...one('understand', 0, 6), ...one('apply', 6, 10), ...one('apply-high', 10, 12)]
}

/** One round that closed yesterday evening after a week, one that is open, one to come; `nowMs` decides what is what. */
export function demoRounds(bankId: string, nowMs: number): [closed: RoundIn, open: RoundIn, toCome: RoundIn] {
  const midnight = Math.floor((nowMs + VIETNAM_MS) / DAY_MS) * DAY_MS - VIETNAM_MS
  const evening = (days: number) => midnight + days * DAY_MS + 20 * HOUR_MS
  const thisMorning = midnight + 7 * HOUR_MS
  const round = (ordinal: number, opensAtMs: number, closesAtMs: number): RoundIn => ({
    name: { vi: `Đợt ${ordinal}`, en: `Round ${ordinal}` },
    opensAt: new Date(opensAtMs),
    closesAt: new Date(closesAtMs),
    timeLimitS: 20 * 60,
    attemptLimit: 2,
    resultPolicy: 'at_once',
    bankIds: [bankId],
    blueprint: blueprintOf(3 * (ordinal - 1)),
    rules: DEFAULT_ROUND_RULES,
  })
  return [
    round(1, evening(-8), evening(-1)),
    round(2, Math.min(thisMorning, nowMs - 2 * HOUR_MS), evening(5)),
    round(3, evening(7), evening(14)),
  ]
}
