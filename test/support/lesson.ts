import { randomBytes } from 'node:crypto'
import {
  type ApiBody,
  type ClassRefusal,
  type ClassServerEvents,
  type HostViewData,
  type LessonItemData,
  PROTOCOL_VERSION,
  type SeatViewData,
} from '@thiso/contracts'
import { io, type Socket } from 'socket.io-client'
import type { Call, Client } from './client'
import { addBank, addItem, type ItemRow } from './item-rows'
import type { Person } from './people'
import { eventually, type Stage } from './stage'

type Teacher = Client & { person: Person }
type Place = ApiBody<'createLessonSet'>['places'][number]
type Settings = ApiBody<'createLesson'>['settings']
type Act = ApiBody<'actOnLesson'>['act']
type SeatAct = ApiBody<'actOnSeats'>['act']
type Heard<E extends keyof ClassServerEvents> = Parameters<ClassServerEvents[E]>[0]

/** What a lesson of a spec is made of; an item is of single choice with the key "hai" unless told otherwise. */
export type PlaceRow = Partial<Place> & { row?: ItemRow }

const sockets: Socket[] = []
/** For `afterEach`. */
export function closeSockets(): void {
  for (const socket of sockets.splice(0)) socket.close()
}

export function connect(url: string, token?: string): Socket {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    auth: { protocol: PROTOCOL_VERSION },
    ...(token ? { extraHeaders: { cookie: `thiso=${token}` } } : {}),
  })
  sockets.push(socket)
  return socket
}

/** A set of the teacher with these places, its items in a bank of their own. */
export async function makeSet(stage: Stage, teacher: Client, rows: readonly PlaceRow[]): Promise<string> {
  const bankId = await addBank(stage.database.pool)
  const places = await Promise.all(
    rows.map(async ({ row, ...place }): Promise<Place> => {
      const isItem = (place.kind ?? 'item') === 'item'
      const itemId = isItem ? (await addItem(stage.database.pool, bankId, row)).itemId : null
      return { itemId, limitS: 60, points: 1, ...place }
    }),
  )
  const set = await teacher.get('createLessonSet', { body: { title: 'Ôn tập chuyển đổi số', places } })
  return set.id
}

/** `count` items of single choice. */
export const items = (count: number, place: PlaceRow = {}): PlaceRow[] => Array.from({ length: count }, () => place)

export async function openLesson(
  stage: Stage,
  teacher: Teacher,
  rows: readonly PlaceRow[],
  settings: Settings = {},
  classId: string | null = null,
): Promise<Lesson> {
  const setId = await makeSet(stage, teacher, rows)
  const made = await teacher.get('createLesson', { body: { setId, classId, settings: { leadS: 0, ...settings } } })
  const lesson = new Lesson(stage, teacher, made)
  await lesson.watch()
  return lesson
}

/** A lesson as its host has it before them. */
export class Lesson {
  readonly id: string
  readonly pin: string
  readonly steps: Heard<'lesson:step'>[] = []
  readonly progress: Heard<'lesson:progress'>[] = []
  host: Socket

  constructor(
    readonly stage: Stage,
    readonly teacher: Teacher,
    made: HostViewData,
  ) {
    this.id = made.id
    this.pin = made.pin as string
    this.host = connect(stage.api.url, teacher.person.token)
    this.host.on('lesson:step', (step) => this.steps.push(step))
    this.host.on('lesson:progress', (progress) => this.progress.push(progress))
  }

  watch(): Promise<HostViewData> {
    return this.host.emitWithAck('lesson:host', { lessonId: this.id })
  }

  view(): Promise<HostViewData> {
    return this.teacher.get('lesson', { params: { lessonId: this.id } })
  }

  /** Acts on the lesson as it stands now. */
  async act(act: Act['kind'] | Act): Promise<HostViewData['step']> {
    return this.teacher.get('actOnLesson', await this.request(act))
  }

  async refusal(act: Act['kind'] | Act) {
    return this.teacher.refusal('actOnLesson', await this.request(act))
  }

  seats(act: SeatAct) {
    return this.teacher.get('actOnSeats', { params: { lessonId: this.id }, body: { act } })
  }

  /** Ends the item for all; it may have ended by itself in that moment, where those who are silent are not known to be here yet. */
  async lock(): Promise<void> {
    const { code } = await this.teacher.call('actOnLesson', await this.request('lock'))
    if (code !== undefined && code !== 'LESSON.MOVED_ON' && code !== 'LESSON.WRONG_PHASE') throw new Error(code)
  }

  /** Opens the next place. @returns its item, as every device got it */
  async next(): Promise<LessonItemData> {
    const { place } = await this.act('next')
    return eventually(`item ${place}`, async () => this.steps.find(({ item }) => item?.place === place)?.item)
  }

  /** Waits for a phase of a place that comes by itself. */
  phase(phase: string, place?: number, withinMs = 15_000): Promise<HostViewData['step']> {
    const what = `${phase} of ${place ?? 'any place'}`
    const ask = async () => {
      const { step } = await this.view()
      return step.phase === phase && (place === undefined || step.place === place) && step
    }
    return eventually(what, ask, withinMs)
  }

  async reveal(place: number) {
    await this.phase('revealed', place)
    return eventually(`reveal ${place}`, async () => this.steps.find((step) => step.reveal?.place === place)?.reveal)
  }

  async take(wish: Partial<ApiBody<'takeSeat'>> = {}, client: Client = this.stage.guest()) {
    return client.call('takeSeat', { body: { pin: this.pin, device: newDevice(), ...wish } })
  }

  /** A pupil with a seat and a phone. */
  async join(name: string, wish: Partial<ApiBody<'takeSeat'>> = {}, client?: Client): Promise<Pupil> {
    const device = wish.device ?? newDevice()
    const { body } = await this.take({ name, ...wish, device }, client)
    if (body.kind !== 'seated') throw new Error(`${name} has no seat`)
    const pupil = new Pupil(this.stage.api.url, body.token, device)
    await pupil.watch()
    return pupil
  }

  joinAll(names: readonly string[]): Promise<Pupil[]> {
    return Promise.all(names.map((name) => this.join(name)))
  }

  private async request(act: Act['kind'] | Act): Promise<Call<'actOnLesson'>> {
    const { step } = await this.view()
    return {
      params: { lessonId: this.id },
      body: { version: step.version, act: typeof act === 'string' ? ({ kind: act } as Act) : act },
    }
  }
}

export const newDevice = () => randomBytes(12).toString('base64url')

/** A pupil's phone, and everything that it ever heard. */
export class Pupil {
  readonly socket: Socket
  readonly heard: { event: string; data: unknown }[] = []
  view: SeatViewData

  constructor(
    url: string,
    readonly token: string,
    readonly device: string,
  ) {
    this.socket = connect(url)
    this.socket.onAny((event: string, data: unknown) => this.heard.push({ event, data }))
  }

  get seat(): number {
    return this.view.seat.seat
  }

  /** Shows its token, as after every connection. */
  async watch(): Promise<SeatViewData | ClassRefusal> {
    const view: SeatViewData | ClassRefusal = await this.socket.emitWithAck('lesson:seat', { token: this.token })
    if (!('refused' in view)) this.view = view
    return view
  }

  answer(place: number, answer: string): Promise<{ place: number; takenMs: number } | ClassRefusal> {
    return this.socket.emitWithAck('lesson:answer', { place, answer })
  }

  /** race, homework: the page after the one that is shown. */
  async next(): Promise<SeatViewData | ClassRefusal> {
    const view: SeatViewData | ClassRefusal = await this.socket.emitWithAck('lesson:own-next', {
      place: this.view.ownPlace ?? 0,
    })
    if (!('refused' in view)) this.view = view
    return view
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

/** The token of an option by its text; "hai" is right. */
export function tokenOf(item: Pick<LessonItemData, 'options'> | null, text = 'hai'): string {
  const option = item?.options.find((each) => each.text.vi === text)
  if (!option) throw new Error(`no option “${text}”`)
  return option.token
}

export const right = (item: LessonItemData | null) => tokenOf(item)
export const wrong = (item: LessonItemData | null) => tokenOf(item, 'ba')
