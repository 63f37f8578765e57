import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type ApiBody,
  type ClassClientEvents,
  type ClassServerEvents,
  type HostViewData,
  type LessonItemData,
  type LessonRevealData,
  type LessonStandingData,
  type LessonStepData,
  PROTOCOL_VERSION,
  type SeatViewData,
} from '@thiso/contracts'
import { io, type Socket } from 'socket.io-client'
import type { Client } from './client'
import { type MadeItem, makeItems } from './story'

export type ClassSocket = Socket<ClassServerEvents, ClassClientEvents>
type HostAct = ApiBody<'actOnLesson'>['act']

/** A socket as the pages open it: it comes back by itself within seconds. */
export function classSocket(url: string, cookie?: string): ClassSocket {
  return io(url, {
    path: '/socket.io',
    forceNew: true,
    transports: ['websocket'],
    auth: { protocol: PROTOCOL_VERSION },
    reconnectionDelay: 300,
    reconnectionDelayMax: 1_500,
    randomizationFactor: 0.6,
    ...(cookie ? { extraHeaders: { cookie: `thiso=${cookie}` } } : {}),
  })
}

export interface MadeLesson {
  lessonId: string
  pin: string
  items: MadeItem[]
  limitS: number
}

/** A set of new items and a lesson from it, as a teacher makes them. */
export async function makeLesson(
  teacher: Client,
  { itemCount = 3, limitS = 20, settings = {} as ApiBody<'createLesson'>['settings'] } = {},
): Promise<MadeLesson> {
  const mark = randomBytes(3).toString('hex')
  const bank = await teacher.get('createBank', { body: { name: `Ngân hàng ${mark}` } })
  const items = await makeItems(teacher, bank.id, itemCount, mark)
  const set = await teacher.get('createLessonSet', {
    body: { title: `Ôn tập ${mark}`, places: items.map(({ itemId }) => ({ itemId, limitS })) },
  })
  const lesson = await teacher.get('createLesson', { body: { setId: set.id, settings: { leadS: 0, ...settings } } })
  return { lessonId: lesson.id, pin: lesson.pin as string, items, limitS }
}

/** What every device of a lesson hears, as its screen would show it. */
class Device {
  socket: ClassSocket
  step: LessonStepData | null = null
  readonly items = new Map<number, LessonItemData>()
  readonly reveals = new Map<number, LessonRevealData>()
  /** Everything that was pushed, in order. */
  readonly heard: { event: string; data: unknown }[] = []
  /** Every packet that came, as text: whoever looks into the traffic sees no more. */
  readonly frames: string[] = []
  /** Pauses that were told, each once. */
  readonly pauses: string[] = []
  isWatching = false

  constructor(
    readonly url: string,
    cookie?: string,
  ) {
    this.socket = classSocket(url, cookie)
    this.socket.io.on('open', () =>
      this.socket.io.engine.on('packet', ({ data }: { data?: unknown }) => this.frames.push(String(data ?? ''))),
    )
    this.socket.onAny((event: string, data: unknown) => this.heard.push({ event, data }))
    this.socket.on('lesson:step', ({ step, item, reveal }) => {
      this.take(step)
      if (item) this.items.set(item.place, item)
      if (reveal) this.reveals.set(reveal.place, reveal)
    })
    this.socket.on('disconnect', () => {
      this.isWatching = false
    })
  }

  protected take(step: LessonStepData): void {
    if (step.pause && this.step?.pause !== step.pause) this.pauses.push(step.pause)
    if ((this.step?.version ?? -1) <= step.version) this.step = step
  }

  close(): void {
    this.socket.close()
  }

  count(event: keyof ClassServerEvents): number {
    return this.heard.filter((each) => each.event === event).length
  }
}

/** The teacher's computer: the projector's socket, and acts over HTTP. */
export class HostDevice extends Device {
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
  async act(act: HostAct, through: Client = this.teacher): Promise<LessonStepData> {
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

export interface Sent {
  line: string
  /** The last refusal, or what the acknowledgement said. */
  ack: { takenMs: number } | null
  refused: string | null
}

/** A pupil's phone. */
export class PupilDevice extends Device {
  view: SeatViewData | null = null
  readonly sent = new Map<number, Sent>()
  readonly outcomes = new Map<number, Parameters<ClassServerEvents['lesson:outcome']>[0]['outcome']>()
  standing: LessonStandingData | null = null
  rightCount = 0
  isGone = false
  tries = 0

  constructor(
    url: string,
    readonly name: string,
    readonly device: string,
    readonly token: string,
    readonly seat: number,
  ) {
    super(url)
    this.socket.on('connect', () => void this.watch())
    this.socket.on('lesson:outcome', ({ place, outcome, standing, rightCount }) => {
      if (outcome) this.outcomes.set(place, outcome)
      if (standing) this.standing = standing
      this.rightCount = rightCount
    })
    this.socket.on('lesson:own-seat', ({ seat: own }) => {
      if (!own) this.isGone = true
    })
  }

  static async join(client: Client, pin: string, name: string, device = newDevice()) {
    const seating = await client.get('takeSeat', { body: { pin, name, device } })
    if (seating.kind !== 'seated') throw new Error(`${name} was not seated`)
    return new PupilDevice(client.baseUrl, name, device, seating.token, seating.view.seat.seat)
  }

  private async watch(): Promise<void> {
    while (this.socket.connected) {
      const view = await this.socket
        .timeout(3_000)
        .emitWithAck('lesson:seat', { token: this.token })
        .catch(() => ({ refused: 'BUSY' as const }))
      if (!('refused' in view)) {
        this.view = view
        this.take(view.step)
        if (view.item) this.items.set(view.item.place, view.item)
        if (view.standing) this.standing = view.standing
        this.rightCount = view.rightCount
        if (view.outcome) this.outcomes.set(view.step.place, view.outcome)
        this.isWatching = true
        return
      }
      if (view.refused !== 'BUSY') {
        this.isGone = true
        return
      }
      await sleep(300)
    }
  }

  /** Sends as the page does: the same line until the server has said something about it. */
  async answer(place: number, line: string): Promise<Sent> {
    const sent: Sent = { line, ack: null, refused: null }
    this.sent.set(place, sent)
    for (;;) {
      if (this.isWatching) {
        this.tries++
        const reply = await this.socket
          .timeout(3_000)
          .emitWithAck('lesson:answer', { place, answer: line })
          .catch(() => null)
        if (reply && 'takenMs' in reply) {
          sent.ack = { takenMs: reply.takenMs }
          sent.refused = null
          return sent
        }
        sent.refused = reply?.refused ?? null
        if (reply && !['BUSY', 'PAUSED', 'EARLY'].includes(reply.refused)) return sent
      }
      await sleep(this.isWatching ? 300 : 50)
    }
  }
}

export const newDevice = () => randomBytes(12).toString('base64url')

/** The token of the item's right option, or of a wrong one. */
export function lineFor(item: LessonItemData, items: readonly MadeItem[], isRight: boolean): string {
  const made = items.find(({ stem }) => stem === item.stem.vi)
  const option = item.options.find(({ text }) => (text.vi === made?.options[made.key]) === isRight)
  if (!option) throw new Error('no such option')
  return option.token
}
