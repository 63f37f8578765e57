import type { ItemResponse, Topic } from '@thiso/contracts/vocab'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import type { Memory } from '../domain/schedule.js'
import type { PracticeForm } from './practice.entities.js'

/** One showing of an item. */
export interface Showing {
  id: string
  itemId: string
  itemVersionId: string
  form: PracticeForm
}

/** A person's memory of one item. */
export interface CardRow {
  itemId: string
  topic: Topic
  dueAt: Date
  memory: Memory
  answerCount: number
  rightCount: number
}

export interface NewAnswer {
  accountId: string
  showingId: string
  itemId: string
  response: ItemResponse | null
  answeredAt: Date
}

/** What an answer comes to, decided while nobody else can change the person's cards. */
export interface Judgement {
  share: number
  isRight: boolean
  memory: Memory
  dueAt: Date
}

export type AnswerOutcome =
  | { kind: 'answered_now' | 'answered_before'; response: ItemResponse | null; dueAt: Date }
  | { kind: 'unknown' }

/** Showings, answers and cards. Whatever changes a person's cards holds the row of the account, so that it happens one after the other. */
@Injectable()
export class PracticeRepository {
  constructor(private readonly dataSource: DataSource) {}

  cardsOf(accountId: string): Promise<CardRow[]> {
    return this.dataSource.query(
      `SELECT c.item_id AS "itemId", i.topic, c.due_at AS "dueAt", c.memory, c.answer_count AS "answerCount",
              c.right_count AS "rightCount"
       FROM practice_card c JOIN item i ON i.id = c.item_id WHERE c.account_id = $1`,
      [accountId],
    )
  }

  /** Everything that was shown to a person, in its order. */
  historyOf(accountId: string): Promise<{ shownAt: Date; answeredAt: Date | null; share: number | null }[]> {
    return this.dataSource.query(
      `SELECT shown_at AS "shownAt", answered_at AS "answeredAt", share FROM practice_answer WHERE account_id = $1
       ORDER BY shown_at, id`,
      [accountId],
    )
  }

  /** Showings that wait for their answer, the newest first. */
  unansweredOf(accountId: string): Promise<Showing[]> {
    return this.dataSource.query(
      `SELECT a.id, v.item_id AS "itemId", a.item_version_id AS "itemVersionId", a.form
       FROM practice_answer a JOIN item_version v ON v.id = a.item_version_id
       WHERE a.account_id = $1 AND a.answered_at IS NULL ORDER BY a.shown_at DESC LIMIT 100`,
      [accountId],
    )
  }

  async lastAnswered(accountId: string): Promise<string | null> {
    const [row]: { itemId: string }[] = await this.dataSource.query(
      `SELECT v.item_id AS "itemId" FROM practice_answer a JOIN item_version v ON v.id = a.item_version_id
       WHERE a.account_id = $1 AND a.answered_at IS NOT NULL ORDER BY a.answered_at DESC LIMIT 1`,
      [accountId],
    )
    return row?.itemId ?? null
  }

  /**
   * PR-4: keeps a showing.
   * @param known ids of the unanswered showings on which the choice stands
   * @returns false when another tab has been shown something meanwhile: look again
   */
  async show(accountId: string, showing: Showing, known: readonly string[], shownAt: Date): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      await lockAccount(manager, accountId)
      const rows: unknown[] = await manager.query(
        `INSERT INTO practice_answer (id, account_id, item_version_id, form, shown_at)
         SELECT $1, $2, $3, $4, $5 WHERE NOT EXISTS (
           SELECT FROM practice_answer WHERE account_id = $2 AND answered_at IS NULL AND id <> ALL($6::uuid[]))
         RETURNING id`,
        [showing.id, accountId, showing.itemVersionId, JSON.stringify(showing.form), shownAt, known],
      )
      return rows.length > 0
    })
  }

  async find(accountId: string, showingId: string): Promise<Showing | null> {
    const [row]: Showing[] = await this.dataSource.query(
      `SELECT a.id, v.item_id AS "itemId", a.item_version_id AS "itemVersionId", a.form
       FROM practice_answer a JOIN item_version v ON v.id = a.item_version_id WHERE a.id = $1 AND a.account_id = $2`,
      [showingId, accountId],
    )
    return row ?? null
  }

  /**
   * PR-4: the answer to a showing, once. Of several at the same moment, from however many processes, one is kept; the others learn what
   * it was.
   * @param judge called for the one that is kept, with the memory as it stands
   */
  async answer(
    answer: NewAnswer,
    judge: (memory: Memory | null, manager: Transaction) => Promise<Judgement>,
  ): Promise<AnswerOutcome> {
    const { accountId, showingId, itemId, response, answeredAt } = answer
    return this.dataSource.transaction(async (manager): Promise<AnswerOutcome> => {
      await lockAccount(manager, accountId)
      const [showing]: { answeredAt: Date | null; response: ItemResponse | null }[] = await manager.query(
        `SELECT answered_at AS "answeredAt", response FROM practice_answer WHERE id = $1 AND account_id = $2`,
        [showingId, accountId],
      )
      if (!showing) return { kind: 'unknown' }
      const [card]: { memory: Memory; dueAt: Date }[] = await manager.query(
        `SELECT memory, due_at AS "dueAt" FROM practice_card WHERE account_id = $1 AND item_id = $2`,
        [accountId, itemId],
      )
      if (showing.answeredAt)
        return card ? { kind: 'answered_before', response: showing.response, dueAt: card.dueAt } : { kind: 'unknown' }
      const { share, isRight, memory, dueAt } = await judge(card?.memory ?? null, manager)
      await manager.query(`UPDATE practice_answer SET answered_at = $2, response = $3, share = $4 WHERE id = $1`, [
        showingId,
        answeredAt,
        response === null ? null : JSON.stringify(response),
        share,
      ])
      await manager.query(
        `INSERT INTO practice_card (account_id, item_id, due_at, memory, answer_count, right_count)
         VALUES ($1, $2, $3, $4, 1, $5)
         ON CONFLICT (account_id, item_id) DO UPDATE SET due_at = excluded.due_at, memory = excluded.memory,
           answer_count = practice_card.answer_count + 1, right_count = practice_card.right_count + excluded.right_count`,
        [accountId, itemId, dueAt, JSON.stringify(memory), isRight ? 1 : 0],
      )
      return { kind: 'answered_now', response, dueAt }
    })
  }
}

/** Does not stand in the way of rows that only refer to the account. */
async function lockAccount(manager: EntityManager, accountId: string): Promise<void> {
  await manager.query(`SELECT FROM account WHERE id = $1 FOR NO KEY UPDATE`, [accountId])
}
