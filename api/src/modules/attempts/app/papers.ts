import { Injectable } from '@nestjs/common'
import type { ItemKey, RoundRules } from '@thiso/contracts/vocab'
import type { Transaction } from '../../../platform/db/transaction.js'
import {
  type FormItem,
  type Place,
  placeOf,
  type PoolItem,
  type RoundEntity,
  RoundsService,
} from '../../contests/index.js'
import { type DeliveryItem, ItemsService } from '../../item-bank/index.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { AttemptEntity } from '../infra/attempt.entities.js'
import { freshPace, type Pace } from '../domain/pace.js'
import { AttemptRepository } from '../infra/attempt.repository.js'
import type { StoredEvent } from '../infra/locked-attempts.js'

/** What the answer path needs of an attempt; small, because thousands of them stand in memory. */
export interface LiveAttempt {
  id: string
  accountId: string
  roundId: string
  acceptUntilMs: number
  places: Place[]
  /** Place 0 takes a prediction. */
  asksPrediction: boolean
  /** Requests must come from the Safe Exam Browser. */
  asksSafeBrowser: boolean
  pace: Pace
}

/** A running attempt, as far as its paper shows it. */
export type PaperAttempt = Pick<
  AttemptEntity,
  | 'id'
  | 'accountId'
  | 'roundId'
  | 'attemptNo'
  | 'state'
  | 'holder'
  | 'form'
  | 'startedAt'
  | 'deadlineAt'
  | 'acceptUntil'
  | 'rulesVersion'
  | 'openPosition'
  | 'openUntil'
  | 'prediction'
  | 'extraPercent'
  | 'creditMs'
  | 'device'
  | 'network'
  | 'noticeVersion'
>

/** A paper with everything that is sent of it: of a one-way paper only the open place. */
export interface ShownPaper {
  attempt: PaperAttempt
  round: RoundEntity
  rules: RoundRules
  live: LiveAttempt
  shown: { position: number; place: Place; item: DeliveryItem }[]
  events: readonly StoredEvent[]
}

const LIVE_LIMIT = 30_000

/** Papers and what stands behind them, remembered by this process; everything can be read again from the database. */
@Injectable()
export class Papers {
  private readonly live = new Map<string, LiveAttempt>()
  private readonly items = new Map<string, DeliveryItem>()
  private readonly keys = new Map<string, ItemKey>()
  private readonly pools = new Map<string, PoolItem[]>()
  private readonly secrets = new Map<string, Buffer>()
  private readonly rules = new Map<string, RoundRules>()

  constructor(
    private readonly attempts: AttemptRepository,
    private readonly rounds: RoundsService,
    private readonly itemBank: ItemsService,
  ) {}

  /** The attempt for the answer path, if this process knows it already. */
  known(attemptId: string): LiveAttempt | undefined {
    return this.live.get(attemptId)
  }

  /** @throws ProblemError ATTEMPT.NOT_FOUND */
  async liveAttempt(attemptId: string): Promise<LiveAttempt> {
    return this.live.get(attemptId) ?? this.reload(attemptId)
  }

  /** Reads the attempt again: its deadline may have moved. */
  async reload(attemptId: string): Promise<LiveAttempt> {
    const attempt = await this.attempts.find(attemptId)
    if (!attempt) throw new ProblemError('ATTEMPT.NOT_FOUND')
    const [secret, rules] = [await this.secretOf(attempt.roundId), await this.rulesOf(attempt)]
    return this.remember(attempt, secret, rules)
  }

  forget(attemptId: string): void {
    this.live.delete(attemptId)
  }

  remember(
    attempt: Pick<PaperAttempt, 'id' | 'accountId' | 'roundId' | 'acceptUntil' | 'prediction'> & {
      form: readonly FormItem[]
    },
    secret: Buffer,
    rules: RoundRules,
  ): LiveAttempt {
    if (this.live.size >= LIVE_LIMIT) {
      const oldest = this.live.keys().next().value
      if (oldest !== undefined) this.live.delete(oldest)
    }
    const live = {
      id: attempt.id,
      accountId: attempt.accountId,
      roundId: attempt.roundId,
      acceptUntilMs: attempt.acceptUntil.getTime(),
      places: attempt.form.map((item, index) => placeOf(secret, attempt.id, index + 1, item)),
      asksPrediction: rules.prediction !== null && attempt.prediction === null,
      asksSafeBrowser: rules.protection.safeBrowser,
      pace: this.live.get(attempt.id)?.pace ?? freshPace(),
    }
    this.live.set(attempt.id, live)
    return live
  }

  /** What is sent of a running attempt's paper. */
  async show(attempt: PaperAttempt, round: RoundEntity, events: readonly StoredEvent[]): Promise<ShownPaper> {
    const rules = await this.rulesOf(attempt)
    const live = this.remember(attempt, round.secret, rules)
    const open = attempt.openPosition
    const positions = live.places.flatMap((_, index) => (open === null || index + 1 === open ? [index + 1] : []))
    const items = await this.deliver(
      positions.map((position) => (attempt.form[position - 1] as FormItem).itemVersionId),
    )
    const shown = positions.map((position, at) => ({
      position,
      place: live.places[position - 1] as Place,
      item: items[at] as DeliveryItem,
    }))
    return { attempt, round, rules, live, shown, events }
  }

  /** The rules that an attempt is taken under. Once there is an attempt, a version never changes. */
  async rulesOf({ roundId, rulesVersion }: Pick<AttemptEntity, 'roundId' | 'rulesVersion'>): Promise<RoundRules> {
    const name = `${roundId} ${rulesVersion}`
    const known = this.rules.get(name)
    if (known) return known
    const rules = await this.attempts.rulesOf(roundId, rulesVersion)
    this.rules.set(name, rules)
    return rules
  }

  async secretOf(roundId: string): Promise<Buffer> {
    const known = this.secrets.get(roundId)
    if (known) return known
    const { secret } = await this.rounds.demand(roundId)
    this.secrets.set(roundId, secret)
    return secret
  }

  /** The frozen pool of a round; `revision` names which one. */
  async poolOf(roundId: string, revision: number): Promise<PoolItem[]> {
    const name = `${roundId} ${revision}`
    const known = this.pools.get(name)
    if (known) return known
    const pool = await this.rounds.poolOf(roundId)
    this.pools.set(name, pool)
    return pool
  }

  /** What the items show. The texts of a version in a pool never change, so they are remembered for good. */
  async deliver(itemVersionIds: readonly string[]): Promise<DeliveryItem[]> {
    const missing = itemVersionIds.filter((id) => !this.items.has(id))
    if (missing.length > 0)
      for (const item of await this.itemBank.deliver(missing)) this.items.set(item.itemVersionId, item)
    return itemVersionIds.map((id) => {
      const item = this.items.get(id)
      if (!item) throw new Error(`no item version ${id}`)
      return item
    })
  }

  /**
   * Keys, for scoring; a frozen version's key never changes, a corrected key is a new version.
   * @param manager the closing's own transaction: a process that has just started knows no keys, and closings that each held one
   *   connection and waited for another would use up the pool and wait for each other
   */
  async keysOf(itemVersionIds: readonly string[], manager: Transaction): Promise<ReadonlyMap<string, ItemKey>> {
    const missing = itemVersionIds.filter((id) => !this.keys.has(id))
    if (missing.length > 0)
      for (const { itemVersionId, key } of await this.itemBank.keys(missing, manager)) this.keys.set(itemVersionId, key)
    return this.keys
  }
}
