import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'pg'
import { lineFor } from '../support/answer-lines'
import { type ApiProcess, startApi } from '../support/api-process'
import { classSocket, closeSockets } from '../support/class-device'
import { Client } from '../support/client'
import { describeWithRedis } from '../support/databases'
import { HostDevice } from '../support/host'
import { addPerson, knowDatabase } from '../support/people'
import { Pupil } from '../support/pupil'
import { startRedis } from '../support/servers.mjs'
import { type MadeLesson, makeClassLesson } from '../support/simulated-class'
import { inParts } from './support/in-parts'
import { checkLesson, podiumByDatabase, shown } from './support/lesson-checker'
import { type OwnPostgres, startOwnPostgres } from './support/own-postgres'
import { note, until } from './support/until'

const PUPIL_COUNT = 30
const LIMIT_S = 10

describeWithRedis('CR-40: the stores go away while a class plays', () => {
  let postgres: OwnPostgres
  let pool: Pool
  let folder: string
  let redis: Awaited<ReturnType<typeof startRedis>>
  let api: ApiProcess
  let teacher: Client
  let lesson: MadeLesson
  let host: HostDevice
  let pupils: Pupil[]
  const devices = () => [host, ...pupils]

  beforeAll(async () => {
    postgres = await startOwnPostgres()
    folder = await mkdtemp(path.join(os.tmpdir(), 'thiso-redis-'))
    redis = await startRedis(folder)
    api = await startApi({ DATABASE_URL: postgres.url, REDIS_URL: redis.url })
    pool = new Pool({ connectionString: postgres.url, max: 4 })
    pool.on('error', () => undefined)
    knowDatabase(api.url, pool)
    teacher = new Client(api.url, (await addPerson(pool, 'teacher')).token)
    lesson = await makeClassLesson(teacher, { itemCount: 3, limitS: LIMIT_S, settings: { board: 'end' } })
    host = new HostDevice(api.url, teacher, lesson.lessonId)
    pupils = await inParts(Array.from({ length: PUPIL_COUNT }), 10, (_, index) =>
      Pupil.join(new Client(api.url), lesson.pin, { name: `Học sinh ${index + 1}` }),
    )
    await until('everybody is there', () => devices().every(({ isWatching }) => isWatching))
  })

  afterAll(async () => {
    closeSockets()
    await api?.stop()
    await pool?.end()
    await redis?.stop()
    await postgres?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  function answering(place: number, who: readonly Pupil[], withinMs: number): Promise<unknown>[] {
    return who.map(async (pupil) => {
      const item = await until('the item', () => pupil.items.get(place), { everyMs: 20 })
      await sleep(((pupil.seat * 37) % 100) * (withinMs / 100))
      return pupil.insist(place, lineFor(item, lesson.items, (pupil.seat + place) % 3 !== 0))
    })
  }

  it('Redis is killed and comes back: nobody in class feels it', async () => {
    const sockets = devices().map(({ socket }) => socket.id)
    await host.act({ kind: 'next' })
    const answers = answering(1, pupils.slice(0, -1), 2_500)
    await sleep(500)
    await redis.stop()
    // Somebody comes in late meanwhile, and answers nothing yet.
    const newcomer = await Pupil.join(new Client(api.url), lesson.pin, { name: 'Đến muộn' })
    await until('the newcomer is there', () => newcomer.isWatching)
    newcomer.close()
    await sleep(1_000)
    redis = await startRedis(folder, redis.port)
    await Promise.all(answers)
    expect(pupils.slice(0, -1).map(({ tries }) => tries)).toEqual(pupils.slice(1).map(() => 1))
    await Promise.all(answering(1, pupils.slice(-1), 10))
    await until('the reveal', () => devices().every(({ reveals }) => reveals.has(1)), { withinMs: 30_000 })
    expect(devices().flatMap(({ pauses }) => pauses)).toEqual([])
    expect(devices().map(({ socket }) => socket.id)).toEqual(sockets)
    expect(host.count('lesson:away')).toBe(0)
    await teacher.get('actOnSeats', {
      params: { lessonId: lesson.lessonId },
      body: { act: { kind: 'remove', seat: newcomer.seat } },
    })
  })

  it('PostgreSQL is killed in the middle of an item: the class is told, pauses, and goes on with the time that was left', async () => {
    const sockets = devices().map(({ socket }) => socket.id)
    await host.act({ kind: 'next' })
    const early = pupils.slice(0, (PUPIL_COUNT * 2) / 3)
    const late = pupils.slice((PUPIL_COUNT * 2) / 3)
    const earlyAnswers = answering(2, early, 2_500)
    const ackedCount = () => pupils.filter(({ sent }) => sent.get(2)?.ack).length
    await until('a third is acknowledged', () => ackedCount() >= PUPIL_COUNT / 3, { everyMs: 5 })
    const { closesAt } = host.step as { closesAt: string }
    const killedAt = Date.now()
    const ackedAtKill = ackedCount()
    const person = await addPerson(pool)
    await postgres.kill()
    const leftMs = Date.parse(closesAt) - killedAt
    expect(ackedAtKill).toBeLessThan(early.length)
    await until('everybody is told that the platform catches its breath', () =>
      devices().every((device) => device.heard.some(isAway(true))),
    )
    const toldMs = Date.now() - killedAt
    // Somebody signed in opens the page just now: nobody can say who it is, and it is let in when somebody can.
    const opened = classSocket(api.url, person.token)
    // Away for longer than a busy moment; then it is started again, as the launcher does.
    await sleep(Math.max(0, 2_500 - toldMs))
    postgres.watch(() => undefined)
    await until('and that it is back', () => devices().every((device) => device.heard.some(isAway(false))))
    await until('whoever came meanwhile is connected', () => opened.connected)
    opened.close()
    await until('and that the clock has stood', () => devices().every(({ pauses }) => pauses.includes('outage')))
    const backMs = Date.now() - killedAt
    await until('the clock goes on', () => devices().every(({ step }) => step?.pause === null))
    const { rows } = await pool.query<{ at: number }>(
      `SELECT (extract(epoch FROM at) * 1000)::float8 AS at FROM lesson_act WHERE lesson_id = $1 AND act->>'kind' = 'resume'`,
      [lesson.lessonId],
    )
    expect(rows).toHaveLength(1)
    const leftAfterMs = Date.parse(host.step?.closesAt as string) - (rows[0]?.at ?? 0)
    expect(leftAfterMs).toBeGreaterThanOrEqual(leftMs - 20)
    expect(leftAfterMs).toBeLessThan(leftMs + 2_000)
    await Promise.all([...earlyAnswers, ...answering(2, late, 300)])
    await until('the reveal', () => pupils.every(({ reveals, outcomes }) => reveals.has(2) && outcomes.has(2)))
    expect(host.reveals.get(2)?.answeredCount).toBe(PUPIL_COUNT)
    // Nobody was thrown out meanwhile.
    expect(devices().map(({ socket }) => socket.id)).toEqual(sockets)
    note(
      `postgres killed in class: told after ${toldMs} ms, paused and back after ${backMs} ms; ${leftMs} ms were left, ${leftAfterMs.toFixed(0)} ms afterwards`,
    )
  })

  it('plays on to the podium with everything that was acknowledged, and notices come again', async () => {
    const openedAt = performance.now()
    await host.act({ kind: 'next' })
    await until('the item', () => devices().every(({ items }) => items.has(3)), { everyMs: 10 })
    expect(performance.now() - openedAt).toBeLessThan(900)
    await Promise.all(answering(3, pupils, 300))
    await until('the reveal', () => pupils.every(({ reveals, outcomes }) => reveals.has(3) && outcomes.has(3)))
    await host.act({ kind: 'next' })
    await until('the podium', () => pupils.every(({ step, standing }) => step?.phase === 'podium' && standing))
    await until('the host has it', () => host.standings.length === PUPIL_COUNT)
    expect(await checkLesson(pool, lesson, pupils)).toEqual({
      faults: [],
      ackedCount: PUPIL_COUNT * 3,
      storedCount: PUPIL_COUNT * 3,
    })
    const expected = await podiumByDatabase(pool, lesson, pupils)
    expect(shown(host.standings)).toEqual(expected)
    expect(shown(pupils.map(({ standing }) => standing))).toEqual(expected)
  })
})

const isAway = (which: boolean) => (heard: { event: string; data: unknown }) =>
  heard.event === 'lesson:away' && (heard.data as { isAway: boolean }).isAway === which
