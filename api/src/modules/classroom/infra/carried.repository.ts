import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import type { DeliveryItem, KeyRow } from '../../item-bank/index.js'
import type { LessonAct, LessonState } from '../domain/lesson-state.js'
import type { PlayedItem } from './carried.entities.js'
import type { LessonSetEntity } from './class.entities.js'
import type { ResultsContent } from './files/file-shapes.js'
import type { NewLesson } from './lesson.repository.js'

/** A lesson from a file, as its rows will be. */
export interface LessonToCarry extends Omit<NewLesson, 'pin' | 'doorKey'> {
  createdAt: Date
  endedAt: Date
  state: LessonState
  acts: readonly { act: LessonAct; by: string; at: number }[]
  seats: readonly (ResultsContent['seats'][number] & { foldedName: string; deadToken: string })[]
  answers: ResultsContent['answers']
  origin: { id: string; sha256: string; className: string | null; items: readonly PlayedItem[] }
}

class KnownAlready extends Error {}

const ANSWERS_AT_ONCE = 10_000

/** What came in files: once each, whole or not at all. */
@Injectable()
export class CarriedRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** An item of a carried lesson as it was played; no key. */
  async deliver(lessonId: string, itemVersionIds: readonly string[]): Promise<DeliveryItem[]> {
    const found = await this.played(lessonId, itemVersionIds)
    return found.map(({ itemVersionId, item }) => ({ itemVersionId, topic: item.topic, question: item.question }))
  }

  async keys(lessonId: string, itemVersionIds: readonly string[]): Promise<KeyRow[]> {
    const found = await this.played(lessonId, itemVersionIds)
    return found.map(({ itemVersionId, item: { key, explanation, citations } }) => ({
      itemVersionId,
      key,
      explanation,
      citations: citations.map((citation) => ({ documentId: null, ...citation })),
    }))
  }

  /** All items of a carried lesson. */
  async items(lessonId: string): Promise<{ originId: string; items: PlayedItem[] } | null> {
    const [row]: { originId: string; items: PlayedItem[] }[] = await this.dataSource.query(
      `SELECT origin_id AS "originId", items FROM carried_lesson WHERE lesson_id = $1`,
      [lessonId],
    )
    return row ?? null
  }

  async findLesson(ownerId: string, originId: string): Promise<{ lessonId: string; sha256: string } | null> {
    const [row]: { lessonId: string; sha256: string }[] = await this.dataSource.query(
      `SELECT lesson_id AS "lessonId", sha256 FROM carried_lesson WHERE owner_id = $1 AND origin_id = $2`,
      [ownerId, originId],
    )
    return row ?? null
  }

  /**
   * CR-82: writes a lesson with everything that belongs to it, in one transaction.
   * @returns false when the owner has it already, also when another request has just brought it; nothing is written then
   */
  async insertLesson(lesson: LessonToCarry, alongside: (manager: Transaction) => Promise<void>): Promise<boolean> {
    try {
      await this.dataSource.transaction(async (manager) => {
        await write(manager, lesson)
        await alongside(manager)
      })
      return true
    } catch (error) {
      if (error instanceof KnownAlready) return false
      throw error
    }
  }

  /** CR-81: of these items those that the owner has carried in, by the hash of their content. */
  async itemsOf(ownerId: string, hashes: readonly string[]): Promise<Map<string, string>> {
    const rows: { sha256: string; itemId: string }[] = await this.dataSource.query(
      `SELECT sha256, item_id AS "itemId" FROM carried_item WHERE owner_id = $1 AND sha256 = ANY($2)`,
      [ownerId, hashes],
    )
    return new Map(rows.map(({ sha256, itemId }) => [sha256, itemId]))
  }

  /** Everything that somebody has carried in, or what of it is among these. */
  async itemIdsOf(ownerId: string, itemIds?: readonly string[]): Promise<Set<string>> {
    const rows: { itemId: string }[] = await this.dataSource.query(
      `SELECT item_id AS "itemId" FROM carried_item WHERE owner_id = $1 AND ($2::uuid[] IS NULL OR item_id = ANY($2))`,
      [ownerId, itemIds ?? null],
    )
    return new Set(rows.map(({ itemId }) => itemId))
  }

  async setItems(manager: Transaction, ownerId: string, items: readonly { sha256: string; itemId: string }[]) {
    await manager.query(
      `INSERT INTO carried_item (owner_id, sha256, item_id)
       SELECT $1, t.sha256, t.item_id FROM unnest($2::text[], $3::uuid[]) AS t(sha256, item_id)
       ON CONFLICT (owner_id, sha256) DO UPDATE SET item_id = excluded.item_id`,
      [ownerId, items.map(({ sha256 }) => sha256), items.map(({ itemId }) => itemId)],
    )
  }

  async findSet(ownerId: string, originId: string, originHash: string): Promise<{ id: string } | null> {
    const [row]: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM lesson_set WHERE owner_id = $1 AND origin_id = $2 AND origin_hash = $3`,
      [ownerId, originId, originHash],
    )
    return row ?? null
  }

  /** @returns false when the same file came at the same moment; nothing is written then */
  async insertSet(manager: Transaction, set: LessonSetEntity): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `INSERT INTO lesson_set (id, owner_id, title, places, changed_at, origin_id, origin_hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (owner_id, origin_id, origin_hash) WHERE origin_id IS NOT NULL DO NOTHING RETURNING id`,
      [set.id, set.ownerId, set.title, JSON.stringify(set.places), set.changedAt, set.originId, set.originHash],
    )
    return rows.length > 0
  }

  private async played(lessonId: string, itemVersionIds: readonly string[]): Promise<PlayedItem[]> {
    const rows: { played: PlayedItem }[] = await this.dataSource.query(
      `SELECT played FROM carried_lesson, jsonb_array_elements(items) AS played
       WHERE lesson_id = $1 AND played->>'itemVersionId' = ANY($2)`,
      [lessonId, itemVersionIds],
    )
    return rows.map(({ played }) => played)
  }
}

async function write(manager: Transaction, lesson: LessonToCarry): Promise<void> {
  const { id, state, origin } = lesson
  await manager.query(
    `INSERT INTO lesson (id, owner_id, class_id, title, settings, secret, places, phase, place, is_lobby_locked, are_reactions_on,
       skipped, version, created_at, ended_at, delete_on, is_carried_in)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'ended', $8, $9, $10, $11, $12, $13, $14, $15, true)`,
    [
      id,
      lesson.ownerId,
      lesson.classId,
      lesson.title,
      JSON.stringify(lesson.settings),
      lesson.secret,
      JSON.stringify(lesson.places),
      state.place,
      state.isLobbyLocked,
      state.areReactionsOn,
      state.skipped,
      state.version,
      lesson.createdAt,
      lesson.endedAt,
      lesson.deleteOn,
    ],
  )
  const rows: unknown[] = await manager.query(
    `INSERT INTO carried_lesson (lesson_id, owner_id, origin_id, sha256, class_name, items) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (owner_id, origin_id) DO NOTHING RETURNING lesson_id`,
    [id, lesson.ownerId, origin.id, origin.sha256, origin.className, JSON.stringify(origin.items)],
  )
  if (rows.length === 0) throw new KnownAlready()
  await manager.query(
    `INSERT INTO lesson_act (lesson_id, version, act, "by", at)
     SELECT $1, n, a->'act', a->>'by', to_timestamp((a->>'at')::float8 / 1000)
     FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS t(a, n)`,
    [id, JSON.stringify(lesson.acts)],
  )
  await manager.query(
    `INSERT INTO lesson_seat (lesson_id, number, name, folded_name, pupil_id, team, token_hash, device_hash, extra_percent, joined_at,
       joined_place, removed_at, floor, out_at, rescues, own_place)
     SELECT $1, number, name, "foldedName", "pupilId", team, "deadToken", "deadToken", "extraPercent", to_timestamp("joinedAt" / 1000),
       "joinedPlace", to_timestamp("removedAt" / 1000), floor, "outAt", rescues, "ownPlace"
     FROM jsonb_to_recordset($2::jsonb) AS t(number int, name text, "foldedName" text, "pupilId" uuid, team smallint, "deadToken" text,
       "extraPercent" smallint, "joinedAt" float8, "joinedPlace" smallint, "removedAt" float8, floor text, "outAt" smallint,
       rescues smallint, "ownPlace" smallint)`,
    [id, JSON.stringify(lesson.seats)],
  )
  for (let from = 0; from < lesson.answers.length; from += ANSWERS_AT_ONCE)
    await manager.query(
      `INSERT INTO lesson_answer (lesson_id, place, seat, response, received_at, time_ms)
       SELECT $1, (a->>0)::smallint, (a->>1)::int, a->2, to_timestamp((a->>3)::float8 / 1000), (a->>4)::int
       FROM jsonb_array_elements($2::jsonb) AS a`,
      [id, JSON.stringify(lesson.answers.slice(from, from + ANSWERS_AT_ONCE))],
    )
}
