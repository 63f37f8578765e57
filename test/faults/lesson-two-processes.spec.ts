import { setTimeout as sleep } from 'node:timers/promises'
import { lineFor } from '../support/answer-lines'
import { type ApiProcess, startApi } from '../support/api-process'
import { closeSockets } from '../support/class-device'
import { Client } from '../support/client'
import { freshDatabase, type TestDatabase } from '../support/databases'
import { HostDevice } from '../support/host'
import { addPerson, knowDatabase } from '../support/people'
import { newDevice, Pupil } from '../support/pupil'
import { type MadeLesson, makeClassLesson } from '../support/simulated-class'
import { inParts } from './support/in-parts'
import { checkLesson, podiumByDatabase, shown } from './support/lesson-checker'
import { until } from './support/until'

const PUPIL_COUNT = 20
const LIMIT_S = 30

let database: TestDatabase
let apis: ApiProcess[] = []
let teachers: Client[]
let lesson: MadeLesson
/** The projector on the first process; the remote on the second. */
let hosts: HostDevice[]
let pupils: Pupil[]

const url = (index: number) => apis[index % 2]?.url as string
const teacher = (index: number) => teachers[index % 2] as Client
const projector = () => hosts[0] as HostDevice
const devices = () => [...hosts, ...pupils]

beforeAll(async () => {
  database = await freshDatabase()
  // No Redis: between processes a lesson goes through the database alone.
  const env = { DATABASE_URL: database.url }
  apis = await Promise.all([startApi(env), startApi(env)])
  for (const each of apis) knowDatabase(each.url, database.pool)
  const { token } = await addPerson(database.pool, 'teacher')
  teachers = apis.map((each) => new Client(each.url, token))
  lesson = await makeClassLesson(teacher(0), { itemCount: 2, limitS: LIMIT_S })
  const { code } = await teacher(0).get('offerRemote', { params: { lessonId: lesson.lessonId } })
  const { remoteKey } = await new Client(url(1)).get('takeRemote', { body: { code } })
  hosts = [
    new HostDevice(url(0), teacher(0), lesson.lessonId),
    new HostDevice(url(1), new Client(url(1)), lesson.lessonId, remoteKey),
  ]
  await until('the hosts watch', () => hosts.every(({ isWatching }) => isWatching))
  pupils = await inParts(Array.from({ length: PUPIL_COUNT }), 10, (_, index) =>
    Pupil.join(new Client(url(index)), lesson.pin, { name: `Học sinh ${index + 1}` }),
  )
})

afterAll(async () => {
  closeSockets()
  await Promise.all(apis.map((api) => api.stop()))
  await database?.drop()
})

async function answerAll(place: number): Promise<void> {
  await Promise.all(
    pupils.map(async (pupil) => {
      const item = await until('the item', () => pupil.items.get(place))
      const sent = await pupil.insist(place, lineFor(item, lesson.items, (pupil.seat + place) % 4 !== 0))
      expect(sent.refused).toBeNull()
    }),
  )
}

describe('CR-40: two processes carry one class', () => {
  it('both hosts see everybody come, wherever they came in', async () => {
    for (const host of hosts)
      await until('all seats with a device', () => {
        const here = [...host.seats.values()].filter(({ isHere }) => isHere)
        return here.length === PUPIL_COUNT
      })
  })

  it('one pupil’s leaving and coming back on the other process is seen by both', async () => {
    const [first] = pupils as [Pupil]
    first.close()
    for (const host of hosts)
      await until('one is gone', () => host.seats.get(first.seat)?.isHere === false, { withinMs: 5_000 })
    pupils[0] = first.twin(url(1))
    for (const host of hosts)
      await until('back', () => host.seats.get(first.seat)?.isHere === true, { withinMs: 5_000 })
  })

  it('an item opened through one process is on every device, and progress on every host', async () => {
    const openedAt = performance.now()
    await projector().act({ kind: 'next' }, teacher(1))
    for (const device of devices()) await until('the item', () => device.items.has(1), { everyMs: 10 })
    // By notice and not by the look once a second, which only fills gaps.
    expect(performance.now() - openedAt).toBeLessThan(900)
    expect(new Set(devices().map(({ items }) => JSON.stringify(items.get(1)))).size).toBe(1)
    await answerAll(1)
    for (const host of hosts) await until('progress', () => host.answeredCount === PUPIL_COUNT)
    // Everybody has answered: one lock and one reveal, whichever process was first.
    for (const device of devices()) await until('the reveal', () => device.reveals.has(1))
    for (const pupil of pupils) await until('the outcome', () => pupil.outcomes.has(1))
    const { rows } = await database.pool.query<{ kind: string; n: number }>(
      `SELECT act->>'kind' AS kind, count(*)::int AS n FROM lesson_act WHERE lesson_id = $1 GROUP BY 1 ORDER BY 1`,
      [lesson.lessonId],
    )
    expect(rows).toEqual([
      { kind: 'lock', n: 1 },
      { kind: 'next', n: 1 },
      { kind: 'reveal', n: 1 },
    ])
    for (const host of hosts) expect(host.reveals.get(1)?.answeredCount).toBe(PUPIL_COUNT)
  })

  it('the board that the remote calls for is on every device', async () => {
    await until('the remote knows where it stands', () => hosts[1]?.step?.phase === 'revealed')
    await hosts[1]?.act({ kind: 'board' })
    for (const host of hosts) await until('the board', () => host.standings.length === PUPIL_COUNT)
    for (const pupil of pupils) await until('the own place', () => pupil.standing)
    const expected = await podiumByDatabase(database.pool, lesson, pupils)
    for (const host of hosts)
      expect(shown(host.standings).map(({ seat, rightCount }) => ({ seat, rightCount }))).toEqual(
        expected.map(({ seat, rightCount }) => ({ seat, rightCount })),
      )
  })

  it('of the same tap on both hosts at once one is done, and the other is told so', async () => {
    const { version } = projector().step as { version: number }
    const replies = await Promise.all(
      teachers
        .flatMap((each) => [each, each])
        .map((each) =>
          each.call('actOnLesson', { params: { lessonId: lesson.lessonId }, body: { version, act: { kind: 'next' } } }),
        ),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    expect(new Set(replies.flatMap(({ code }) => code ?? []))).toEqual(new Set(['LESSON.MOVED_ON']))
    for (const device of devices()) await until('the second item', () => device.items.has(2))
  })

  it('a pause by the one stops the answers through the other; reactions reach both hosts', async () => {
    await until('the remote has the item', () => hosts[1]?.step?.place === 2)
    await hosts[1]?.act({ kind: 'pause' })
    const [, even] = pupils as [Pupil, Pupil]
    const reply = await pupils[0]?.socket.emitWithAck('lesson:answer', {
      place: 2,
      answer: even.items.get(2)?.options[0]?.token as string,
    })
    expect(reply).toEqual({ refused: 'PAUSED' })
    for (const pupil of pupils.slice(0, 4)) pupil.socket.emit('lesson:react', { reaction: 1 })
    for (const host of hosts)
      await until('the reactions of both processes', () => {
        const counts = host.heard
          .filter(({ event }) => event === 'lesson:reactions')
          .map(({ data }) => (data as { counts: number[] }).counts[1] ?? 0)
        return counts.reduce((sum, count) => sum + count, 0) === 4
      })
    await until('the projector knows', () => projector().step?.pause === 'host')
    await projector().act({ kind: 'resume' })
  })

  it('a seat that the host gives to another phone ends for the first one on the other process', async () => {
    const [, second] = pupils as [Pupil, Pupil]
    second.close()
    await until('it is seen as gone', () => projector().seats.get(second.seat)?.isHere === false)
    const old = second.twin(url(1))
    await until('the first phone watches', () => old.isWatching)
    old.close()
    await until('it is gone again', () => projector().seats.get(second.seat)?.isHere === false)
    const body = { pin: lesson.pin, name: second.name, device: newDevice() }
    expect(await new Client(url(0)).get('takeSeat', { body })).toMatchObject({ kind: 'asked' })
    const request = await until(
      'both hosts are asked',
      () => hosts.every(({ requests }) => requests.length === 1) && hosts[1]?.requests[0],
    )
    const again = second.twin(url(1))
    await until('the first phone is there once more', () => again.isWatching)
    await teacher(1).get('actOnSeats', {
      params: { lessonId: lesson.lessonId },
      body: { act: { kind: 'admit', requestId: request.requestId } },
    })
    const moved = await Pupil.join(new Client(url(0)), lesson.pin, { name: second.name, device: body.device })
    expect(moved.seat).toBe(second.seat)
    await until('the new phone watches', () => moved.isWatching)
    const item = moved.items.get(2)
    if (!item) throw new Error('no item')
    // At once, also while the old phone has not heard yet.
    const reply = await again.socket.emitWithAck('lesson:answer', {
      place: 2,
      answer: item.options[0]?.token as string,
    })
    expect(reply).toEqual({ refused: 'NOT_ALLOWED' })
    await until('the first phone is told', () => again.isGone)
    const before = again.heard.length
    expect(moved.rightCount).toBe(second.rightCount)
    again.sent.clear()
    moved.items.set(1, second.items.get(1) as never)
    for (const [place, sent] of second.sent) moved.sent.set(place, sent)
    pupils[1] = moved
    await answerAll(2)
    for (const device of devices()) await until('the last reveal', () => device.reveals.has(2))
    // Whoever has no seat any more hears nothing of the class.
    expect(again.heard.slice(before).filter(({ event }) => event.startsWith('lesson:'))).toEqual([])
    again.close()
  })

  it('one process is killed: its pupils go to the other one, and the class plays on without a pause', async () => {
    await apis[0]?.kill()
    const stranded = pupils.filter((pupil) => pupil.url === url(0))
    expect(stranded.length).toBeGreaterThan(5)
    for (const pupil of stranded) pupil.close()
    for (const pupil of stranded) {
      const twin = pupil.twin(url(1))
      for (const [place, item] of pupil.items) twin.items.set(place, item)
      for (const [place, sent] of pupil.sent) twin.sent.set(place, sent)
      pupils[pupils.indexOf(pupil)] = twin
    }
    projector().close()
    hosts.shift()
    await until('everybody is there', () => devices().every(({ isWatching }) => isWatching))
    await projector().act({ kind: 'board' })
    await projector().act({ kind: 'next' })
    await until('the podium', () => pupils.every(({ step, standing }) => step?.phase === 'podium' && standing))
    await until('the host has it', () => projector().standings.length === PUPIL_COUNT)
    await sleep(100)
    const expected = await podiumByDatabase(database.pool, lesson, pupils)
    expect(shown(projector().standings)).toEqual(expected)
    expect(shown(pupils.map(({ standing }) => standing))).toEqual(expected)
    expect(await checkLesson(database.pool, lesson, pupils)).toEqual({
      faults: [],
      ackedCount: PUPIL_COUNT * 2,
      storedCount: PUPIL_COUNT * 2,
    })
    expect(projector().pauses.filter((pause) => pause === 'outage')).toEqual([])
  })
})
