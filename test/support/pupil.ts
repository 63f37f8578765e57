import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ApiBody, ClassRefusal, LessonItemData, LessonStandingData, SeatViewData } from '@thiso/contracts'
import { ClassDevice, type Heard } from './class-device'
import type { Client } from './client'
import { eventually } from './stage'

type AnswerReply = { place: number; takenMs: number } | ClassRefusal

/** What a phone has sent for a place, and what came back. */
export interface Sent {
  line: string
  ack: { takenMs: number } | null
  /** The last refusal, also one after which it tries again. */
  refused: string | null
}

const ACK_MS = 15_000
/** What the page waits for before it asks again. */
const PAGE_ACK_MS = 3_000

export const newDevice = () => randomBytes(12).toString('base64url')

/**
 * A pupil without a screen: a seat and a phone over a real socket, with everything that it ever heard. It shows its token after every
 * connection by itself, as the page does.
 */
export class Pupil extends ClassDevice {
  /** As it was told when it asked last. */
  view: SeatViewData
  /** What the phone shows. */
  item: LessonItemData | null = null
  readonly sent = new Map<number, Sent>()
  readonly outcomes = new Map<number, NonNullable<Heard<'lesson:outcome'>['outcome']>>()
  standing: LessonStandingData | null = null
  rightCount = 0
  /** The seat is its own no more: removed, or given to another phone. */
  isGone = false
  /** How many times `insist` has sent something. */
  tries = 0
  private isAsking = false

  constructor(
    url: string,
    readonly token: string,
    readonly device: string,
    readonly name = '',
  ) {
    super(url)
    this.socket.on('connect', () => void this.keepWatching())
    this.socket.on('lesson:step', ({ item }) => {
      if (item) this.item = item
    })
    this.socket.on('lesson:outcome', ({ place, outcome, standing, rightCount }) => {
      if (outcome) this.outcomes.set(place, outcome)
      if (standing) this.standing = standing
      this.rightCount = rightCount
    })
    this.socket.on('lesson:own-seat', ({ seat }) => {
      if (!seat) this.isGone = true
    })
  }

  /** Takes a seat, trying again where the server is busy, as the page does, and waits until the phone has it on its screen. */
  static async join(
    client: Client,
    pin: string,
    { device = newDevice(), ...wish }: Partial<ApiBody<'takeSeat'>> = {},
  ): Promise<Pupil> {
    const name = wish.name ?? ''
    const reply = await eventually(`${name} is seated`, async () => {
      const tried = await client.call('takeSeat', { body: { pin, device, ...wish } })
      return tried.code !== 'SERVER.BUSY' && tried
    })
    const seating = reply.body
    if (seating.kind !== 'seated') throw new Error(`${name} was not seated`)
    const pupil = new Pupil(client.baseUrl, seating.token, device, name)
    await eventually(`${name} watches`, async () => pupil.isWatching || pupil.isGone)
    if (pupil.isGone) throw new Error(`${name} was not let in`)
    return pupil
  }

  /** The same phone opened anew, at another process where told so. */
  twin(url = this.url): Pupil {
    return new Pupil(url, this.token, this.device, this.name)
  }

  get seat(): number {
    return this.view.seat.seat
  }

  /** Shows its token. */
  async watch(ackMs = ACK_MS): Promise<SeatViewData | ClassRefusal> {
    this.isAsking = true
    try {
      const view = await this.socket.timeout(ackMs).emitWithAck('lesson:seat', { token: this.token })
      if (!('refused' in view)) this.learn(view)
      else if (view.refused !== 'BUSY') this.isGone = true
      return view
    } finally {
      this.isAsking = false
    }
  }

  private async keepWatching(): Promise<void> {
    while (this.socket.connected && !this.isWatching && !this.isGone) {
      if (!this.isAsking) await this.watch(PAGE_ACK_MS).catch(() => undefined)
      if (!this.isWatching) await sleep(300)
    }
  }

  private learn(view: SeatViewData): void {
    this.view = view
    this.take(view.step)
    this.item = view.item
    if (view.item) this.items.set(view.item.place, view.item)
    if (view.standing) this.standing = view.standing
    this.rightCount = view.rightCount
    if (view.outcome) this.outcomes.set(view.step.place, view.outcome)
    this.isWatching = true
  }

  itemOf(place: number): Promise<LessonItemData> {
    return eventually(`item ${place} on the phone of ${this.name}`, async () => this.items.get(place))
  }

  /** Sends once. */
  answer(place: number, line: string): Promise<AnswerReply> {
    return this.socket.timeout(ACK_MS).emitWithAck('lesson:answer', { place, answer: line })
  }

  /** Sends as the page does: the same line until the server has said something about it. */
  async insist(place: number, line: string): Promise<Sent> {
    const sent: Sent = { line, ack: null, refused: null }
    this.sent.set(place, sent)
    for (;;) {
      if (this.isWatching) {
        this.tries++
        const reply = await this.socket
          .timeout(PAGE_ACK_MS)
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

  /** Waits for the place to be on the phone and to take answers. @throws when the answer is not taken */
  async choose(place: number, lineOf: (item: LessonItemData) => string): Promise<void> {
    const { refused } = await this.insist(place, lineOf(await this.itemOf(place)))
    if (refused) throw new Error(`${this.name}, place ${place}: ${refused}`)
  }

  /** race, homework: the page after the one that is shown. */
  async next(): Promise<SeatViewData | ClassRefusal> {
    const view = await this.socket.timeout(ACK_MS).emitWithAck('lesson:own-next', { place: this.view.ownPlace ?? 0 })
    if (!('refused' in view)) this.learn(view)
    return view
  }

  react(reaction: number): void {
    this.socket.emit('lesson:react', { reaction })
  }

  outcome(place: number): Promise<Heard<'lesson:outcome'>> {
    return eventually(`outcome of ${place}`, async () => {
      const found = this.heard.find(
        ({ event, data }) => event === 'lesson:outcome' && (data as Heard<'lesson:outcome'>).place === place,
      )
      return found?.data as Heard<'lesson:outcome'> | undefined
    })
  }
}
