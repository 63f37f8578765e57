import { PROCESS_EVENT_LIMIT, PROCESS_KEPT_DAYS, PROCESS_KEPT_DAYS_UNPUBLISHED } from '@thiso/contracts/vocab'
import { Injectable } from '@nestjs/common'
import { DataSource, In } from 'typeorm'
import { ProcessEventEntity } from './process-event.entity.js'

export type NewProcessEvent = Pick<
  ProcessEventEntity,
  'id' | 'attemptId' | 'kind' | 'at' | 'clientAtMs' | 'durationMs' | 'detail'
>

@Injectable()
export class ProcessEventRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * PE-2, PE-4: writes events of one attempt, as many as there is still room for; those that are there already change nothing. They are
   * given the latest day of deletion that the round allows; the sweep brings it forward once results are public.
   */
  async add(attemptId: string, events: readonly NewProcessEvent[]): Promise<void> {
    if (events.length === 0) return
    await this.dataSource.query(
      `INSERT INTO process_event (id, attempt_id, kind, at, client_at_ms, duration_ms, detail, delete_after)
       SELECT e.id, a.id, e.kind, e.at, e.client_at_ms, e.duration_ms, e.detail, r.closes_at + make_interval(days => $9)
       FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::bigint[], $6::int[], $7::jsonb[])
         WITH ORDINALITY AS e(id, kind, at, client_at_ms, duration_ms, detail, no)
       JOIN attempt a ON a.id = $1 JOIN round r ON r.id = a.round_id
       WHERE e.no <= $8 - (SELECT count(*) FROM process_event WHERE attempt_id = $1)
       ON CONFLICT (id) DO NOTHING`,
      [
        attemptId,
        events.map(({ id }) => id),
        events.map(({ kind }) => kind),
        events.map(({ at }) => at),
        events.map(({ clientAtMs }) => clientAtMs),
        events.map(({ durationMs }) => durationMs),
        events.map(({ detail }) => JSON.stringify(detail)),
        PROCESS_EVENT_LIMIT,
        PROCESS_KEPT_DAYS_UNPUBLISHED,
      ],
    )
  }

  of(attemptIds: readonly string[]): Promise<ProcessEventEntity[]> {
    return this.dataSource.getRepository(ProcessEventEntity).find({
      where: { attemptId: In([...attemptIds]) },
      order: { attemptId: 'ASC', at: 'ASC', id: 'ASC' },
    })
  }

  /**
   * PE-5: sets the day of deletion by what is known today (results that are public, ends that were moved) and deletes what is due.
   * @returns how many events were deleted
   */
  async sweep(now: Date): Promise<number> {
    await this.dataSource.query(
      `UPDATE process_event e SET delete_after = due.at
       FROM attempt a JOIN LATERAL (
         SELECT least(r.closes_at + make_interval(days => $2),
           (SELECT min(v.published_at) FROM result_version v WHERE v.round_id = r.id AND v.state = 'final') + make_interval(days => $1)) AS at
         FROM round r WHERE r.id = a.round_id
       ) due ON true
       WHERE a.id = e.attempt_id AND e.delete_after <> due.at`,
      [PROCESS_KEPT_DAYS, PROCESS_KEPT_DAYS_UNPUBLISHED],
    )
    const [, count]: [unknown, number] = await this.dataSource.query(
      `DELETE FROM process_event WHERE delete_after <= $1`,
      [now],
    )
    return count
  }
}
