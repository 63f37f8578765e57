import type { SignalFamily } from '@thiso/contracts/vocab'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'

/** A stored signal with the attempts that it is about. */
export interface FoundSignal {
  id: string
  roundId: string
  runId: string
  kind: string
  family: SignalFamily
  attemptIds: string[]
  p: number | null
  adjustedP: number | null
  falseAlarmRate: number | null
  facts: Record<string, unknown>
  foundAt: Date
}

/** Somebody whom a signal is about, for whoever opens it. */
export interface SubjectRow {
  attemptId: string
  attemptNo: number
  fullName: string
  unitName: string | null
  startedAt: Date
  submittedAt: Date
  points: number
  maxPoints: number
}

const SIGNAL = `SELECT s.id, s.round_id AS "roundId", s.run_id AS "runId", s.kind, s.family, s.p, s.adjusted_p AS "adjustedP",
    s.false_alarm_rate AS "falseAlarmRate", s.facts, s.found_at AS "foundAt",
    ARRAY(SELECT u.attempt_id FROM signal_subject u WHERE u.signal_id = s.id ORDER BY u.attempt_id) AS "attemptIds"
  FROM signal s`

/** Of each round only what its newest finished run found: an older run's signals are kept for cases that hold them. */
const NEWEST = `s.run_id = (SELECT r.id FROM detection_run r WHERE r.round_id = s.round_id AND r.state = 'done'
  ORDER BY r.finished_at DESC, r.id LIMIT 1)`

@Injectable()
export class SignalRepository {
  constructor(private readonly dataSource: DataSource) {}

  ofRound(roundId: string): Promise<FoundSignal[]> {
    return this.dataSource.query(`${SIGNAL} WHERE s.round_id = $1 AND ${NEWEST} ORDER BY s.p NULLS LAST, s.id`, [
      roundId,
    ])
  }

  ofAttempts(attemptIds: readonly string[]): Promise<FoundSignal[]> {
    return this.dataSource.query(
      `${SIGNAL} WHERE s.id IN (SELECT u.signal_id FROM signal_subject u WHERE u.attempt_id = ANY($1)) AND ${NEWEST}
       ORDER BY s.p NULLS LAST, s.id`,
      [attemptIds],
    )
  }

  /** Who took these attempts, and for which unit. */
  subjects(attemptIds: readonly string[]): Promise<SubjectRow[]> {
    return this.dataSource.query(
      `SELECT a.id AS "attemptId", a.attempt_no AS "attemptNo", p.full_name AS "fullName", u.name AS "unitName", a.started_at AS "startedAt",
              a.submitted_at AS "submittedAt", a.points, a.max_points AS "maxPoints"
       FROM attempt a JOIN account p ON p.id = a.account_id LEFT JOIN unit u ON u.id = a.unit_id
       WHERE a.id = ANY($1) ORDER BY a.started_at, a.id`,
      [attemptIds],
    )
  }

  /** The units that these attempts were taken for, by attempt. */
  async unitsOf(attemptIds: readonly string[]): Promise<Map<string, string>> {
    const rows: { id: string; name: string }[] = await this.dataSource.query(
      `SELECT a.id, u.name FROM attempt a JOIN unit u ON u.id = a.unit_id WHERE a.id = ANY($1)`,
      [attemptIds],
    )
    return new Map(rows.map(({ id, name }) => [id, name]))
  }

  byIds(ids: readonly string[]): Promise<FoundSignal[]> {
    return this.dataSource.query(`${SIGNAL} WHERE s.id = ANY($1) ORDER BY s.p NULLS LAST, s.id`, [ids])
  }
}
