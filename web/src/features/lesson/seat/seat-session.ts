import type { ClassRefusal, ClassServerEvents, SeatViewData } from '@thiso/contracts'
import { noteServerTime, serverNow } from '@thiso/kit/api/server-clock'
import { type ClassSocket, openClassSocket } from '@thiso/kit/lesson/class-socket'
import { keepUnsent, loseToken, unsentAnswer } from './kept-seats'
import { afterEvent, needsView, nothing, placeNow, type SeatEvent, type SeatState } from './seat-state'

const REPLY_MS = 6_000
/** A short drop is nobody's business. */
const QUIET_DROP_MS = 1_500
/** What is missing is asked for at most so often. */
const LOOK_AGAIN_MS = 2_000

export type Link = 'joining' | 'live' | 'lost'

export interface SeatSnapshot extends SeatState {
  link: Link
  /** The platform catches its breath: answers wait, nothing is lost. */
  isAway: boolean
  /** race, homework: the next place is being asked for. */
  isMovingOn: boolean
}

const isRefusal = (answer: object): answer is ClassRefusal => 'refused' in answer

/** One seat of this phone over a socket: watches it, sends its answers until the server has them, comes back by itself. */
export class SeatSession {
  private snapshot: SeatSnapshot = { ...nothing, link: 'joining', isAway: false, isMovingOn: false }
  private readonly watchers = new Set<() => void>()
  private readonly timers = new Set<ReturnType<typeof setTimeout>>()
  private readonly off: (() => void)[] = []
  private socket: ClassSocket | null = null
  private isStopped = false
  private isWatching = false
  private isSending = false
  private lookedAt = Number.NEGATIVE_INFINITY
  private dropTimer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly lessonId: string,
    private readonly token: string,
    private readonly open: () => Promise<ClassSocket> = openClassSocket,
  ) {}

  readonly subscribe = (watcher: () => void) => {
    this.watchers.add(watcher)
    return () => void this.watchers.delete(watcher)
  }
  readonly get = () => this.snapshot

  start(): void {
    this.isStopped = false
    void this.open().then(
      (socket) => {
        if (this.isStopped) socket.close()
        else this.attach(socket)
      },
      // The code for it did not come.
      () => this.later(2_000, () => this.start()),
    )
  }

  stop(): void {
    this.isStopped = true
    for (const timer of this.timers) clearTimeout(timer)
    this.timers.clear()
    clearTimeout(this.dropTimer)
    for (const off of this.off.splice(0)) off()
    this.socket?.close()
    this.socket = null
    this.isWatching = false
    this.isSending = false
  }

  /** Chosen or typed, not sent. */
  draft(line: string | null): void {
    const place = this.place()
    if (place !== null) this.take({ kind: 'draft', place, line })
  }

  answer(line: string): void {
    const place = this.place()
    if (place === null) return
    this.take({ kind: 'send', place, line })
    const { known } = this.snapshot
    if (known?.answer?.status === 'sending') keepUnsent({ lessonId: this.lessonId, place, line })
    void this.send()
  }

  react(reaction: number): void {
    this.socket?.emit('lesson:react', { reaction })
  }

  /** race, homework: the place after the one shown. */
  async next(): Promise<void> {
    const place = this.snapshot.known?.ownPlace
    if (place === null || place === undefined || this.snapshot.isMovingOn) return
    this.set({ isMovingOn: true })
    const answer = await this.ask((socket) => socket.emitWithAck('lesson:own-next', { place }))
    if (this.isStopped) return
    this.set({ isMovingOn: false })
    if (answer && !isRefusal(answer)) this.take({ kind: 'view', view: answer })
    // The lesson is over, or the line is down: the view tells which.
    else void this.watch()
  }

  private place(): number | null {
    const { known } = this.snapshot
    return known && placeNow(known)
  }

  private attach(socket: ClassSocket): void {
    this.socket = socket
    const on = <E extends keyof ClassServerEvents>(event: E, hear: ClassServerEvents[E]) => {
      socket.on(event, hear as never)
      this.off.push(() => socket.off(event, hear as never))
    }
    on('lesson:step', (event) => this.take({ kind: 'step', ...event }))
    on('lesson:outcome', (event) => this.take({ kind: 'outcome', ...event }))
    on('lesson:away', ({ isAway }) => {
      this.set({ isAway })
      if (!isAway) void this.send()
    })
    on('lesson:own-seat', ({ seat }) => {
      // What became of the seat, the server says to its token.
      if (seat) this.take({ kind: 'own-seat', seat })
      else void this.watch()
    })
    const up = () => void this.watch()
    const down = () => {
      this.isWatching = false
      // A socket that the server closed or refused stays closed unless it is opened again.
      this.later(1_000 + Math.random() * 2_000, () => {
        if (!socket.active) socket.connect()
      })
      this.dropTimer ??= setTimeout(() => this.set({ link: 'lost' }), QUIET_DROP_MS)
    }
    // A phone that wakes up does not wait for the next try.
    const wake = () => {
      if (document.visibilityState !== 'visible' || socket.connected) return
      socket.disconnect()
      socket.connect()
    }
    socket.on('connect', up)
    socket.on('disconnect', down)
    socket.on('connect_error', down)
    document.addEventListener('visibilitychange', wake)
    window.addEventListener('online', wake)
    this.off.push(() => {
      socket.off('connect', up)
      socket.off('disconnect', down)
      socket.off('connect_error', down)
      document.removeEventListener('visibilitychange', wake)
      window.removeEventListener('online', wake)
    })
    if (socket.connected) up()
    else this.dropTimer = setTimeout(() => this.set({ link: 'lost' }), REPLY_MS)
  }

  /** Shows the token and takes what the server says of the seat. */
  private async watch(): Promise<void> {
    if (!this.socket?.connected || this.isStopped) return
    this.lookedAt = performance.now()
    const sentAt = performance.now()
    const answer = await this.ask((socket) => socket.emitWithAck('lesson:seat', { token: this.token }))
    if (this.isStopped) return
    if (answer && !isRefusal(answer)) return this.seated(answer, sentAt)
    if (answer?.refused === 'REMOVED' || answer?.refused === 'NOT_FOUND') {
      loseToken(this.lessonId)
      keepUnsent(null)
      this.take({ kind: 'gone', why: answer.refused === 'REMOVED' ? 'removed' : 'elsewhere' })
      return
    }
    this.later(1_000 + Math.random() * 2_000, () => void this.watch())
  }

  private seated(view: SeatViewData, sentAt: number): void {
    noteServerTime(view.step.serverTime, sentAt, performance.now())
    clearTimeout(this.dropTimer)
    this.dropTimer = undefined
    this.isWatching = true
    this.set({ link: 'live', isAway: false })
    this.take({ kind: 'view', view })
    const unsent = unsentAnswer(this.lessonId)
    const { known } = this.snapshot
    const takes = view.step.phase === 'open' || view.step.phase === 'locked'
    if (unsent && known && takes && unsent.place === placeNow(known)) this.take({ kind: 'send', ...unsent })
    void this.send()
  }

  /** Sends the answer until the server has said something about it; the same answer again is told the same. */
  private async send(): Promise<void> {
    const answer = this.snapshot.known?.answer
    if (answer?.status !== 'sending' || !this.isWatching || this.isSending || this.isStopped) return
    const { place, line } = answer
    this.isSending = true
    const reply = await this.ask((socket) => socket.emitWithAck('lesson:answer', { place, answer: line }))
    this.isSending = false
    if (this.isStopped) return
    if (reply && !isRefusal(reply)) this.take({ kind: 'acked', place, line, takenMs: reply.takenMs })
    else if (!reply || reply.refused === 'BUSY') this.later(800 + Math.random() * 800, () => void this.send())
    else if (reply.refused === 'EARLY') this.later(this.untilOpenMs(), () => void this.send())
    // The pause may be known here or still on its way; it is tried again when it ends.
    else if (reply.refused === 'PAUSED') this.later(1_000, () => void this.send())
    else if (reply.refused === 'REMOVED' || reply.refused === 'NOT_FOUND') void this.watch()
    else this.take({ kind: 'refused', place, line, why: reply.refused })
  }

  private untilOpenMs(): number {
    const opensAt = Date.parse(this.snapshot.known?.step.opensAt ?? '')
    return Number.isNaN(opensAt) ? 500 : Math.max(100, opensAt - serverNow() + 50)
  }

  /** One question to the server; null when there was no answer in time. */
  private async ask<T>(emit: (socket: ReturnType<ClassSocket['timeout']>) => Promise<T>): Promise<T | null> {
    const { socket } = this
    if (!socket?.connected) return null
    try {
      return await emit(socket.timeout(REPLY_MS) as ReturnType<ClassSocket['timeout']>)
    } catch {
      // The line looks open and carries nothing: a new one is faster than waiting.
      if (socket.connected && !this.isStopped) {
        socket.disconnect()
        socket.connect()
      }
      return null
    }
  }

  private take(event: SeatEvent): void {
    const { known, gone } = this.snapshot
    const after = afterEvent({ known, gone }, event)
    if (after.known === known && after.gone === gone) return
    this.set(after)
    this.settle()
  }

  /** What follows from a new state: nothing unsent is kept of an answered place, and what is missing is asked for. */
  private settle(): void {
    const { known } = this.snapshot
    if (!known) return
    if (known.answer && known.answer.status !== 'sending' && known.answer.status !== 'draft') keepUnsent(null)
    if (this.isWatching && needsView(known)) {
      const waitMs = Math.max(150, this.lookedAt + LOOK_AGAIN_MS - performance.now())
      this.lookedAt = performance.now() + waitMs
      this.later(waitMs, () => {
        const now = this.snapshot.known
        if (now && needsView(now)) void this.watch()
      })
    }
  }

  private later(waitMs: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      if (!this.isStopped) act()
    }, waitMs)
    this.timers.add(timer)
  }

  private set(change: Partial<SeatSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change }
    for (const watcher of this.watchers) watcher()
  }
}
