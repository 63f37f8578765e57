import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { SeatRepository } from '../infra/seat.repository.js'

const TELL_MS = 500
const STILL_HERE_MS = 10_000

/** Where to look which seats have a device in this process. */
export interface SeatsHere {
  lessons: () => Iterable<string>
  seatsHere: (lessonId: string) => number[]
  isHere: (lessonId: string, seat: number) => boolean
}

/** CR-5: which seats have a device, in groups on its way to the database: two processes carry one class. */
@Injectable()
export class Presence implements OnApplicationBootstrap, OnApplicationShutdown {
  private here: SeatsHere | null = null
  private touched = new Map<string, Set<number>>()
  private isTelling = false
  private readonly timers: NodeJS.Timeout[] = []

  constructor(private readonly seats: SeatRepository) {}

  onApplicationBootstrap(): void {
    this.timers.push(
      setInterval(() => void this.tell(), TELL_MS),
      setInterval(() => this.everybodyIsStillHere(), STILL_HERE_MS),
    )
  }

  onApplicationShutdown(): void {
    for (const timer of this.timers) clearInterval(timer)
  }

  serve(here: SeatsHere): void {
    this.here = here
  }

  /** A device has come to the seat or left it; which of both, is looked up when it is told. */
  touch(lessonId: string, seat: number): void {
    const seats = this.touched.get(lessonId)
    if (seats) seats.add(seat)
    else this.touched.set(lessonId, new Set([seat]))
  }

  private async tell(): Promise<void> {
    const { here } = this
    if (this.isTelling || !here || this.touched.size === 0) return
    this.isTelling = true
    const touched = this.touched
    this.touched = new Map()
    for (const [lessonId, all] of touched) {
      const seats = [...all]
      const came = seats.filter((seat) => here.isHere(lessonId, seat))
      const went = seats.filter((seat) => !here.isHere(lessonId, seat))
      try {
        await this.seats.setHere(lessonId, came, went)
      } catch {
        // The database is away: told again when it is back, as it is then.
        for (const seat of seats) this.touch(lessonId, seat)
      }
    }
    this.isTelling = false
  }

  private everybodyIsStillHere(): void {
    for (const lessonId of this.here?.lessons() ?? [])
      for (const seat of this.here?.seatsHere(lessonId) ?? []) this.touch(lessonId, seat)
  }
}
