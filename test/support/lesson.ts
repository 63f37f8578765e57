import type { ApiBody, HostViewData, LessonItemData } from '@thiso/contracts'
import { type ClassSocket, classSocket, type Heard } from './class-device'
import type { Client } from './client'
import { Host } from './host'
import { addBank, addItem, type ItemRow } from './item-rows'
import type { Person } from './people'
import { newDevice, Pupil } from './pupil'
import { eventually, type Stage } from './stage'

export { right, tokenOf, wrong } from './answer-lines'
export { classSocket as connect, closeSockets } from './class-device'
export { newDevice, Pupil } from './pupil'

type Teacher = Client & { person: Person }
type Place = ApiBody<'createLessonSet'>['places'][number]
type Settings = ApiBody<'createLesson'>['settings']

/** What a lesson of a spec is made of; an item is of single choice with the key "hai" unless told otherwise. */
export type PlaceRow = Partial<Place> & { row?: ItemRow }

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

/** A lesson as its host has it before them: acts over HTTP, and what the screen hears. */
export class Lesson extends Host {
  readonly steps: Heard<'lesson:step'>[] = []
  readonly progress: Heard<'lesson:progress'>[] = []
  host: ClassSocket
  private readonly pupils: Pupil[] = []

  constructor(
    readonly stage: Stage,
    readonly teacher: Teacher,
    made: HostViewData,
  ) {
    super(teacher, made.id, made.pin as string)
    this.host = classSocket(stage.api.url, teacher.person.token)
    this.host.on('lesson:step', (step) => this.steps.push(step))
    this.host.on('lesson:progress', (progress) => this.progress.push(progress))
  }

  async watch(): Promise<HostViewData> {
    const view = await this.host.emitWithAck('lesson:host', { lessonId: this.id })
    if ('refused' in view) throw new Error(`the host is refused: ${view.refused}`)
    return view
  }

  /** Opens the next place. @returns its item, as every device got it */
  async next(): Promise<LessonItemData> {
    await this.knowsWhoIsHere()
    const { place } = await this.act('next')
    return eventually(`item ${place}`, async () => this.steps.find(({ item }) => item?.place === place)?.item)
  }

  /** Waits for a phase of a place that comes by itself. */
  phase(phase: string, place?: number, withinMs?: number): Promise<HostViewData['step']> {
    return this.reaches(phase, place, withinMs)
  }

  async reveal(place: number) {
    await this.reaches('revealed', place)
    return eventually(`reveal ${place}`, async () => this.steps.find((step) => step.reveal?.place === place)?.reveal)
  }

  /** Asks for a seat, whatever comes of it. */
  take(wish: Partial<ApiBody<'takeSeat'>> = {}, client: Client = this.stage.guest()) {
    return client.call('takeSeat', { body: { pin: this.pin, device: newDevice(), ...wish } })
  }

  /** A pupil with a seat and a phone. */
  async join(name: string, wish: Partial<ApiBody<'takeSeat'>> = {}, client = this.stage.guest()): Promise<Pupil> {
    const pupil = await Pupil.join(client, this.pin, { name, ...wish })
    this.pupils.push(pupil)
    return pupil
  }

  joinAll(names: readonly string[]): Promise<Pupil[]> {
    return Promise.all(names.map((name) => this.join(name)))
  }

  /**
   * Who is here is told in groups: an item that somebody answers before the others are known to be here would be over for them (CR-5).
   */
  private async knowsWhoIsHere(): Promise<void> {
    await eventually('all phones are known to be here', async () => {
      const here = new Set((await this.view()).seats.flatMap(({ seat, isHere }) => (isHere ? [seat] : [])))
      return this.pupils.every((pupil) => !pupil.isWatching || pupil.isGone || here.has(pupil.seat))
    })
  }
}

/** The school year that runs in Viet Nam, as classes have it: the data of the one before are deleted on 31 August. */
export function schoolYearNow(): number {
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
  const year = Number(today.slice(0, 4))
  return today >= `${year}-08-31` ? year : year - 1
}
