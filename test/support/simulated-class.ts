import { randomBytes } from 'node:crypto'
import type { ApiBody, ApiOutput, LessonItemData, SeatViewData } from '@thiso/contracts'
import { PROTOCOL_VERSION } from '@thiso/contracts'
import { io, type Socket } from 'socket.io-client'
import type { Client } from './client'
import { type MadeItem, makeItems } from './story'

export type Lesson = ApiOutput<'createLesson'>

/** A set of fresh items of one teacher, and a lesson with it. */
export async function makeLesson(
  teacher: Client,
  settings: ApiBody<'createLesson'>['settings'] = {},
  itemCount = 3,
): Promise<{ lesson: Lesson; items: MadeItem[] }> {
  const mark = randomBytes(3).toString('hex')
  const bank = await teacher.get('createBank', { body: { name: `Ngân hàng ${mark}` } })
  const items = await makeItems(teacher, bank.id, itemCount, mark)
  const set = await teacher.get('createLessonSet', {
    body: { title: 'Ôn tập chuyển đổi số', places: items.map(({ itemId }) => ({ itemId, limitS: 60 })) },
  })
  return { lesson: await teacher.get('createLesson', { body: { setId: set.id, settings } }), items }
}

/** A pupil without a screen: a seat, a socket, and what it was told last. */
export class SimulatedPupil {
  private static readonly sockets: Socket[] = []
  item: LessonItemData | null
  phase: string
  removed = false

  private constructor(
    readonly name: string,
    readonly token: string,
    private readonly socket: Socket,
    view: SeatViewData,
  ) {
    this.item = view.item
    this.phase = view.step.phase
    socket.on('lesson:step', (event) => {
      this.phase = event.step.phase
      if (event.item) this.item = event.item
    })
    socket.on('lesson:own-seat', ({ seat }) => {
      if (seat === null) this.removed = true
    })
  }

  static async join(guest: Client, pin: string, name: string): Promise<SimulatedPupil> {
    const seat = await guest.get('takeSeat', { body: { pin, name, device: randomBytes(12).toString('base64url') } })
    if (seat.kind !== 'seated') throw new Error(`${name} was not seated`)
    const socket = io(guest.baseUrl, { transports: ['websocket'], auth: { protocol: PROTOCOL_VERSION } })
    SimulatedPupil.sockets.push(socket)
    const view: SeatViewData = await socket.emitWithAck('lesson:seat', { token: seat.token })
    return new SimulatedPupil(name, seat.token, socket, view)
  }

  /** Answers the open place, rightly or not. */
  async answer(items: readonly MadeItem[], isRight: boolean): Promise<void> {
    const { item } = this
    if (!item) throw new Error(`${this.name} has no item`)
    const made = items.find(({ stem }) => stem === item.stem.vi)
    const option = item.options.find(({ text }) => (text.vi === made?.options[made.key]) === isRight)
    const reply = await this.socket.emitWithAck('lesson:answer', { place: item.place, answer: option?.token })
    if ('refused' in reply) throw new Error(`${this.name}: ${reply.refused}`)
  }

  /** The phone goes dark; the seat stays. */
  leave(): void {
    this.socket.close()
  }

  /** All who have joined: an open socket would keep the spec's process alive. */
  static everybodyLeaves(): void {
    for (const socket of SimulatedPupil.sockets.splice(0)) socket.close()
  }
}
