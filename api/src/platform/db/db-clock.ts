import { Clock } from '../../kernel/clock.js'
import type { DataSource } from 'typeorm'

const RESYNC_MS = 30_000

/**
 * The database server's clock, carried by this process's monotonic one, so that several API processes agree and an
 * operator who sets a server's clock in mid-round changes nothing. Error: at most half a round trip to the database.
 */
export class DbClock extends Clock {
  private offsetMs = Date.now() - performance.now()
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly dataSource: DataSource) {
    super()
  }

  override now(): number {
    return Math.round(performance.now() + this.offsetMs)
  }

  /** Takes the best of three samples now and every 30 seconds; a failed sample keeps the last offset. */
  async start(): Promise<void> {
    await this.sync()
    this.timer = setInterval(() => void this.sync().catch(() => undefined), RESYNC_MS)
    this.timer.unref()
  }

  stop(): void {
    clearInterval(this.timer)
  }

  private async sync(): Promise<void> {
    let bestTrip = Number.POSITIVE_INFINITY
    for (let i = 0; i < 3; i++) {
      const sent = performance.now()
      const rows: { ms: string }[] = await this.dataSource.query(
        `SELECT (extract(epoch FROM clock_timestamp()) * 1000)::text AS ms`,
      )
      const received = performance.now()
      const trip = received - sent
      if (trip >= bestTrip) continue
      bestTrip = trip
      this.offsetMs = Number(rows[0]?.ms) - (sent + trip / 2)
    }
  }
}
