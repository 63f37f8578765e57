import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'

/** The platform's own acts and beats wait no longer for one lesson, since all others wait with them; they are tried again. */
export const HELD_MS = 500
/** For how long one round of beats waits for lessons that somebody holds. */
const ROUND_MS = 1_000

/** Looked at again where the beat is written: while that waited, the lesson may have been silent for too long. $2: ms */
const IS_LIVELY = `phase = 'open' AND paused_at IS NULL AND alive_at >= clock_timestamp() - make_interval(secs => $2 / 1000.0)`

/** CR-40: while an item is open, its lesson says every second that somebody is there to take answers. */
@Injectable()
export class LessonBeats {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Speaks for open lessons. One that somebody holds keeps no other one waiting.
   * @returns those that nobody has spoken for, for longer than `silentMs`; for them nothing is said
   */
  async beat(lessonIds: readonly string[], silentMs: number): Promise<string[]> {
    if (lessonIds.length === 0) return []
    const silent: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM lesson WHERE id = ANY($1) AND phase = 'open' AND paused_at IS NULL
         AND alive_at < clock_timestamp() - make_interval(secs => $2 / 1000.0)`,
      [lessonIds, silentMs],
    )
    const ids = silent.map(({ id }) => id)
    const others = lessonIds.filter((id) => !ids.includes(id))
    const [free]: [{ id: string }[], number] = await this.dataSource.query(
      `UPDATE lesson SET alive_at = clock_timestamp() WHERE ${IS_LIVELY} AND id IN (
         SELECT id FROM lesson WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED) RETURNING id`,
      [others, silentMs],
    )
    const told = new Set(free.map(({ id }) => id))
    const until = performance.now() + ROUND_MS
    for (const id of others) if (!told.has(id) && performance.now() < until) await this.beatOne(id, silentMs)
    return ids
  }

  /** Answers hold a lesson for moments, one group after the other: their end is waited for. */
  private async beatOne(id: string, silentMs: number): Promise<void> {
    try {
      await this.dataSource.transaction(async (manager) => {
        await manager.query(`SET LOCAL lock_timeout = ${HELD_MS}`)
        await manager.query(`UPDATE lesson SET alive_at = clock_timestamp() WHERE ${IS_LIVELY} AND id = $1`, [
          id,
          silentMs,
        ])
      })
    } catch (error) {
      if (!isHeld(error)) throw error
    }
  }
}

/** The row was locked by somebody else for too long. */
export function isHeld(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === '55P03'
}
