import { randomBytes } from 'node:crypto'
import type { ApiBody } from '@thiso/contracts'
import { closeSockets } from '../../support/class-device'
import { Client } from '../../support/client'
import { Host } from '../../support/host'
import { addPerson, knowDatabase } from '../../support/people'
import { newDevice, Pupil } from '../../support/pupil'
import { approve } from '../../support/story'
import { until } from './act'
import type { Stage } from './stage'

export { pick, pickText, someAnswer } from '../../support/answer-lines'

/** For `afterEach`: everybody goes home, also when a scene was broken off. */
export const emptyHall = closeSockets

type Item = ApiBody<'createItem'>
type Place = ApiBody<'createLessonSet'>['places'][number]
type Settings = ApiBody<'createLesson'>['settings']

/** What is needed of an item to write it; the rest is usual. */
export interface HallItem {
  body: Item['body']
  explanation?: string
  en?: { stem: string; texts: string[]; explanation: string }
}

/** A host with a log-in for browsers, a bank, and lessons. */
export class ClassHall {
  private constructor(
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
    return new ClassHall(person.login, client, bank.id)
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
    return new HallLesson(this.client, made.id, made.pin ?? '')
  }
}

/** One lesson, steered from outside the browser where a scene wants it. */
export class HallLesson extends Host {
  readonly pupils: Pupil[] = []

  get path(): string {
    return `/admin/man-hinh/${this.id}`
  }

  private guest(): Client {
    return new Client(this.client.baseUrl)
  }

  /** One after the other, so that their seats are numbered in this order. */
  async join(names: readonly string[], team?: (index: number) => number): Promise<void> {
    for (const [index, name] of names.entries())
      this.pupils.push(await Pupil.join(this.guest(), this.pin, { name, team: team?.(index) ?? null }))
  }

  /** A whole hall at the door, some at a time; the seats are numbered as the server seats them. */
  async crowd(names: readonly string[], atATime = 12): Promise<void> {
    for (let from = 0; from < names.length; from += atATime) {
      await roomAtTheDoor(Math.min(atATime, names.length - from))
      // All of them are waited for, also where one is refused: who comes later would sit in an empty hall.
      const tried = await Promise.allSettled(names.slice(from, from + atATime).map((name) => this.join([name])))
      for (const each of tried) if (each.status === 'rejected') throw each.reason
    }
  }

  /** The phone of somebody dies; its owner asks for the seat from another one. */
  async askBack(name: string): Promise<void> {
    this.pupils.find((pupil) => pupil.name === name)?.close()
    await until(async () => (await this.view()).seats.some((seat) => seat.name === name && !seat.isHere))
    const guest = this.guest()
    const body = { pin: this.pin, name, device: newDevice() }
    const reply = await guest.get('takeSeat', { body })
    if (reply.kind !== 'asked') throw new Error(`${name} was seated at once`)
    // It goes on asking, as a phone does: nobody waits for one that has stopped.
    const stop = () => clearInterval(again)
    const ask = () => guest.call('takeSeat', { body }).then(({ body: seat }) => seat.kind !== 'asked' && stop(), stop)
    const again = setInterval(() => void ask(), 3_000)
    again.unref()
  }
}

/** The door seats 300 in ten seconds from one address, and all halls of a spec come from one: nobody comes who would be refused. */
const DOOR = { seats: 300, windowMs: 10_000 }
const seatedAt: number[] = []

async function roomAtTheDoor(wanted: number): Promise<void> {
  await until(async () => {
    const since = Date.now() - DOOR.windowMs - 500
    while ((seatedAt[0] ?? Number.POSITIVE_INFINITY) < since) seatedAt.shift()
    return seatedAt.length + wanted <= DOOR.seats
  })
  for (let seat = 0; seat < wanted; seat++) seatedAt.push(Date.now())
}
