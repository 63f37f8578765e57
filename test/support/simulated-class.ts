import { randomBytes } from 'node:crypto'
import type { ApiBody, ApiOutput, LessonItemData } from '@thiso/contracts'
import { lineFor } from './answer-lines'
import { type ClassSocket, closeSockets } from './class-device'
import type { Client } from './client'
import { HostDevice } from './host'
import { Pupil } from './pupil'
import { eventually, useStage } from './stage'
import { type MadeItem, makeItems } from './story'

export type Lesson = ApiOutput<'createLesson'>

export interface MadeLesson {
  lessonId: string
  pin: string
  items: MadeItem[]
  limitS: number
}

interface Wish {
  itemCount?: number
  limitS?: number
  settings?: ApiBody<'createLesson'>['settings']
}

/** A set of fresh items of one teacher, and a lesson with it. */
export async function makeLesson(
  teacher: Client,
  settings: ApiBody<'createLesson'>['settings'] = {},
  itemCount = 3,
  limitS = 60,
): Promise<{ lesson: Lesson; items: MadeItem[] }> {
  const mark = randomBytes(3).toString('hex')
  const bank = await teacher.get('createBank', { body: { name: `Ngân hàng ${mark}` } })
  const items = await makeItems(teacher, bank.id, itemCount, mark)
  const set = await teacher.get('createLessonSet', {
    body: { title: 'Ôn tập chuyển đổi số', places: items.map(({ itemId }) => ({ itemId, limitS })) },
  })
  return { lesson: await teacher.get('createLesson', { body: { setId: set.id, settings } }), items }
}

/** The same for a class whose items open at once. */
export async function makeClassLesson(
  teacher: Client,
  { itemCount = 3, limitS = 20, settings = {} }: Wish = {},
): Promise<MadeLesson> {
  const { lesson, items } = await makeLesson(teacher, { leadS: 0, ...settings }, itemCount, limitS)
  return { lessonId: lesson.id, pin: lesson.pin as string, items, limitS }
}

export interface PlayedClass {
  teacher: Client
  lesson: MadeLesson
  host: HostDevice
  pupils: Pupil[]
}

/** Classes for specs that try what pupils try; every device is closed after its test. */
export function useClasses() {
  // Behind a proxy, so that a spec can come from many addresses.
  const stage = useStage({ TRUST_PROXY: '1' })
  afterEach(closeSockets)

  async function play(names: readonly string[], wish: Wish = {}): Promise<PlayedClass> {
    const teacher = await stage.client('teacher')
    const lesson = await makeClassLesson(teacher, { limitS: 60, ...wish })
    const host = new HostDevice(stage.api.url, teacher, lesson.lessonId)
    await eventually('the host watches', async () => host.isWatching)
    const pupils: Pupil[] = []
    for (const name of names) pupils.push(await seated(lesson, name))
    // Told in groups: an item that somebody answers before would be over for the others (CR-5).
    await eventually('the host sees them', async () => pupils.every(({ seat }) => host.seats.get(seat)?.isHere))
    return { teacher, lesson, host, pupils }
  }

  function seated({ pin }: Pick<MadeLesson, 'pin'>, name: string, device?: string): Promise<Pupil> {
    return Pupil.join(stage.guest(), pin, { name, ...(device ? { device } : {}) })
  }

  return { stage, play, seated }
}

/** One try, whatever comes of it. */
export function tryAnswer(pupil: { socket: ClassSocket }, place: unknown, answer: unknown) {
  return pupil.socket.timeout(5_000).emitWithAck('lesson:answer', { place, answer } as never)
}

/** A pupil of a class of fresh items, who answers what is open rightly or not. */
export class SimulatedPupil {
  private constructor(private readonly phone: Pupil) {}

  static async join(guest: Client, pin: string, name: string): Promise<SimulatedPupil> {
    return new SimulatedPupil(await Pupil.join(guest, pin, { name }))
  }

  get name(): string {
    return this.phone.name
  }

  get token(): string {
    return this.phone.token
  }

  get item(): LessonItemData | null {
    return this.phone.item
  }

  get phase(): string | undefined {
    return this.phone.step?.phase
  }

  get removed(): boolean {
    return this.phone.isGone
  }

  async answer(items: readonly MadeItem[], isRight: boolean): Promise<void> {
    const { item } = this
    if (!item) throw new Error(`${this.name} has no item`)
    await this.phone.choose(item.place, () => lineFor(item, items, isRight))
  }

  /** The phone goes dark; the seat stays. */
  leave(): void {
    this.phone.close()
  }

  /** All who have joined. */
  static everybodyLeaves(): void {
    closeSockets()
  }
}
