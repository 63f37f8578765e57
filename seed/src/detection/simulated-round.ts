import type { EvidencePerson, ProcessCount, RoundEvidence } from '@thiso/api/seeding'
import { Chance } from './chance.js'
import { answer, OPTIONS, seconds, type Teaching, teaching, type TrueItem, trueItems } from './simulated-items.js'
import { simulatedPerson } from './simulated-people.js'

/** Who somebody is, which the search is not told. */
export type Role =
  | 'honest'
  | 'pair'
  | 'ring'
  | 'slow-ring'
  | 'leak-user'
  | 'bot'
  | 'steady-bot'
  | 'proxy'
  | 'several-accounts'

/** One attempt while it is made; by place of the paper. */
export interface Draft {
  person: number
  attemptNo: number
  role: Role
  unit: number
  ability: number
  speed: number
  startedAt: number
  items: number[]
  answers: number[]
  seconds: number[]
  network: string
  device: string
  process: ProcessCount[]
  /** Took it in a room of a school. */
  isInRoom: boolean
}

export interface ContestShape {
  seed: number
  /** People of each unit. */
  units: readonly number[]
  pool: number
  paper: number
}

/** A round with everybody honest, before anything is planted. */
export interface Ground {
  chance: Chance
  shape: ContestShape
  items: TrueItem[]
  teachings: Teaching[]
  people: EvidencePerson[]
  drafts: Draft[]
}

export const OPENS = Date.UTC(2026, 2, 2, 0, 0)
export const WINDOW_MS = 3 * 86_400_000

/** Shares that make an honest round look like one: who is called away, has no network, does not care, or shares a phone. */
const SHARE = {
  sharedTeaching: 0.2,
  roomSchool: 0.3,
  carrier: 0.2,
  sibling: 0.03,
  careless: 0.03,
  interrupted: 0.06,
  offline: 0.05,
  skipping: 0.04,
  again: 0.12,
}

/** Everybody honest: 2PL with guessing, wrong answers by ability, lognormal times, and the lives that people have beside. */
export function honestGround(shape: ContestShape): Ground {
  const chance = new Chance(shape.seed)
  const items = trueItems(chance, shape.pool)
  const teachings = shape.units.map(() => teaching(chance, shape.pool, chance.is(SHARE.sharedTeaching) ? 1 : 0.25))
  const ground: Ground = { chance, shape, items, teachings, people: [], drafts: [] }
  for (const [unit, size] of shape.units.entries()) honestUnit(ground, unit, size)
  return ground
}

function honestUnit(ground: Ground, unit: number, size: number): void {
  const { chance, people, drafts, teachings } = ground
  const isSchool = chance.is(SHARE.roomSchool)
  const birthYear = 2008 + chance.below(4)
  let [room, left] = [0, 0]
  let roomStart = 0
  for (let member = 0; member < size; member++) {
    const person = people.length
    people.push(simulatedPerson(chance, person, birthYear))
    const ability = (teachings[unit] as Teaching).mean + chance.normal()
    const draft: Draft = {
      person,
      attemptNo: 1,
      role: 'honest',
      unit,
      ability,
      speed: 0.1 * ability + 0.35 * chance.normal(),
      startedAt: OPENS + chance.uniform() * (WINDOW_MS - 2 * 3_600_000),
      items: [],
      answers: [],
      seconds: [],
      network: chance.is(SHARE.carrier) ? `carrier-${chance.below(20)}` : `home-${person}`,
      device: `tab-${person}`,
      process: [],
      isInRoom: false,
    }
    if (isSchool && left === 0) {
      ;[room, left] = [room + 1, 20 + chance.below(20)]
      roomStart = OPENS + chance.below(3) * 86_400_000 + (1 + chance.below(8)) * 3_600_000
    }
    if (isSchool) {
      left--
      draft.startedAt = roomStart + chance.uniform() * 8 * 60_000
      draft.network = `school-${unit}`
      // Every second class sits down at the machines of the one before.
      draft.device = `school-${unit}-${room >> 1}-${left}`
      draft.isInRoom = true
    } else if (chance.is(SHARE.sibling) && member > 0) {
      const other = drafts.findLast((each) => each.unit === unit) as Draft
      draft.device = other.device
      draft.network = other.network
      draft.startedAt = Math.min(OPENS + WINDOW_MS - 3_600_000, other.startedAt + 40 * 60_000 + chance.wait(3_600_000))
      const [family] = (people[other.person] as EvidencePerson).nameFolded.split(' ')
      const own = people[person] as EvidencePerson
      own.nameFolded = [family, ...own.nameFolded.split(' ').slice(1)].join(' ')
    }
    takePaper(ground, draft)
    drafts.push(draft)
    if (!chance.is(SHARE.again)) continue
    const again: Draft = {
      ...draft,
      attemptNo: 2,
      startedAt: draft.startedAt + 3_600_000 + chance.wait(3_600_000),
      items: [],
      answers: [],
      seconds: [],
      process: [],
    }
    takePaper(ground, again)
    // Who has met an item remembers half of what was answered.
    for (const [place, item] of again.items.entries()) {
      const before = draft.items.indexOf(item)
      if (before >= 0 && chance.is(0.5)) {
        again.answers[place] = draft.answers[before] as number
        again.seconds[place] = (again.seconds[place] as number) * 0.6
      }
    }
    drafts.push(again)
  }
}

/** A paper drawn and answered by who knows only what the person knows. */
export function takePaper(ground: Ground, draft: Draft): void {
  const { chance, shape, items, teachings } = ground
  const all = items.map((_, index) => index)
  draft.items = chance.sample(all, shape.paper)
  const taught = teachings[draft.unit] as Teaching
  for (const index of draft.items) {
    const item = items[index] as TrueItem
    draft.answers.push(answer(chance, item, index, draft.ability, taught))
    draft.seconds.push(seconds(chance, item, index, draft.speed, taught))
  }
  live(chance, draft)
}

/** What comes between a person and the paper. */
function live(chance: Chance, draft: Draft): void {
  const places = draft.items.length
  const isCareless = chance.is(SHARE.careless)
  // Phones ring for some people more than for others.
  const restless = (isCareless ? 2 : 1) * Math.exp(chance.normal())
  let away = Math.floor(chance.wait(0.5 * restless))
  let awaySeconds = 0
  for (let time = 0; time < away; time++) awaySeconds += 1 + chance.wait(8)
  if (isCareless)
    for (let place = 0; place < places; place++)
      if (chance.is(0.6)) {
        draft.answers[place] = chance.below(OPTIONS)
        draft.seconds[place] = 1.2 + chance.wait(0.8)
      }
  if (chance.is(SHARE.interrupted))
    for (let time = 0; time <= chance.below(3); time++) {
      const [place, pause] = [chance.below(places), 40 + chance.wait(300)]
      draft.seconds[place] = (draft.seconds[place] as number) + pause
      if (!chance.is(0.6)) continue
      away++
      awaySeconds += pause
    }
  if (chance.is(SHARE.skipping))
    for (let place = 0; place < places; place++)
      if (chance.is(0.1)) {
        draft.answers[place] = -1
        draft.seconds[place] = Number.NaN
      }
  // Written down without network and sent together: what is known is the time of all of them.
  if (chance.is(SHARE.offline)) {
    const from = chance.below(places)
    const some = draft.seconds.slice(from, from + 2 + chance.below(places))
    const known = some.filter((value) => !Number.isNaN(value))
    const share = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length)
    for (const [offset, value] of some.entries()) if (!Number.isNaN(value)) draft.seconds[from + offset] = share
  }
  if (away > 0) draft.process.push({ kind: 'left', count: away, seconds: awaySeconds })
}

/** What the search is given. Attempts are named in the order of the drafts. */
export function evidenceOf({ shape, items, people, drafts }: Ground): RoundEvidence {
  return {
    roundId: `round-${shape.seed}`,
    opensAt: OPENS,
    closesAt: OPENS + WINDOW_MS,
    items: items.map(({ readingSeconds }, index) => ({
      itemVersionId: `item-${index}`,
      type: 'single-choice',
      wrongAnswers: OPTIONS - 1,
      guess: 1 / OPTIONS,
      readingSeconds,
      variantSet: '',
    })),
    people,
    attempts: drafts.map((draft, index) => ({
      id: attemptName(index),
      person: draft.person,
      attemptNo: draft.attemptNo,
      unit: `unit-${draft.unit}`,
      startedAt: Math.round(draft.startedAt),
      submittedAt: Math.round(
        draft.startedAt + 1000 * (20 + draft.seconds.reduce((sum, value) => sum + (value > 0 ? value : 0), 0)),
      ),
      items: Int32Array.from(draft.items),
      answers: Int32Array.from(draft.answers),
      seconds: Float64Array.from(draft.seconds),
      network: draft.network,
      device: draft.device,
      process: draft.process,
    })),
  }
}

export function attemptName(index: number): string {
  return `attempt-${String(index).padStart(6, '0')}`
}
