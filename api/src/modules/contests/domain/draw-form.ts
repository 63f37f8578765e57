import { createHmac } from 'node:crypto'
import type { CognitiveLevel, ItemType, Topic } from '@thiso/contracts/vocab'
import { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import { type BlueprintCell, normaliseBlueprint } from './blueprint.js'
import { dealDays } from './day-pools.js'
import { chooseBalanced } from './draw-form-balance.js'
import { type Choice, chooseItems, prepareChoice } from './draw-form-choice.js'
import { heldBack } from './hold-back.js'

export interface PoolItem {
  itemVersionId: string
  topic: Topic
  level: CognitiveLevel
  type: ItemType
  /** Of options, statements, entries or prompts. */
  optionCount: number
  /** What prompts are matched with; 0 for the other types. */
  choiceCount: number
  /** Items of one set never stand on one paper; '' for none. */
  exclusionSet: string
  /** The share of its points that a response is expected to gain; 0.5 where absent. */
  expectedShare?: number
  /** EX-1: the chance with which a paper may take the item at all; absent or null: 1. */
  admitShare?: number | null
}

/** EX-2: which of how many day pools a paper draws from. */
export interface DayPart {
  of: number
  /** 0-based. */
  at: number
}

/** One place of a paper: which item, and the author indices of its parts in the order in which this attempt shows them. */
export interface FormItem {
  itemVersionId: string
  /** Absent: single choice, the usual case, so that forms stay small. */
  type?: ItemType
  optionOrder: number[]
  /** Of a matching item. */
  choiceOrder?: number[]
  /** What it is worth; absent: 1. */
  points?: number
}

/**
 * DR-1: the paper of an attempt, a pure function of the round's secret, the attempt, the blueprint, the pool (with the admission shares
 * frozen in it), what the person has met, the tolerance and the day pool. The seed is HMAC-SHA256(secret, "form" NUL attempt id); the pool is put in order of item version id first, so the same
 * set gives the same paper in whatever order the database returned it. Every cell of the blueprint gets its count of
 * different items, each set equally likely (where no two items of the pool exclude each other); then the places and each item's
 * parts are shuffled. True and false keep their order (DR-5: items that exclude each other never meet).
 * What is the same for every paper of a round is kept for the next one; neither blueprint nor pool may be changed in place.
 * @param met DR-7: versions that come only where a cell runs out of others
 * @param tolerance DR-6: in points; null: papers are drawn without regard to difficulty
 * @param part EX-2: the day pool; null: the whole pool is one
 * @throws RangeError when a cell asks for more items than the pool has
 */
export function drawForm(
  secret: Buffer,
  attemptId: string,
  blueprint: readonly BlueprintCell[],
  pool: readonly PoolItem[],
  met: ReadonlySet<string> = new Set(),
  tolerance: number | null = null,
  part: DayPart | null = null,
): FormItem[] {
  const random = new DeterministicRandom(createHmac('sha256', secret).update(`form\0${attemptId}`).digest())
  const whole = choiceOf(blueprint, pool)
  const own =
    part === null || part.of <= 1 ? { pool, choice: whole } : choicesByDay(secret, blueprint, pool, part.of)[part.at]
  if (!own) throw new RangeError(`no day pool ${part?.at} of ${part?.of}`)
  const held = heldBack(secret, attemptId, normaliseBlueprint(blueprint), own.pool, met)
  const choice = held.size === 0 ? own.choice : without(own.choice, held)
  const seen = met.size > 0 ? met : undefined
  const chosen =
    tolerance === null ? chooseItems(random, choice, seen) : chooseBalanced(random, choice, tolerance, seen)
  const places = chosen.flatMap((items, cell) => {
    const points = choice.cells[cell]?.points ?? 1
    return items.map((item) => ({ item, points }))
  })
  return random.shuffled(places).map(({ item, points }) => {
    const form = shownForm(random, item)
    return points === 1 ? form : { ...form, points }
  })
}

const choices = new WeakMap<readonly PoolItem[], { blueprint: readonly BlueprintCell[]; choice: Choice<PoolItem> }>()

/** Sorting and sifting a pool costs more than the draw itself. */
export function choiceOf(blueprint: readonly BlueprintCell[], pool: readonly PoolItem[]): Choice<PoolItem> {
  const known = choices.get(pool)
  if (known?.blueprint === blueprint) return known.choice
  const choice = prepareChoice(blueprint, pool)
  choices.set(pool, { blueprint, choice })
  return choice
}

/** What the day pools of a round give; the mean that papers are brought to (DR-6) is that of the whole pool, the same on every day. */
export function choicesByDay(
  secret: Buffer,
  blueprint: readonly BlueprintCell[],
  pool: readonly PoolItem[],
  dayPools: number,
): { pool: readonly PoolItem[]; choice: Choice<PoolItem> }[] {
  const name = `${dayPools} ${secret.toString('base64')}`
  const known = days.get(pool)
  if (known?.blueprint === blueprint && known.name === name) return known.days
  const { meanPoints } = choiceOf(blueprint, pool)
  const dealt = dealDays(secret, blueprint, pool, dayPools).map((items) => ({
    pool: items,
    choice: { ...prepareChoice(blueprint, items), meanPoints },
  }))
  days.set(pool, { blueprint, name, days: dealt })
  return dealt
}

const days = new WeakMap<
  readonly PoolItem[],
  { blueprint: readonly BlueprintCell[]; name: string; days: { pool: readonly PoolItem[]; choice: Choice<PoolItem> }[] }
>()

const without = (choice: Choice<PoolItem>, held: ReadonlySet<string>): Choice<PoolItem> => ({
  ...choice,
  cells: choice.cells.map((cell) => ({
    ...cell,
    items: cell.items.filter(({ itemVersionId }) => !held.has(itemVersionId)),
  })),
})

/** The order in which an item's parts are shown. */
export function shownForm(
  random: DeterministicRandom,
  item: Omit<PoolItem, 'topic' | 'level' | 'exclusionSet' | 'expectedShare' | 'admitShare'>,
): FormItem {
  const { itemVersionId, type } = item
  const indices = (count: number) => Array.from({ length: count }, (_, index) => index)
  switch (type) {
    case 'single-choice':
      return { itemVersionId, optionOrder: random.shuffled(indices(item.optionCount)) }
    case 'true-false':
      // Author index 1 is "true", and it stands first, as everywhere.
      return { itemVersionId, type, optionOrder: [1, 0] }
    case 'short-text':
    case 'number':
      return { itemVersionId, type, optionOrder: [] }
    case 'matching':
      return {
        itemVersionId,
        type,
        optionOrder: random.shuffled(indices(item.optionCount)),
        choiceOrder: random.shuffled(indices(item.choiceCount)),
      }
    default:
      return { itemVersionId, type, optionOrder: random.shuffled(indices(item.optionCount)) }
  }
}

export const TOKEN_LENGTH = 8

/** 48 bits each in a digest of 512: ten tokens a digest. */
const TOKEN_BYTES = 6
const TOKENS_PER_DIGEST = Math.floor(64 / TOKEN_BYTES)

/**
 * DR-2: the tokens of one place's parts in the order shown, joined. A token is 48 bits of
 * HMAC-SHA512(secret, "option" NUL attempt id NUL position), taken at the part's author index (from the eleventh on of further digests,
 * with NUL and their number behind): it says nothing about the part, differs from attempt to attempt, and cannot be made without the
 * secret. Choices of a matching item take "choice" for "option".
 * @param position 1-based place in the paper
 */
export function optionTokens(
  secret: Buffer,
  attemptId: string,
  position: number,
  order: readonly number[],
  kind: 'option' | 'choice' = 'option',
): string {
  const digests: Buffer[] = []
  const digestOf = (block: number) => {
    digests[block] ??= createHmac('sha512', secret)
      .update(`${kind}\0${attemptId}\0${position}${block === 0 ? '' : `\0${block}`}`)
      .digest()
    return digests[block]
  }
  return order
    .map((index) => {
      const at = (index % TOKENS_PER_DIGEST) * TOKEN_BYTES
      return digestOf(Math.floor(index / TOKENS_PER_DIGEST)).toString('base64url', at, at + TOKEN_BYTES)
    })
    .join('')
}

/** The author index behind a token of that place, or -1. */
export function optionOfToken(tokens: string, optionOrder: readonly number[], token: string): number {
  if (token.length !== TOKEN_LENGTH) return -1
  for (let i = 0; i < optionOrder.length; i++)
    if (tokens.startsWith(token, i * TOKEN_LENGTH)) return optionOrder[i] as number
  return -1
}
