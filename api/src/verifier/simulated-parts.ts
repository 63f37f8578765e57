import { createHash } from 'node:crypto'
import type { ItemKey, ItemResponse, RoundRules } from '@thiso/contracts/vocab'
import { byCodeUnits } from '../kernel/by-code-units.js'
import { canonicalJson } from '../kernel/canonical-json.js'
import { DeterministicRandom } from '../kernel/deterministic-random.js'
import { nextHead, NO_LINKS } from '../kernel/hash-chain.js'
import { timeUsedS } from '../modules/attempts/domain/attempt-clock.js'
import { attemptIdOf } from '../modules/attempts/domain/attempt-id.js'
import { receiptCode } from '../modules/attempts/domain/receipt-code.js'
import type { BlueprintCell } from '../modules/contests/domain/blueprint.js'
import { poolPartAt } from '../modules/contests/domain/day-pools.js'
import { drawForm, type FormItem, type PoolItem } from '../modules/contests/domain/draw-form.js'
import type { AttemptLine, ChainRecord } from '../modules/proof/domain/bundle.js'
import { attemptLeaf } from '../modules/proof/domain/leaf.js'
import { type PoolLeaf, poolSalt } from '../modules/proof/domain/pool-commitment.js'

/** Who takes an attempt, and the how many-th of theirs it is. */
export interface Plan {
  who: number
  no: number
}

export const SIM_OPENS = Date.UTC(2026, 9, 1, 1)
export const SIM_CLOSES = SIM_OPENS + 7 * 86_400_000
export const SIM_LIMIT_S = 1_200
const TOPICS = ['concepts', 'cyber-safety'] as const

export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** A pool of single-choice items, every fifth with several right options. */
export function poolOf(secret: Buffer, size: number, uuid: (name: string) => string): PoolLeaf[] {
  return Array.from({ length: size }, (_, n): PoolLeaf => {
    const item = uuid(`item ${n}`)
    const key: ItemKey =
      n % 5 === 4
        ? { type: 'multiple-choice', options: [0, 2], optionCount: 4, grading: 'partial' }
        : { type: 'single-choice', option: n % 4 }
    return {
      item,
      salt: poolSalt(secret, item),
      key,
      topic: TOPICS[n % 2] as PoolLeaf['topic'],
      level: 'recall',
      type: key.type,
      optionCount: 4,
      choiceCount: 0,
      exclusionSet: '',
      expectedShare: 0.3 + (n % 5) / 10,
      text: createHash('sha256').update(item).digest('hex'),
    }
  }).sort((a, b) => byCodeUnits(a.item, b.item))
}

/** Everybody's attempts in the order in which they end: first ones in any order, further ones later. */
export function plansOf(people: number, attemptsMost: number, random: DeterministicRandom): Plan[] {
  const plans: Plan[] = []
  let before = Array.from({ length: people }, (_, index) => index)
  for (let no = 1; no <= attemptsMost; no++) {
    const now = random.shuffled(before).filter(() => no === 1 || random.below(2) === 0)
    for (const who of now) plans.push({ who, no })
    before = now
  }
  return plans
}

export interface Making {
  plan: Plan
  index: number
  roundId: string
  secret: Buffer
  blueprint: readonly BlueprintCell[]
  pool: readonly PoolItem[]
  rules: RoundRules
  keys: ReadonlyMap<string, ItemKey>
  seed: string
  tables: readonly string[]
  dayPools: number
  /** Of all attempts. */
  count: number
  /** The first answer is another than it was: what a forger makes of it. */
  isForged?: boolean
}

/** One attempt: paper, answers with some changes, chain and leaf; the person's code is put in later. */
export function attemptOf({
  plan,
  index,
  roundId,
  secret,
  blueprint,
  pool,
  rules,
  keys,
  seed,
  tables,
  dayPools,
  count,
  isForged,
}: Making) {
  const id = attemptIdOf(roundId, uuidOf(`${seed} account ${plan.who}`), plan.no)
  const random = new DeterministicRandom(createHash('sha256').update(`${seed} ${id}`).digest())
  const step = (SIM_CLOSES - SIM_OPENS - SIM_LIMIT_S * 1000) / count
  const startedAt = SIM_OPENS + Math.floor(step * index)
  const part = { of: dayPools, at: poolPartAt(startedAt, SIM_OPENS, dayPools) }
  const form = drawForm(secret, id, blueprint, pool, new Set(), rules.paperTolerance, part)
  const ability = plan.who % 5
  const records: ChainRecord[] = []
  const events: { seq: number; position: number; response: ItemResponse; receivedAt: Date }[] = []
  let at = startedAt
  form.forEach((place, spot) => {
    for (let change = random.below(5) === 0 ? 2 : 1; change > 0; change--) {
      at += 2_000 + random.below(20_000)
      const given = answerTo(keys.get(place.itemVersionId) as ItemKey, random, ability)
      const response = isForged && events.length === 0 ? [((given[0] as number) + 1) % 4] : given
      const event = { seq: events.length + 1, position: spot + 1, response, receivedAt: new Date(at) }
      events.push(event)
      records.push(['answer', event.seq, event.position, response, at])
    }
  })
  if (rules.prediction) {
    const event = { seq: events.length + 1, position: 0, response: String(random.below(99)), receivedAt: new Date(at) }
    events.push(event)
    records.push(['answer', event.seq, 0, event.response, at])
  }
  const submittedAt = at + 1_000 + random.below(4) * 1_000
  records.push(['submit', submittedAt, 'by_participant'])
  const usedS = timeUsedS({ startedAt, submittedAt, deadlineAt: startedAt + SIM_LIMIT_S * 1000 })
  const salt = createHash('sha256').update(`${seed} salt ${id}`).digest().subarray(0, 16)
  const line: AttemptLine = {
    kind: 'attempt',
    index,
    id,
    person: '',
    no: plan.no,
    table: tables.length > 0 ? (tables[plan.who % tables.length] as string) : null,
    salt: salt.toString('hex'),
    leaf: attemptLeaf(salt, headOfAttempt(id, roundId, startedAt, form, records)).toString('hex'),
    startedAt,
    rulesVersion: 1,
    extraPercent: 0,
    usableExtra: null,
    creditMs: 0,
    usedS,
    isRanked: true,
    replaces: null,
    part: poolPartAt(startedAt, SIM_OPENS, dayPools),
    after: [],
    met: [],
    takenOut: [],
    records,
  }
  const facts = {
    form,
    events,
    rules,
    timeLimitS: SIM_LIMIT_S,
    extraPercent: 0,
    takenOut: [],
    timeUsedS: usedS,
    heldPrediction: null,
    openings: [],
  }
  const receipt = receiptCode({ attemptId: id, submittedAt: new Date(submittedAt).toISOString(), events })
  return { line, facts, receipt, submittedAt, usedS }
}

/** The head of an attempt's chain, by the kernel's chain. */
export function headOfAttempt(
  id: string,
  roundId: string,
  startedAt: number,
  form: readonly FormItem[],
  records: readonly ChainRecord[],
): Buffer {
  const paper = createHash('sha256').update(canonicalJson(form)).digest('hex')
  let head = nextHead(NO_LINKS, ['start', id, roundId, startedAt, paper])
  for (const record of records) head = nextHead(head, record)
  return head
}

function answerTo(key: ItemKey, random: DeterministicRandom, ability: number): number[] {
  const isKnown = random.below(6) <= ability
  if (key.type === 'multiple-choice') return isKnown ? [0, 2] : [random.below(4)]
  return [isKnown && key.type === 'single-choice' ? key.option : random.below(4)]
}
