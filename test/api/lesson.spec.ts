import { randomBytes, randomUUID } from 'node:crypto'
import { type ClassServerEvents, type HostViewData, PROTOCOL_VERSION, type SeatViewData } from '@thiso/contracts'
import { io, type Socket } from 'socket.io-client'
import { eventually, useStage } from '../support/stage'
import { approve, makeItems } from '../support/story'

const stage = useStage()
const sockets: Socket[] = []
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close()
})

function connect(cookie?: string): Socket {
  const socket = io(stage.api.url, {
    transports: ['websocket'],
    auth: { protocol: PROTOCOL_VERSION },
    ...(cookie ? { extraHeaders: { cookie: `thiso=${cookie}` } } : {}),
  })
  sockets.push(socket)
  return socket
}

describe('CR: a lesson', () => {
  it('is played from the lobby to the podium', async () => {
    const teacher = await stage.client('teacher')
    const mark = randomBytes(3).toString('hex')
    const bank = await teacher.get('createBank', { body: { name: `Ngân hàng ${mark}` } })
    const items = await makeItems(teacher, bank.id, 3, mark)
    expect(items).toHaveLength(3)
    void approve
    const setId = randomUUID()
    await stage.database.pool.query(
      `INSERT INTO lesson_set (id, owner_id, title, places) VALUES ($1, $2, 'Ôn tập', $3)`,
      [
        setId,
        teacher.person.accountId,
        JSON.stringify(
          items.map(({ itemId }) => ({
            kind: 'item',
            itemId,
            prompt: '',
            choices: [],
            limitS: 20,
            points: 1,
            section: '',
          })),
        ),
      ],
    )
    const made = await teacher.get('createLesson', { body: { setId, settings: { leadS: 0 } } })
    expect(made.pin).toMatch(/^\d{6}$/)
    const host = connect(teacher.person.token)
    const view: HostViewData = await host.emitWithAck('lesson:host', { lessonId: made.id })
    expect(view.step.phase).toBe('lobby')

    const pupils = await Promise.all(
      ['An', 'Bình', 'Chi'].map(async (name) => {
        const seat = await stage.guest().get('takeSeat', {
          body: { pin: made.pin as string, name, device: randomBytes(12).toString('base64url') },
        })
        if (seat.kind !== 'seated') throw new Error('not seated')
        const socket = connect()
        const heard: unknown[] = []
        socket.onAny((...event) => heard.push(event))
        const own: SeatViewData = await socket.emitWithAck('lesson:seat', { token: seat.token })
        return { name, socket, heard, own }
      }),
    )
    const steps: Parameters<ClassServerEvents['lesson:step']>[0][] = []
    host.on('lesson:step', (event) => steps.push(event))
    let version = view.step.version
    const act = async (kind: 'next' | 'board' | 'reveal') => {
      const step = await teacher.get('actOnLesson', {
        params: { lessonId: made.id },
        body: { version, act: { kind } },
      })
      version = step.version
      return step
    }
    await act('next')
    const item = (await eventually('the item', async () => steps.at(-1)?.item)) as NonNullable<
      (typeof steps)[0]['item']
    >
    expect(item.place).toBe(1)
    const right = items.find(({ stem }) => stem === item.stem.vi)
    const token = (isRight: boolean) =>
      item.options.find(({ text }) => (text.vi === right?.options[right.key]) === isRight)?.token as string
    for (const [index, pupil] of pupils.entries()) {
      const answer = await pupil.socket.emitWithAck('lesson:answer', { place: 1, answer: token(index < 2) })
      expect(answer).toMatchObject({ place: 1 })
    }
    expect(await pupils[0]?.socket.emitWithAck('lesson:answer', { place: 1, answer: token(false) })).toEqual({
      refused: 'ANSWERED',
    })
    const reveal = await eventually('the reveal', async () => steps.find((step) => step.reveal)?.reveal)
    expect(reveal).toMatchObject({ place: 1, answeredCount: 3, rightCount: 2, seatCount: 3 })
    version = steps.at(-1)?.step.version ?? 0
    await eventually('outcomes', async () =>
      pupils.every(({ heard }) => heard.some((event) => (event as [string])[0] === 'lesson:outcome')),
    )
    await act('board')
    const { standings } = await teacher.get('lesson', { params: { lessonId: made.id } })
    expect(standings.map(({ rightCount }) => rightCount)).toEqual([1, 1, 0])
  })
})
