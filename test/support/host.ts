import { setTimeout as sleep } from 'node:timers/promises'
import type { ApiBody, HostViewData, LessonStandingData, LessonStepData } from '@thiso/contracts'
import { ClassDevice } from './class-device'
import type { Call, Client } from './client'
import { eventually } from './stage'

export type Act = ApiBody<'actOnLesson'>['act']
export type SeatAct = ApiBody<'actOnSeats'>['act']

/** Whoever steers a lesson, over HTTP: acts on it as it stands now. */
export class Host {
  constructor(
    readonly client: Client,
    readonly id: string,
    readonly pin: string,
  ) {}

  view(): Promise<HostViewData> {
    return this.client.get('lesson', { params: { lessonId: this.id } })
  }

  async act(act: Act['kind'] | Act): Promise<HostViewData['step']> {
    return this.client.get('actOnLesson', await this.request(act))
  }

  async refusal(act: Act['kind'] | Act) {
    return this.client.refusal('actOnLesson', await this.request(act))
  }

  /** Ends the item for all; it may have ended by itself in that moment, where those who are silent are not known to be here yet. */
  async lock(): Promise<void> {
    const { code } = await this.client.call('actOnLesson', await this.request('lock'))
    if (code !== undefined && code !== 'LESSON.MOVED_ON' && code !== 'LESSON.WRONG_PHASE') throw new Error(code)
  }

  seats(act: SeatAct) {
    return this.client.get('actOnSeats', { params: { lessonId: this.id }, body: { act } })
  }

  /** Waits for a phase of a place that comes by itself. */
  reaches(phase: string, place?: number, withinMs = 15_000): Promise<HostViewData['step']> {
    const what = `${phase} of ${place ?? 'any place'}`
    const ask = async () => {
      const { step } = await this.view()
      return step.phase === phase && (place === undefined || step.place === place) && step
    }
    return eventually(what, ask, withinMs)
  }

  private async request(act: Act['kind'] | Act): Promise<Call<'actOnLesson'>> {
    const { step } = await this.view()
    return {
      params: { lessonId: this.id },
      body: { version: step.version, act: typeof act === 'string' ? ({ kind: act } as Act) : act },
    }
  }
}

/** The teacher's computer: the projector's socket, and acts over HTTP. */
export class HostDevice extends ClassDevice {
  view: HostViewData | null = null
  standings: LessonStandingData[] = []
  answeredCount = 0
  readonly seats = new Map<number, HostViewData['seats'][number]>()
  requests: HostViewData['requests'] = []

  constructor(
    url: string,
    readonly teacher: Client,
    readonly lessonId: string,
    readonly remoteKey?: string,
  ) {
    super(url, teacher.cookies.get('thiso'))
    this.socket.on('connect', () => void this.watch())
    this.socket.on('lesson:progress', (event) => {
      this.answeredCount = event.answeredCount
    })
    this.socket.on('lesson:standings', ({ standings }) => {
      this.standings = standings
    })
    this.socket.on('lesson:seats', ({ changed, gone, requests }) => {
      for (const seat of changed) this.seats.set(seat.seat, seat)
      for (const seat of gone) this.seats.delete(seat)
      this.requests = requests
    })
  }

  private async watch(): Promise<void> {
    for (;;) {
      if (!this.socket.connected) return
      const request = { lessonId: this.lessonId, ...(this.remoteKey ? { remoteKey: this.remoteKey } : {}) }
      const view = await this.socket
        .timeout(3_000)
        .emitWithAck('lesson:host', request)
        .catch(() => ({ refused: 'BUSY' as const }))
      if (!('refused' in view)) {
        this.view = view
        this.take(view.step)
        this.answeredCount = view.answeredCount
        this.standings = view.standings
        this.requests = view.requests
        this.seats.clear()
        for (const seat of view.seats) this.seats.set(seat.seat, seat)
        if (view.item) this.items.set(view.item.place, view.item)
        this.isWatching = true
        return
      }
      await sleep(300)
    }
  }

  /** Steers with what the screen shows; asks again where the server does not answer. @param through another process of the server */
  async act(act: Act, through: Client = this.teacher): Promise<LessonStepData> {
    for (;;) {
      const body = { version: this.step?.version ?? 0, act, ...(this.remoteKey ? { remoteKey: this.remoteKey } : {}) }
      const reply = await through.call('actOnLesson', { params: { lessonId: this.lessonId }, body }).catch(() => null)
      if (reply?.status === 200) {
        this.take(reply.body)
        return reply.body
      }
      if (reply && reply.code !== 'SERVER.BUSY' && reply.code !== 'LESSON.MOVED_ON')
        throw new Error(`${act.kind}: ${reply.status} ${reply.text}`)
      await sleep(100)
    }
  }
}
