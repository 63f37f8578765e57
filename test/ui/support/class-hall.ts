import { randomBytes } from 'node:crypto'
import {
  type ApiBody,
  type ApiOutput,
  type LessonItemData,
  PROTOCOL_VERSION,
  type SeatViewData,
} from '@thiso/contracts'
import { lineOf } from '@thiso/contracts/vocab'
import { io, type Socket } from 'socket.io-client'
import { Client } from '../../support/client'
import { addPerson, knowDatabase } from '../../support/people'
import { approve } from '../../support/story'
import { until } from './act'
import type { Stage } from './stage'

type Item = ApiBody<'createItem'>
type Place = ApiBody<'createLessonSet'>['places'][number]
type Settings = ApiBody<'createLesson'>['settings']
type HostAct = ApiBody<'actOnLesson'>['act']

/** What is needed of an item to write it; the rest is usual. */
export interface HallItem {
  body: Item['body']
  explanation?: string
  en?: { stem: string; texts: string[]; explanation: string }
}

const sockets: Socket[] = []
/** For `afterEach`: everybody goes home, also when a scene was broken off. */
export function emptyHall(): void {
  for (const socket of sockets.splice(0)) socket.close()
}

/** A host with a log-in for browsers, a bank, and lessons. */
export class ClassHall {
  private constructor(
    private readonly stage: Stage,
    readonly login: string,
    private readonly client: Client,
    private readonly bankId: string,
  ) {}

  static async open(stage: Stage): Promise<ClassHall> {
    const { pool } = stage.database
    knowDatabase(stage.api.url, pool)
    const person = await addPerson(pool, 'organizer', null, 'Phạm Thị Cô Giáo')
    const client = new Client(stage.api.url, person.token)
    const bank = await client.get('createBank', { body: { name: `Ngân hàng lớp ${randomBytes(3).toString('hex')}` } })
    return new ClassHall(stage, person.login, client, bank.id)
  }

  async item({ body, explanation = '', en }: HallItem): Promise<string> {
    const { id } = await this.client.get('createItem', {
      body: {
        bankId: this.bankId,
        topic: 'concepts',
        level: 'recall',
        body,
        explanation,
        translations: en ? { en } : {},
        citations: [
          {
            documentId: null,
            title: 'Luật Giao dịch điện tử số 20/2023/QH15',
            url: 'https://example.org/luat',
            locator: 'Điều 3',
            role: 'reference',
          },
        ],
        validFrom: null,
        validTo: null,
      },
    })
    await approve(this.client, id)
    return id
  }

  async lesson(places: Place[], settings: Settings, title = 'Ôn tập chuyển đổi số'): Promise<HallLesson> {
    const set = await this.client.get('createLessonSet', { body: { title, places } })
    const made = await this.client.get('createLesson', { body: { setId: set.id, settings } })
    return new HallLesson(this.stage, this.client, made.id, made.pin ?? '')
  }
}

/** One lesson, steered from outside the browser where a scene wants it. */
export class HallLesson {
  readonly pupils: HallPupil[] = []

  constructor(
    private readonly stage: Stage,
    private readonly client: Client,
    readonly id: string,
    readonly pin: string,
  ) {}

  get path(): string {
    return `/admin/man-hinh/${this.id}`
  }

  view(): Promise<ApiOutput<'lesson'>> {
    return this.client.get('lesson', { params: { lessonId: this.id } })
  }

  async act(act: HostAct): Promise<void> {
    const { step } = await this.view()
    await this.client.get('actOnLesson', { params: { lessonId: this.id }, body: { version: step.version, act } })
  }

  async reaches(phase: string, place?: number): Promise<void> {
    await until(async () => {
      const { step } = await this.view()
      return step.phase === phase && (place === undefined || step.place === place)
    })
  }

  /** One after the other, so that their seats are numbered in this order. */
  async join(names: readonly string[], team?: (index: number) => number): Promise<void> {
    for (const [index, name] of names.entries()) {
      const guest = await this.stage.client()
      const device = randomBytes(12).toString('base64url')
      const body = { pin: this.pin, name, device, team: team?.(index) ?? null }
      const seat = await guest.get('takeSeat', { body })
      if (seat.kind !== 'seated') throw new Error(`${name} was not seated`)
      this.pupils.push(await HallPupil.watch(this.stage.api.url, name, seat.token))
    }
  }

  /** A whole hall at the door, some at a time; the seats are numbered as the server seats them. */
  async crowd(names: readonly string[], atATime = 12): Promise<void> {
    for (let from = 0; from < names.length; from += atATime) {
      // All of them are waited for, also where one is refused: who comes later would sit in an empty hall.
      const tried = await Promise.allSettled(names.slice(from, from + atATime).map((name) => this.join([name])))
      for (const each of tried) if (each.status === 'rejected') throw each.reason
    }
  }

  /** The phone of somebody dies; its owner asks for the seat from another one. */
  async askBack(name: string): Promise<void> {
    const index = this.pupils.findIndex((pupil) => pupil.name === name)
    this.pupils[index]?.socket.close()
    await until(async () => (await this.view()).seats.some((seat) => seat.name === name && !seat.isHere))
    const guest = await this.stage.client()
    const body = { pin: this.pin, name, device: randomBytes(12).toString('base64url') }
    const reply = await guest.get('takeSeat', { body })
    if (reply.kind !== 'asked') throw new Error(`${name} was seated at once`)
    // It goes on asking, as a phone does: nobody waits for one that has stopped.
    const stop = () => clearInterval(again)
    const ask = () => guest.call('takeSeat', { body }).then(({ body: seat }) => seat.kind !== 'asked' && stop(), stop)
    const again = setInterval(() => void ask(), 3_000)
    again.unref()
  }
}

/** A pupil without a screen. */
export class HallPupil {
  private constructor(
    readonly name: string,
    readonly socket: Socket,
    public item: LessonItemData | null,
    public ownPlace: number,
  ) {}

  static async watch(url: string, name: string, token: string): Promise<HallPupil> {
    const socket = io(url, { transports: ['websocket'], forceNew: true, auth: { protocol: PROTOCOL_VERSION } })
    sockets.push(socket)
    const view: SeatViewData = await socket.emitWithAck('lesson:seat', { token })
    const pupil = new HallPupil(name, socket, view.item, view.seat.ownPlace)
    socket.on('lesson:step', ({ item }: { item?: LessonItemData }) => {
      if (item) pupil.item = item
    })
    return pupil
  }

  /** Waits for the place to reach the phone and to take answers, then sends the line. */
  async answer(place: number, line: (item: LessonItemData) => string): Promise<void> {
    const item = await until(async () => (this.item?.place === place ? this.item : null))
    await until(async () => {
      const reply = await this.socket.emitWithAck('lesson:answer', { place, answer: line(item) })
      if (reply.refused === 'EARLY' || reply.refused === 'BUSY') return false
      if (reply.refused) throw new Error(`${this.name}: ${reply.refused}`)
      return true
    })
  }

  /** race, homework: opens the own next place. */
  async next(): Promise<void> {
    const view: SeatViewData = await this.socket.emitWithAck('lesson:own-next', { place: this.ownPlace })
    this.item = view.item
    this.ownPlace = view.seat.ownPlace
  }

  react(reaction: number): void {
    this.socket.emit('lesson:react', { reaction })
  }
}

/** The line that picks the option at that index. */
export const pick = (index: number) => (item: LessonItemData) => item.options[index % item.options.length]?.token ?? ''

/** The line that picks the option with that text. */
export const pickText = (text: string) => (item: LessonItemData) =>
  item.options.find((option) => option.text.vi === text)?.token ?? ''

/** Some whole answer to an item of any type; `seed` makes them differ. */
export function someAnswer(seed: number, words: readonly string[] = []): (item: LessonItemData) => string {
  return (item) => {
    const { options, choices } = item
    switch (item.type) {
      case 'multiple-choice':
        return lineOf(options.filter((_, index) => (index + seed) % 2 === 0).map(({ token }) => [token, ''])) ?? ''
      case 'true-false-group':
        return lineOf(options.map(({ token }, index) => [token, (index + seed) % 3 === 0 ? '0' : '1'])) ?? ''
      case 'ordering':
        return (
          lineOf(
            [...options.slice(seed % options.length), ...options.slice(0, seed % options.length)].map(({ token }) => [
              token,
              '',
            ]),
          ) ?? ''
        )
      case 'matching':
        return (
          lineOf(options.map(({ token }, index) => [token, choices[(index + seed) % choices.length]?.token ?? ''])) ??
          ''
        )
      case 'short-text':
      case 'number':
        return words[seed % words.length] ?? ''
      default:
        return item.kind === 'word-cloud' ? (words[seed % words.length] ?? '') : pick(seed)(item)
    }
  }
}
