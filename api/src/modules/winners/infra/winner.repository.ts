import { randomUUID } from 'node:crypto'
import type { WinnerListKind, WinnerState } from '@thiso/contracts/vocab'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { WinnerEntity, WinnerListEntity } from './winner.entities.js'

export interface ListKey {
  contestId: string
  kind: WinnerListKind
  roundId: string | null
}

export interface NewWinner
  extends Pick<
    WinnerEntity,
    'accountId' | 'unitId' | 'lineKey' | 'tier' | 'reward' | 'tableCode' | 'rank' | 'orderNo' | 'points' | 'replacesId'
  > {}

/** A list that is locked until the transaction ends. Two organizers at once: the second waits and sees what the first did. */
export interface HeldList {
  manager: EntityManager
  list: WinnerListEntity
  winners: WinnerEntity[]
}

const ORDER = { orderNo: 'ASC', createdAt: 'ASC', id: 'ASC' } as const

@Injectable()
export class WinnerRepository {
  constructor(private readonly dataSource: DataSource) {}

  findList(key: ListKey): Promise<WinnerListEntity | null> {
    return this.dataSource.getRepository(WinnerListEntity).findOne({ where: whereOf(key) })
  }

  listsOf(contestId: string): Promise<WinnerListEntity[]> {
    return this.dataSource.getRepository(WinnerListEntity).findBy({ contestId })
  }

  winnersOf(listIds: readonly string[]): Promise<WinnerEntity[]> {
    if (listIds.length === 0) return Promise.resolve([])
    return this.dataSource
      .getRepository(WinnerEntity)
      .find({ where: listIds.map((listId) => ({ listId })), order: ORDER })
  }

  async findWinner(winnerId: string): Promise<{ winner: WinnerEntity; list: WinnerListEntity } | null> {
    return this.pair(await this.dataSource.getRepository(WinnerEntity).findOneBy({ id: winnerId }))
  }

  async findByCode(code: string): Promise<{ winner: WinnerEntity; list: WinnerListEntity } | null> {
    return this.pair(await this.dataSource.getRepository(WinnerEntity).findOneBy({ certificateCode: code }))
  }

  prizesOf(accountId: string): Promise<WinnerEntity[]> {
    return this.dataSource.getRepository(WinnerEntity).find({ where: { accountId }, order: { createdAt: 'DESC' } })
  }

  async lists(ids: readonly string[]): Promise<Map<string, WinnerListEntity>> {
    if (ids.length === 0) return new Map()
    const lists = await this.dataSource.getRepository(WinnerListEntity).findBy(ids.map((id) => ({ id })))
    return new Map(lists.map((list) => [list.id, list]))
  }

  /** Makes the list where there is none, locks it and lets `act` work on it in one transaction. */
  changeList<T>(key: ListKey, actorId: string, act: (held: HeldList) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO winner_list (id, contest_id, kind, round_id, proposed_by, revision) VALUES ($1, $2, $3, $4, $5, 0)
         ON CONFLICT ON CONSTRAINT winner_list_uq DO NOTHING`,
        [randomUUID(), key.contestId, key.kind, key.roundId, actorId],
      )
      const list = await manager.findOneOrFail(WinnerListEntity, {
        where: whereOf(key),
        lock: { mode: 'pessimistic_write' },
      })
      return act({
        manager,
        list,
        winners: await manager.find(WinnerEntity, { where: { listId: list.id }, order: ORDER }),
      })
    })
  }

  /** Locks the list of a winner, then the winner. @returns null when there is no such winner */
  changeWinner<T>(winnerId: string, act: (held: HeldList, winner: WinnerEntity) => Promise<T>): Promise<T | null> {
    return this.dataSource.transaction(async (manager) => {
      const found = await manager.findOneBy(WinnerEntity, { id: winnerId })
      if (!found) return null
      const list = await manager.findOneOrFail(WinnerListEntity, {
        where: { id: found.listId },
        lock: { mode: 'pessimistic_write' },
      })
      const winners = await manager.find(WinnerEntity, { where: { listId: list.id }, order: ORDER })
      return act({ manager, list, winners }, winners.find(({ id }) => id === winnerId) as WinnerEntity)
    })
  }

  async saveList(held: HeldList, change: Partial<WinnerListEntity>): Promise<void> {
    Object.assign(held.list, change, { revision: held.list.revision + 1 })
    await held.manager.update(WinnerListEntity, held.list.id, { ...change, revision: held.list.revision })
  }

  async add(held: HeldList, winner: NewWinner): Promise<string> {
    const id = randomUUID()
    await held.manager.insert(WinnerEntity, { ...winner, id, listId: held.list.id })
    return id
  }

  /** Changes a winner and keeps the trace of it. */
  async saveWinner(
    { manager }: HeldList,
    winner: WinnerEntity,
    change: Partial<WinnerEntity>,
    trace: { actorId: string | null; act: string; detail?: Record<string, unknown> },
  ): Promise<void> {
    const fromState = winner.state
    Object.assign(winner, change)
    // Typed as the entity's columns are; jsonb values confuse the partial type.
    await manager.update(WinnerEntity, winner.id, change as Record<string, unknown>)
    await this.trace(manager, winner.id, { ...trace, fromState, toState: winner.state })
  }

  async trace(
    manager: EntityManager,
    winnerId: string,
    event: {
      actorId: string | null
      act: string
      fromState: WinnerState
      toState: WinnerState
      detail?: Record<string, unknown>
    },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO winner_event (winner_id, actor_id, act, from_state, to_state, detail) VALUES ($1, $2, $3, $4, $5, $6)`,
      [winnerId, event.actorId, event.act, event.fromState, event.toState, JSON.stringify(event.detail ?? {})],
    )
  }

  private async pair(winner: WinnerEntity | null) {
    if (!winner) return null
    const list = await this.dataSource.getRepository(WinnerListEntity).findOneByOrFail({ id: winner.listId })
    return { winner, list }
  }
}

function whereOf({ contestId, kind, roundId }: ListKey) {
  return { contestId, kind, ...(roundId === null ? {} : { roundId }) }
}
