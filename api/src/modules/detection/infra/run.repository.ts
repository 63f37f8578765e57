import { Injectable } from '@nestjs/common'
import type { DetectionRunState, DetectionStage, SignalFamily } from '@thiso/contracts/vocab'
import { DataSource, type EntityManager } from 'typeorm'
import type { RunSummary } from '../domain/run-summary.js'

export interface RunRow {
  id: string
  roundId: string
  state: DetectionRunState
  startedByName: string | null
  startedAt: Date
  finishedAt: Date | null
  stage: DetectionStage
  progress: number
  settings: Record<string, unknown> | null
  evidenceHash: string | null
  codeVersion: string | null
  summary: RunSummary
}

/** A signal as it is written. */
export interface NewSignal {
  id: string
  kind: string
  family: SignalFamily
  p: number | null
  adjustedP: number | null
  falseAlarmRate: number | null
  facts: Record<string, unknown>
  attemptIds: readonly string[]
}

/** What a run hands over when it ends well. */
export interface RunOutcome {
  settings: Record<string, unknown>
  evidenceHash: string
  codeVersion: string
  summary: RunSummary
}

/** Signals written by one statement. */
const CHUNK = 500

@Injectable()
export class RunRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns false when another one of this round runs: then nothing was written */
  async begin(manager: EntityManager, id: string, roundId: string, startedBy: string | null): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `INSERT INTO detection_run (id, round_id, state, started_by) VALUES ($1, $2, 'running', $3)
       ON CONFLICT (round_id) WHERE state = 'running' DO NOTHING RETURNING id`,
      [id, roundId, startedBy],
    )
    return rows.length > 0
  }

  /** A sign of life. @returns false when somebody has given the run up, or it is gone: then it must stop */
  async beat(id: string, stage: DetectionStage, progress: number): Promise<boolean> {
    const [, count]: [unknown, number] = await this.dataSource.query(
      `UPDATE detection_run SET alive_at = clock_timestamp(), stage = $2, progress = $3 WHERE id = $1 AND state = 'running'`,
      [id, stage, progress],
    )
    return count > 0
  }

  /** Ends a run that did not end well. */
  async end(id: string, state: 'failed' | 'stopped', failure: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE detection_run SET state = $2, finished_at = clock_timestamp(), failure = $3 WHERE id = $1 AND state = 'running'`,
      [id, state, failure.slice(0, 500)],
    )
  }

  /** Ends the runs of processes that are gone. @returns how many */
  async endSilent(silentS: number): Promise<number> {
    const [, count]: [unknown, number] = await this.dataSource.query(
      `UPDATE detection_run SET state = 'stopped', finished_at = clock_timestamp(), failure = 'no sign of life'
       WHERE state = 'running' AND alive_at < clock_timestamp() - make_interval(secs => $1)`,
      [silentS],
    )
    return count
  }

  /**
   * Writes what a run has found, and that it is done, in one transaction.
   * @returns false when the run had been given up: then nothing is written
   */
  finish(id: string, roundId: string, outcome: RunOutcome, signals: readonly NewSignal[]): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const [, count]: [unknown, number] = await manager.query(
        `UPDATE detection_run SET state = 'done', stage = 'storing', progress = 100, finished_at = clock_timestamp(), settings = $2,
           evidence_hash = $3, code_version = $4, summary = $5 WHERE id = $1 AND state = 'running'`,
        [
          id,
          JSON.stringify(outcome.settings),
          outcome.evidenceHash,
          outcome.codeVersion,
          JSON.stringify(outcome.summary),
        ],
      )
      if (count === 0) return false
      for (let from = 0; from < signals.length; from += CHUNK) {
        const part = signals.slice(from, from + CHUNK)
        await manager.query(
          `INSERT INTO signal (id, round_id, run_id, kind, family, p, adjusted_p, false_alarm_rate, facts)
           SELECT s.id, $1, $2, s.kind, s.family, s.p, s."adjustedP", s."falseAlarmRate", s.facts FROM jsonb_to_recordset($3::jsonb)
             AS s(id uuid, kind text, family text, p float8, "adjustedP" float8, "falseAlarmRate" float8, facts jsonb)`,
          [roundId, id, JSON.stringify(part)],
        )
        await manager.query(
          `INSERT INTO signal_subject (signal_id, attempt_id)
           SELECT s.id, a.attempt_id::uuid FROM jsonb_to_recordset($1::jsonb) AS s(id uuid, "attemptIds" jsonb),
             jsonb_array_elements_text(s."attemptIds") AS a(attempt_id)`,
          [JSON.stringify(part)],
        )
      }
      return true
    })
  }

  /** The newest first. */
  ofRound(roundId: string, limit: number): Promise<RunRow[]> {
    return this.dataSource.query(
      `SELECT r.id, r.round_id AS "roundId", r.state, b.full_name AS "startedByName", r.started_at AS "startedAt",
              r.finished_at AS "finishedAt", r.stage, r.progress, r.settings, r.evidence_hash AS "evidenceHash",
              r.code_version AS "codeVersion", r.summary
       FROM detection_run r LEFT JOIN account b ON b.id = r.started_by
       WHERE r.round_id = $1 ORDER BY r.started_at DESC, r.id LIMIT $2`,
      [roundId, limit],
    )
  }

  /** DT-25: rounds that are over for so long, were taken by at least two people, and that nobody has searched. */
  async unsearched(overS: number, withinS: number, limit: number): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT r.id FROM round r
       WHERE r.published_at IS NOT NULL AND r.paused_at IS NULL
         AND r.closes_at BETWEEN clock_timestamp() - make_interval(secs => $2) AND clock_timestamp() - make_interval(secs => $1)
         AND NOT EXISTS (SELECT FROM detection_run d WHERE d.round_id = r.id AND d.state <> 'stopped')
         AND NOT EXISTS (SELECT FROM attempt a WHERE a.round_id = r.id AND a.state = 'in_progress')
         AND (SELECT count(DISTINCT a.account_id) FROM attempt a WHERE a.round_id = r.id) >= 2
       ORDER BY r.closes_at, r.id LIMIT $3`,
      [overS, withinS, limit],
    )
    return rows.map(({ id }) => id)
  }
}
