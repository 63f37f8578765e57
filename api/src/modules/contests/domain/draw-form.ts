import { createHmac } from 'node:crypto'
import type { CognitiveLevel, Topic } from '@thiso/contracts/vocab'
import { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import { type BlueprintCell, normaliseBlueprint } from './blueprint.js'

export interface PoolItem {
  itemVersionId: string
  topic: Topic
  level: CognitiveLevel
  optionCount: number
}

/** One place of a paper: which item, and its options' author indices in the order in which this attempt shows them. */
export interface FormItem {
  itemVersionId: string
  optionOrder: number[]
}

/**
 * DR-1: the paper of an attempt, a pure function of the round's secret, the attempt, the blueprint and the pool.
 * The seed is HMAC-SHA256(secret, "form" NUL attempt id); the pool is put in order of item version id first, so the same
 * set gives the same paper in whatever order the database returned it. Every cell of the blueprint gets its count of
 * different items, each set equally likely; then the places and each item's options are shuffled.
 * @throws RangeError when a cell asks for more items than the pool has
 */
export function drawForm(
  secret: Buffer,
  attemptId: string,
  blueprint: readonly BlueprintCell[],
  pool: readonly PoolItem[],
): FormItem[] {
  const random = new DeterministicRandom(createHmac('sha256', secret).update(`form\0${attemptId}`).digest())
  const ordered = [...pool].sort((a, b) =>
    a.itemVersionId < b.itemVersionId ? -1 : a.itemVersionId > b.itemVersionId ? 1 : 0,
  )
  const drawn = normaliseBlueprint(blueprint).flatMap(({ topic, level, count }) =>
    random.sample(
      ordered.filter((item) => item.topic === topic && item.level === level),
      count,
    ),
  )
  return random.shuffled(drawn).map(({ itemVersionId, optionCount }) => ({
    itemVersionId,
    optionOrder: random.shuffled(Array.from({ length: optionCount }, (_, index) => index)),
  }))
}

export const TOKEN_LENGTH = 8

/** 48 bits each in a digest of 512: room for ten options. */
const TOKEN_BYTES = 6
const OPTIONS_MAX = Math.floor(64 / TOKEN_BYTES)

/**
 * DR-2: the tokens of one place's options in the order shown, joined. A token is 48 bits of
 * HMAC-SHA512(secret, "option" NUL attempt id NUL position), taken at the option's author index: it says nothing about the
 * option, differs from attempt to attempt, and cannot be made without the secret.
 * @param position 1-based place in the paper
 * @throws RangeError for more than ten options
 */
export function optionTokens(
  secret: Buffer,
  attemptId: string,
  position: number,
  optionOrder: readonly number[],
): string {
  if (optionOrder.length > OPTIONS_MAX) throw new RangeError(`at most ${OPTIONS_MAX} options`)
  const digest = createHmac('sha512', secret).update(`option\0${attemptId}\0${position}`).digest()
  return optionOrder
    .map((index) => digest.toString('base64url', index * TOKEN_BYTES, (index + 1) * TOKEN_BYTES))
    .join('')
}

/** The author index behind a token of that place, or -1. */
export function optionOfToken(tokens: string, optionOrder: readonly number[], token: string): number {
  if (token.length !== TOKEN_LENGTH) return -1
  for (let i = 0; i < optionOrder.length; i++)
    if (tokens.startsWith(token, i * TOKEN_LENGTH)) return optionOrder[i] as number
  return -1
}
