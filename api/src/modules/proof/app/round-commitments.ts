import { Injectable } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { signNote } from '../../../kernel/signed-note.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { type PoolItem, type RoundEntity, RoundsService } from '../../contests/index.js'
import { ItemsService } from '../../item-bank/index.js'
import { roundOrigin } from '../domain/leaf.js'
import { type CommittedItem, poolLeaves, poolRoot, type PoolLeaf, secretCommitment } from '../domain/pool-commitment.js'
import { commitmentText } from '../domain/signed-texts.js'
import { CommitmentRepository } from '../infra/commitment.repository.js'
import { Signing } from './signing.js'

type CommittedRound = Pick<RoundEntity, 'id' | 'secret'>

/** The name of a round's log. */
export const logOfRound = (roundId: string) => `rounds/${roundId}`

/**
 * PF-1: the commitment to a round's secret and pool, made in the transaction that fixes the pool: when the round is published, and again
 * when its pool is changed before anybody takes part.
 */
@Injectable()
export class RoundCommitments {
  constructor(
    private readonly commitments: CommitmentRepository,
    private readonly rounds: RoundsService,
    private readonly items: ItemsService,
    private readonly signing: Signing,
    private readonly clock: Clock,
  ) {
    rounds.onPoolFixed((manager, round, pool) => this.commit(manager, round, pool))
  }

  /** Makes up for rounds that were published where nobody was there to commit; once somebody has taken part, it is too late. */
  async commitMissing(): Promise<void> {
    for (const roundId of await this.commitments.uncommitted(new Date(this.clock.now()))) {
      const [round] = await this.rounds.find([roundId])
      if (!round) continue
      const pool = await this.rounds.poolOf(roundId)
      await this.commitments.transaction(async (manager) => {
        if (await this.commitments.lockUntouched(manager, roundId)) await this.commit(manager, round, pool)
      })
    }
  }

  /** The first line of everything that is signed about a round. */
  async originOf(roundId: string, manager?: Transaction): Promise<string> {
    const { name } = await this.signing.signer()
    return this.commitments.originOf(logOfRound(roundId), roundOrigin(name, roundId), manager)
  }

  /** The lines of the pool that a round has: with its keys, for whoever may know them. */
  async leavesOf(round: CommittedRound, pool?: readonly PoolItem[], manager?: Transaction): Promise<PoolLeaf[]> {
    return poolLeaves(round.secret, await this.committed(pool ?? (await this.rounds.poolOf(round.id)), manager))
  }

  private async commit(manager: Transaction, round: CommittedRound, pool: readonly PoolItem[]): Promise<void> {
    const earlier = (await this.commitments.ofRound(round.id, manager)).at(-1)
    const root = poolRoot(await this.leavesOf(round, pool, manager))
    if (earlier?.poolRoot.equals(root)) return
    const fixed = {
      version: (earlier?.version ?? 0) + 1,
      secretCommitment: secretCommitment(round.id, round.secret),
      poolRoot: root,
      poolSize: pool.length,
      madeAt: new Date(this.clock.now()),
    }
    const origin = await this.originOf(round.id, manager)
    const note = signNote(commitmentText({ origin, ...fixed }), await this.signing.signer())
    await this.commitments.insert(manager, { roundId: round.id, ...fixed, note })
  }

  private async committed(pool: readonly PoolItem[], manager?: Transaction): Promise<CommittedItem[]> {
    const ids = pool.map(({ itemVersionId }) => itemVersionId)
    const [keys, texts] = await Promise.all([this.items.keys(ids, manager), this.items.deliver(ids)])
    const keyOf = new Map(keys.map(({ itemVersionId, key }) => [itemVersionId, key]))
    const questionOf = new Map(texts.map(({ itemVersionId, question }) => [itemVersionId, question]))
    return pool.map(({ itemVersionId, topic, level, type, optionCount, choiceCount, exclusionSet, expectedShare }) => {
      const [key, question] = [keyOf.get(itemVersionId), questionOf.get(itemVersionId)]
      if (!key || !question) throw new Error(`no item version ${itemVersionId}`)
      return {
        itemVersionId,
        topic,
        level,
        type,
        optionCount,
        choiceCount,
        exclusionSet,
        expectedShare: expectedShare ?? 0.5,
        key,
        question,
      }
    })
  }
}
