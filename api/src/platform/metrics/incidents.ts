import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'

const FLUSH_MS = 2_000

/** Server errors, counted by minute, code and route in the database, so that every process's errors are seen by the organizers. */
@Injectable()
export class Incidents {
  private readonly pending = new Map<string, { code: string; route: string; count: number }>()
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly dataSource: DataSource) {}

  note(code: string, route: string): void {
    const key = `${code} ${route}`
    const entry = this.pending.get(key) ?? { code, route, count: 0 }
    entry.count++
    this.pending.set(key, entry)
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref()
  }

  async last(limit: number): Promise<{ at: Date; code: string; route: string; count: number }[]> {
    return this.dataSource.query(
      `SELECT minute AS at, code, route, count FROM incident WHERE minute > now() - interval '1 day' ORDER BY minute DESC, count DESC LIMIT $1`,
      [limit],
    )
  }

  /** Best effort: while the database is away the counts wait for the next flush. */
  private async flush(): Promise<void> {
    this.timer = undefined
    const entries = [...this.pending.values()]
    this.pending.clear()
    for (const { code, route, count } of entries) {
      try {
        await this.dataSource.query(
          `INSERT INTO incident (minute, code, route, count) VALUES (date_trunc('minute', now()), $1, $2, $3)
           ON CONFLICT (minute, code, route) DO UPDATE SET count = incident.count + EXCLUDED.count`,
          [code, route, count],
        )
      } catch {
        for (let i = 0; i < count; i++) this.note(code, route)
      }
    }
  }
}
