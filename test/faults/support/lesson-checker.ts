import type { LessonItemData, LessonStandingData } from '@thiso/contracts'
import type { Pool } from 'pg'
import type { Pupil } from '../../support/pupil'
import type { MadeLesson } from '../../support/simulated-class'

export interface LessonCheck {
  /** What is not as it was promised, in words; nothing: all is well. */
  faults: string[]
  ackedCount: number
  storedCount: number
}

interface Row {
  place: number
  seat: number
  response: number[]
  time_ms: number
}

/**
 * Compares what pupils were told with what is stored: each acknowledged answer is there once and as it was sent, nothing is there that was
 * never sent, and what was shown on the podium is what the stored answers are worth, worked out anew (bounded speed, one point an item).
 */
export async function checkLesson(pool: Pool, lesson: MadeLesson, pupils: readonly Pupil[]): Promise<LessonCheck> {
  const { rows } = await pool.query<Row>(
    `SELECT place, seat, response, time_ms FROM lesson_answer WHERE lesson_id = $1`,
    [lesson.lessonId],
  )
  const faults: string[] = []
  let ackedCount = 0
  const stored = new Map(rows.map((row) => [`${row.seat} ${row.place}`, row]))
  if (stored.size !== rows.length) faults.push('an answer is stored twice')
  for (const pupil of pupils)
    for (const [place, { line, ack }] of pupil.sent) {
      const row = stored.get(`${pupil.seat} ${place}`)
      const item = pupil.items.get(place)
      if (ack) ackedCount++
      if (ack && !row) faults.push(`${pupil.name}, place ${place}: acknowledged and lost`)
      if (ack && row && row.time_ms !== ack.takenMs)
        faults.push(`${pupil.name}, place ${place}: told ${ack.takenMs} ms, stored ${row.time_ms} ms`)
      if (row && item && textOf(item, line) !== optionText(lesson, item, row))
        faults.push(`${pupil.name}, place ${place}: another answer is stored than was sent`)
    }
  const sent = new Set(pupils.flatMap((pupil) => [...pupil.sent.keys()].map((place) => `${pupil.seat} ${place}`)))
  for (const key of stored.keys()) if (!sent.has(key)) faults.push(`seat and place ${key}: stored and never sent`)
  return { faults, ackedCount, storedCount: rows.length }
}

/** The podium as it must be: places of equal points are shared. */
export async function podiumByDatabase(
  pool: Pool,
  lesson: MadeLesson,
  pupils: readonly Pupil[],
): Promise<Pick<LessonStandingData, 'rank' | 'seat' | 'rightCount' | 'points'>[]> {
  const { rows } = await pool.query<Row>(
    `SELECT place, seat, response, time_ms FROM lesson_answer WHERE lesson_id = $1`,
    [lesson.lessonId],
  )
  const count = lesson.items.length
  const totals = pupils.map(({ seat, items }) => {
    const right = rows.filter((row) => {
      const item = items.get(row.place)
      return row.seat === seat && item && row.response[0] === madeOf(lesson, item).key
    })
    const bonus = right.reduce((sum, { time_ms }) => sum + 1 - Math.min(1, time_ms / (lesson.limitS * 1000)), 0)
    return { seat, rightCount: right.length, points: Math.round((right.length + (0.99 * bonus) / count) * 1000) / 1000 }
  })
  return totals
    .map((row) => ({ rank: 1 + totals.filter(({ points }) => points > row.points).length, ...row }))
    .sort((a, b) => a.seat - b.seat)
}

/** The same of what was shown. */
export function shown(standings: readonly (LessonStandingData | null)[]) {
  return standings
    .flatMap((row) => (row ? [{ rank: row.rank, seat: row.seat, rightCount: row.rightCount, points: row.points }] : []))
    .sort((a, b) => (a.seat ?? 0) - (b.seat ?? 0))
}

/** For how long a place took answers while its clock ran, in ms, from the acts that the database has. */
export async function runningTime(pool: Pool, lessonId: string, place: number, leadS = 0): Promise<number> {
  const { rows } = await pool.query<{ act: { kind: string; since?: number }; at: number }>(
    `SELECT act, (extract(epoch FROM at) * 1000)::float8 AS at FROM lesson_act WHERE lesson_id = $1 ORDER BY version`,
    [lessonId],
  )
  const openings = rows.flatMap(({ act }, index) => (act.kind === 'next' ? [index] : []))
  const own = rows.slice(openings[place - 1], openings[place])
  const opensAt = (own[0]?.at ?? 0) + leadS * 1000
  const lockedAt = own.find(({ act }) => act.kind === 'lock')?.at ?? 0
  let stood = 0
  let since: number | null = null
  for (const { act, at } of own) {
    if (act.kind === 'pause') since = act.since ?? at
    if (act.kind === 'resume' && since !== null) {
      stood += at - since
      since = null
    }
  }
  return lockedAt - opensAt - stood
}

function textOf(item: LessonItemData, line: string): string | undefined {
  return item.options.find(({ token }) => token === line)?.text.vi
}

function optionText(lesson: MadeLesson, item: LessonItemData, row: Row): string | undefined {
  return madeOf(lesson, item).options[row.response[0] ?? -1]
}

function madeOf(lesson: MadeLesson, item: LessonItemData) {
  const made = lesson.items.find(({ stem }) => stem === item.stem.vi)
  if (!made) throw new Error(`no item says ${item.stem.vi}`)
  return made
}
