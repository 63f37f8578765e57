import {
  attemptIdOf,
  deadlineOf,
  drawForm,
  gradeResponse,
  judgeAttempt,
  receiptCode,
  timeUsedS,
} from '@thiso/api/seeding'
import type { CognitiveLevel, ItemKey, ItemResponse, RoundRules, SubmitKind } from '@thiso/contracts/vocab'
import { Chance } from './chance.js'
import type { ItemTraits } from './item-traits.js'
import type { Person } from './people.js'
import { stableId } from './stable-id.js'

export type FormItem = ReturnType<typeof drawForm>[number]
export type PoolItem = Parameters<typeof drawForm>[3][number]
type Blueprint = Parameters<typeof drawForm>[2]

/** What simulated contestants need to know of a round; instants in ms since 1970. */
export interface SimulatedRound {
  id: string
  secret: Buffer
  blueprint: Blueprint
  rules: RoundRules
  rulesVersion: number
  pool: readonly PoolItem[]
  keys: ReadonlyMap<string, ItemKey>
  traits: ReadonlyMap<string, ItemTraits>
  opensAtMs: number
  closesAtMs: number
  timeLimitS: number
  graceMs: number
}

export interface SimulatedEvent {
  seq: number
  position: number
  response: ItemResponse | null
  clientAtMs: number
  receivedAtMs: number
}

export interface SimulatedAttempt {
  id: string
  roundId: string
  rulesVersion: number
  accountId: string
  unitId: string
  attemptNo: number
  holder: string
  form: FormItem[]
  startedAtMs: number
  deadlineAtMs: number
  acceptUntilMs: number
  events: SimulatedEvent[]
  /** null while it is running. */
  closing:
    | ({
        submittedAtMs: number
        submitKind: SubmitKind
        timeUsedS: number
        receiptCode: string
      } & ReturnType<typeof judgeAttempt>)
    | null
}

/** The same result as another attempt, to the second. */
export interface Twin {
  points: number
  submittedAtMs: number
}

/** Median seconds from seeing an item to choosing. */
const SECONDS: Record<CognitiveLevel, number> = { recall: 11, understand: 16, apply: 23, 'apply-high': 30 }
const DISTRACTION = [0.55, 0.85, 1]

/**
 * One attempt of one person, by the API's own rules: id, paper, score, time and receipt are what the API would have made.
 * @param untilMs the present: what would come later has not happened, and an attempt that would end later is running
 */
export function takeAttempt(
  seed: number,
  round: SimulatedRound,
  person: Pick<Person, 'accountId' | 'unitId' | 'ability' | 'pace'>,
  attemptNo: number,
  startedAtMs: number,
  untilMs: number,
  twin?: Twin,
): SimulatedAttempt {
  const { rules } = round
  if (rules.movement !== 'free' || rules.prediction || rules.attempts.unseenFirst)
    throw new Error('simulated people go to and fro on a paper, predict nothing and have met nothing')
  const id = attemptIdOf(round.id, person.accountId, attemptNo)
  const form = drawForm(round.secret, id, round.blueprint, round.pool, undefined, rules.paperTolerance)
  const deadlineAtMs = deadlineOf(startedAtMs, round.timeLimitS, round.closesAtMs)
  const chance = new Chance(`${seed}/attempt/${person.accountId}/${attemptNo}`)
  // People come back better prepared.
  const ability = person.ability + 0.45 * (attemptNo - 1)
  const items = form.map(({ itemVersionId }) => round.traits.get(itemVersionId) as ItemTraits)
  let course = workThrough(chance, items, ability, person.pace, startedAtMs, twin !== undefined)
  if (twin) course = bendTo(twin, course, items, startedAtMs)
  const isInTime = course.submittedAtMs <= deadlineAtMs
  const submittedAtMs = isInTime ? course.submittedAtMs : deadlineAtMs
  const events = course.events.filter((event) => event.receivedAtMs <= Math.min(submittedAtMs, untilMs))
  return {
    id,
    roundId: round.id,
    rulesVersion: round.rulesVersion,
    accountId: person.accountId,
    unitId: person.unitId,
    attemptNo,
    holder: stableId('holder', id),
    form,
    startedAtMs,
    deadlineAtMs,
    acceptUntilMs: deadlineAtMs + round.graceMs,
    events,
    closing: submittedAtMs > untilMs ? null : close(isInTime ? 'by_participant' : 'at_deadline'),
  }

  function close(submitKind: SubmitKind) {
    const usedS = timeUsedS({ startedAt: startedAtMs, submittedAt: submittedAtMs, deadlineAt: deadlineAtMs })
    const judgement = judgeAttempt({
      form,
      events: events.map(({ seq, position, response, receivedAtMs }) => ({
        seq,
        position,
        response,
        receivedAt: new Date(receivedAtMs),
      })),
      rules,
      timeLimitS: round.timeLimitS,
      timeUsedS: usedS,
      extraPercent: 0,
      takenOut: [],
      heldPrediction: null,
      openings: [],
      keys: round.keys,
      grade: gradeResponse,
    })
    return {
      ...judgement,
      submittedAtMs,
      submitKind,
      timeUsedS: usedS,
      receiptCode: receiptCode({ attemptId: id, submittedAt: new Date(submittedAtMs).toISOString(), events }),
    }
  }
}

interface Course {
  events: SimulatedEvent[]
  submittedAtMs: number
}

/** Item by item with second thoughts, skipped ones at the end, then perhaps a look back and some changes. */
function workThrough(
  chance: Chance,
  items: readonly ItemTraits[],
  ability: number,
  pace: number,
  startedAtMs: number,
  isThorough: boolean,
): Course {
  const events: SimulatedEvent[] = []
  const chosen = new Map<number, ItemResponse>()
  const skewMs = Math.round(chance.normal() * 1500)
  let atMs = startedAtMs + chance.whole(800, 3000)
  const choose = (position: number, response: ItemResponse | null) => {
    const receivedAtMs = Math.round(atMs)
    events.push({
      seq: events.length + 1,
      position,
      response,
      clientAtMs: receivedAtMs - chance.whole(30, 350) + skewMs,
      receivedAtMs,
    })
    if (response === null) chosen.delete(position)
    else chosen.set(position, response)
  }
  const answer = (position: number) => {
    const item = items[position - 1] as ItemTraits
    atMs += 1000 * Math.max(2, chance.logNormal(SECONDS[item.level], 0.45) * pace)
    const response = chance.isTrue(chanceOfRight(ability, item)) ? item.right : distractor(chance, item)
    if (chance.isTrue(0.06)) {
      choose(position, response === item.right ? distractor(chance, item) : item.right)
      atMs += chance.whole(900, 7000)
    }
    choose(position, response)
  }

  const skipped: number[] = []
  for (let position = 1; position <= items.length; position++) {
    if (chance.isTrue(0.05)) {
      skipped.push(position)
      atMs += chance.whole(2000, 9000)
    } else answer(position)
  }
  for (const position of skipped) if (isThorough || chance.isTrue(0.85)) answer(position)

  if (chance.isTrue(0.4)) {
    atMs += chance.whole(4000, 20_000)
    for (let changes = chance.whole(1, 3); changes > 0; changes--) {
      const position = chance.whole(1, items.length)
      const item = items[position - 1] as ItemTraits
      const before = chosen.get(position)
      if (before === undefined) continue
      atMs += 1000 * chance.logNormal(8, 0.6) * pace
      if (!isThorough && chance.isTrue(0.04)) choose(position, null)
      else if (before !== item.right)
        choose(position, chance.isTrue(0.6) ? item.right : distractor(chance, item, before))
      else if (chance.isTrue(0.3)) choose(position, distractor(chance, item))
    }
  }
  return { events, submittedAtMs: Math.round(atMs + 1000 * chance.logNormal(7, 0.7)) }
}

/** The chance of the right option: a guesser's quarter, and what the person knows beyond it. */
function chanceOfRight(ability: number, item: ItemTraits): number {
  return 0.22 + 0.78 / (1 + Math.exp(-1.15 * (ability - item.difficulty)))
}

function distractor(chance: Chance, item: ItemTraits, except?: ItemResponse): ItemResponse {
  const open = item.distractors.filter((response) => response !== except)
  if (open.length === 0) return item.nought
  return open[chance.weighted(DISTRACTION.slice(0, open.length))] as ItemResponse
}

/** Gives a course the whole points and the time of a twin: last choices turned right or worth nothing, times stretched. */
function bendTo(twin: Twin, course: Course, items: readonly ItemTraits[], startedAtMs: number): Course {
  const lastOf = new Map(course.events.map((event) => [event.position, event]))
  const isRight = (position: number) => lastOf.get(position)?.response === items[position - 1]?.right
  const positions = items.map((_, index) => index + 1)
  let surplus = positions.filter(isRight).length - twin.points
  const bent = new Map<SimulatedEvent, ItemResponse>()
  for (const position of positions) {
    const item = items[position - 1] as ItemTraits
    const last = lastOf.get(position) as SimulatedEvent
    if (surplus > 0 && isRight(position)) {
      bent.set(last, item.nought)
      surplus--
    } else if (surplus < 0 && !isRight(position)) {
      bent.set(last, item.right)
      surplus++
    } else if (!isRight(position)) bent.set(last, item.nought)
  }
  const stretch = (twin.submittedAtMs - startedAtMs) / (course.submittedAtMs - startedAtMs)
  return {
    submittedAtMs: twin.submittedAtMs,
    events: course.events.map((event) => {
      const receivedAtMs = startedAtMs + Math.floor((event.receivedAtMs - startedAtMs) * stretch)
      return {
        ...event,
        response: bent.get(event) ?? event.response,
        receivedAtMs,
        clientAtMs: receivedAtMs + event.clientAtMs - event.receivedAtMs,
      }
    }),
  }
}

/** By hour of the day in Viet Nam: before school, the noon break, the evening. */
const HOURS = [3, 1, 1, 1, 1, 3, 8, 12, 16, 18, 20, 26, 30, 22, 18, 18, 20, 22, 20, 36, 48, 44, 26, 10]
const HOURS_RISING = risingHours()

/** When somebody starts: any time of the window, at the hours when people take part, and no later than `untilMs`. */
export function startTime(
  chance: Chance,
  round: Pick<SimulatedRound, 'opensAtMs' | 'closesAtMs'>,
  untilMs: number,
): number {
  const last = Math.min(round.closesAtMs, untilMs) - 90_000
  for (let tries = 0; tries < 50; tries++) {
    const dayMs = round.opensAtMs + chance.next() * (last - round.opensAtMs)
    const midnight = Math.floor((dayMs + VIETNAM_MS) / DAY_MS) * DAY_MS - VIETNAM_MS
    const atMs = Math.round(midnight + (chance.weighted(HOURS_RISING) + chance.next()) * 3_600_000)
    if (atMs >= round.opensAtMs && atMs <= last) return atMs
  }
  return Math.round(round.opensAtMs + chance.next() * Math.max(0, last - round.opensAtMs))
}

const DAY_MS = 86_400_000
const VIETNAM_MS = 7 * 3_600_000

function risingHours(): number[] {
  let total = 0
  return HOURS.map((weight) => {
    total += weight
    return total
  })
}
