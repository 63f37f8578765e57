import { closeSockets, connect, items, type Lesson, openLesson, right } from '../support/lesson'
import { eventually, useStage } from '../support/stage'

const stage = useStage()
afterEach(closeSockets)

async function pair(lesson: Lesson): Promise<string> {
  const { code } = await lesson.teacher.get('offerRemote', { params: { lessonId: lesson.id } })
  return (await stage.guest().get('takeRemote', { body: { code } })).remoteKey
}

describe('CR-55: a remote', () => {
  it('steers until the lesson ends; then its key opens nothing, while the owner keeps the lesson', async () => {
    const lesson = await openLesson(stage, await stage.client('teacher'), items(1))
    const an = await lesson.join('An')
    const remoteKey = await pair(lesson)
    const params = { lessonId: lesson.id }
    const removal = { act: { kind: 'remove', seat: an.seat }, remoteKey } as const
    const later = await lesson.teacher.get('offerRemote', { params })
    await stage.guest().get('actOnSeats', { params, body: removal })
    const { version } = (await lesson.view()).step
    const ended = await stage.guest().get('actOnLesson', { params, body: { version, act: { kind: 'end' }, remoteKey } })
    expect(ended.phase).toBe('ended')
    const readmit = { act: { kind: 'readmit', seat: an.seat }, remoteKey } as const
    expect(await stage.guest().refusal('actOnSeats', { params, body: readmit })).toBe('LESSON.ENDED')
    const act = { version: ended.version, act: { kind: 'next' }, remoteKey } as const
    expect(await stage.guest().refusal('actOnLesson', { params, body: act })).toBe('LESSON.ENDED')
    expect(await connect(stage.api.url).emitWithAck('lesson:host', { lessonId: lesson.id, remoteKey })).toEqual({
      refused: 'LATE',
    })
    expect(await stage.guest().refusal('takeRemote', { body: { code: later.code } })).toBe('LESSON.REMOTE_GONE')
    await lesson.seats({ kind: 'readmit', seat: an.seat })
    const { rows } = await stage.database.pool.query(
      `SELECT act, detail FROM audit_entry WHERE subject = $1 AND act LIKE 'seat.%' ORDER BY id`,
      [`lesson:${lesson.id}`],
    )
    expect(rows).toEqual([
      { act: 'seat.removed', detail: { seat: an.seat, by: 'remote' } },
      { act: 'seat.readmitted', detail: { seat: an.seat, by: 'host' } },
    ])
  })

  it('that watched while the lesson ran goes through it again until the end, and neither asks nor hears anything after it', async () => {
    const lesson = await openLesson(stage, await stage.client('teacher'), items(1))
    const an = await lesson.join('An')
    const remoteKey = await pair(lesson)
    const remote = connect(stage.api.url)
    await remote.emitWithAck('lesson:host', { lessonId: lesson.id, remoteKey })
    const heard: string[] = []
    remote.onAny((event: string) => heard.push(event))
    await an.answer(1, right(await lesson.next()))
    await lesson.reveal(1)
    const ask = (socket: typeof remote) => socket.emitWithAck('lesson:host-place', { place: 1 })
    expect(await ask(remote)).toMatchObject({ reveal: { place: 1, rightCount: 1 } })
    await lesson.act('end')
    await eventually('the remote is told the end', async () => heard.includes('lesson:standings'))
    expect(await ask(remote)).toEqual({ refused: 'LATE' })
    expect(await ask(lesson.host)).toMatchObject({ reveal: { place: 1 } })
    const told: unknown[] = []
    lesson.host.on('lesson:seats', (seats) => told.push(seats))
    const renamed = async (name: string) => {
      told.length = 0
      await lesson.seats({ kind: 'rename', seat: an.seat, name })
      await eventually(`the host is told of ${name}`, async () => told.length > 0)
    }
    await renamed('An Nguyễn')
    heard.length = 0
    await renamed('An Trần')
    expect(heard).toEqual([])
    expect(await ask(remote)).toEqual({ refused: 'NOT_ALLOWED' })
  })

  it('is one: the next one that is paired takes the key of the one before', async () => {
    const lesson = await openLesson(stage, await stage.client('teacher'), items(1))
    const params = { lessonId: lesson.id }
    const lost = await pair(lesson)
    const act = { act: { kind: 'reactions', isOn: false } } as const
    // An offer that nobody takes changes nothing.
    await lesson.teacher.get('offerRemote', { params })
    const { version } = await stage
      .guest()
      .get('actOnLesson', { params, body: { version: 0, ...act, remoteKey: lost } })
    const watching = connect(stage.api.url)
    await watching.emitWithAck('lesson:host', { lessonId: lesson.id, remoteKey: lost })
    const own = await pair(lesson)
    await eventually('the lost one is let go', async () => watching.disconnected)
    expect(await stage.guest().refusal('actOnLesson', { params, body: { version, ...act, remoteKey: lost } })).toBe(
      'LESSON.NOT_HOST',
    )
    expect(await connect(stage.api.url).emitWithAck('lesson:host', { lessonId: lesson.id, remoteKey: lost })).toEqual({
      refused: 'NOT_ALLOWED',
    })
    await stage.guest().get('actOnLesson', { params, body: { version, ...act, remoteKey: own } })
  })
})
