import { Injectable } from '@nestjs/common'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** Prometheus figures of this process; `/api/metrics` prints them. No label ever carries a person. */
@Injectable()
export class Metrics {
  readonly registry = new Registry()
  readonly savedResponses = new Counter({
    name: 'thiso_saved_responses_total',
    help: 'Responses made durable',
    registers: [this.registry],
  })
  readonly refusedResponses = new Counter({
    name: 'thiso_refused_responses_total',
    help: 'Responses refused, by reason',
    labelNames: ['code'],
    registers: [this.registry],
  })
  readonly changeableRecordTables = new Gauge({
    name: 'thiso_changeable_record_tables',
    help: 'Append-only tables that the database role of this process could change; 0 is right',
    registers: [this.registry],
  })
  readonly groupSize = new Histogram({
    name: 'thiso_response_group_size',
    help: 'Responses committed together',
    buckets: [1, 2, 5, 10, 20, 50, 100, 200, 400],
    registers: [this.registry],
  })
  readonly groupSeconds = new Histogram({
    name: 'thiso_response_group_seconds',
    help: 'Time of one group commit',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5],
    registers: [this.registry],
  })
  readonly startedAttempts = new Counter({
    name: 'thiso_started_attempts_total',
    help: 'Attempts started',
    registers: [this.registry],
  })
  readonly submittedAttempts = new Counter({
    name: 'thiso_submitted_attempts_total',
    help: 'Attempts submitted, by how',
    labelNames: ['kind'],
    registers: [this.registry],
  })
  readonly watchers = new Gauge({
    name: 'thiso_board_watchers',
    help: 'Sockets watching a board in this process',
    registers: [this.registry],
  })

  constructor() {
    collectDefaultMetrics({ register: this.registry })
  }
}
