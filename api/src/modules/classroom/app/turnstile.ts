import { Injectable } from '@nestjs/common'
import { ProblemError } from '../../../kernel/problem-error.js'
import { networkOf } from '../../../platform/live/network-of.js'

/** Some seconds' work; whoever comes later is told to try again instead of waiting longer than a page waits. */
const MOST_WAITING = 600
/** More than a hall behind one address. */
const MOST_OF_ADDRESS = 150
const MOST_MS = 5_000

interface Door {
  /** Who waits, by address; the address whose turn is next stands first. */
  lanes: Map<string, (() => Promise<void>)[]>
  length: number
}

/**
 * Seats of one lesson are taken one after the other anyway, since each holds the lesson. They wait here and not with a connection in their
 * hands: a flood of them must not keep the host, answers and other lessons from the database. Addresses take turns, so that a class gets in
 * beside a script.
 */
@Injectable()
export class Turnstile {
  private readonly doors = new Map<string, Door>()

  /** @throws ProblemError REQUEST.TOO_MANY when too many wait already, SERVER.BUSY when the turn comes too late */
  pass<T>(lessonId: string, address: string, run: () => Promise<T>): Promise<T> {
    const known = this.doors.get(lessonId)
    const door = known ?? { lanes: new Map(), length: 0 }
    const from = networkOf(address)
    const lane = door.lanes.get(from) ?? []
    if (door.length >= MOST_WAITING || lane.length >= MOST_OF_ADDRESS)
      return Promise.reject(new ProblemError('REQUEST.TOO_MANY', { seconds: 2 }))
    const cameAt = performance.now()
    return new Promise<T>((done, fail) => {
      lane.push(async () => {
        if (performance.now() - cameAt > MOST_MS) fail(new ProblemError('SERVER.BUSY'))
        else await run().then(done, fail)
      })
      door.lanes.set(from, lane)
      door.length++
      if (known) return
      this.doors.set(lessonId, door)
      void this.letIn(lessonId, door)
    })
  }

  private async letIn(lessonId: string, door: Door): Promise<void> {
    for (const [address, lane] of door.lanes) {
      // To the end of the turns, if somebody of the address is left.
      door.lanes.delete(address)
      const next = lane.shift()
      if (lane.length > 0) door.lanes.set(address, lane)
      await next?.()
      door.length--
    }
    this.doors.delete(lessonId)
  }
}
