import { setTimeout as sleep } from 'node:timers/promises'
import type { ClassClientEvents } from '@thiso/contracts'
import type { Client } from '../support/client'
import { lineFor } from '../support/answer-lines'
import { classSocket } from '../support/class-device'
import { newDevice, type Pupil } from '../support/pupil'
import { tryAnswer, useClasses } from '../support/simulated-class'
import { eventually } from '../support/stage'

/** What pupils try, and what comes of it: nothing. */
const { stage, play, seated } = useClasses()

const removal = (seat: number) => ({ kind: 'remove' as const, seat })

describe('CR-55: only the host steers', () => {
  it('not a pupil, not another teacher, not with a key of something else', async () => {
    const { teacher, lesson, pupils } = await play(['Lái tàu'], { itemCount: 1 })
    const other = await play([], { itemCount: 1 })
    const [pupil] = pupils as [Pupil]
    const params = { lessonId: lesson.lessonId }
    const { code } = await other.teacher.get('offerRemote', { params: { lessonId: other.lesson.lessonId } })
    const { remoteKey: foreign } = await stage.guest().get('takeRemote', { body: { code } })
    const act = { kind: 'next' as const }
    const contestant = await stage.client('contestant')
    const tries: [Client, string | undefined, string][] = [
      [stage.guest(), undefined, 'LESSON.NOT_HOST'],
      [stage.guest(), pupil.token, 'LESSON.NOT_HOST'],
      [stage.guest(), foreign, 'LESSON.NOT_HOST'],
      [stage.guest(), teacher.cookies.get('thiso')?.slice(0, 43), 'LESSON.NOT_HOST'],
      [contestant, undefined, 'LESSON.NOT_FOUND'],
      [other.teacher, undefined, 'LESSON.NOT_FOUND'],
      [other.teacher, foreign, 'LESSON.NOT_FOUND'],
      [await stage.client('organizer'), undefined, 'LESSON.NOT_FOUND'],
    ]
    for (const [client, remoteKey, refusal] of tries) {
      const key = remoteKey === undefined ? {} : { remoteKey }
      expect(await client.refusal('actOnLesson', { params, body: { version: 0, act, ...key } })).toBe(refusal)
      expect(await client.refusal('actOnSeats', { params, body: { act: removal(pupil.seat), ...key } })).toBe(refusal)
      const socket = classSocket(stage.api.url, client.cookies.get('thiso'))
      const reply = await socket.emitWithAck('lesson:host', { lessonId: lesson.lessonId, ...key })
      expect(reply).toEqual({ refused: refusal === 'LESSON.NOT_HOST' ? 'NOT_ALLOWED' : 'NOT_FOUND' })
    }
    for (const route of ['lesson', 'lessonReport', 'offerRemote', 'deleteLesson'] as const) {
      expect(await other.teacher.refusal(route, { params })).toBe('LESSON.NOT_FOUND')
      expect((await contestant.call(route, { params })).status).toBe(403)
      expect((await stage.guest().call(route, { params })).status).toBe(401)
    }
    // Words that hosts do not have to say over a socket do nothing there.
    for (const word of ['lesson:act', 'lesson:step', 'lesson:reveal', 'lesson:standings'])
      pupil.socket.emit(word as keyof ClassClientEvents, { lessonId: lesson.lessonId, act, version: 0 } as never)
    await sleep(200)
    expect((await teacher.get('lesson', { params })).step).toMatchObject({ phase: 'lobby', version: 0 })
  })

  it('a remote’s code works once and for a minute', async () => {
    const { teacher, lesson } = await play([], { itemCount: 1 })
    const params = { lessonId: lesson.lessonId }
    const { code } = await teacher.get('offerRemote', { params })
    const both = await Promise.all([1, 2].map(() => stage.guest().call('takeRemote', { body: { code } })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404])
    expect(await stage.guest().refusal('takeRemote', { body: { code } })).toBe('LESSON.REMOTE_GONE')
    const later = await teacher.get('offerRemote', { params })
    await stage.database.pool.query(
      `UPDATE lesson_remote SET until = clock_timestamp() - interval '1 second' WHERE key_hash IS NULL`,
    )
    expect(await stage.guest().refusal('takeRemote', { body: { code: later.code } })).toBe('LESSON.REMOTE_GONE')
    expect(await stage.guest().refusal('takeRemote', { body: { code: 'A'.repeat(22) } })).toBe('LESSON.REMOTE_GONE')
    const { rows } = await stage.database.pool.query(`SELECT * FROM lesson_remote WHERE lesson_id = $1`, [
      lesson.lessonId,
    ])
    expect(JSON.stringify(rows)).not.toContain(code)
  })
})

describe('CR-53: who was removed stays out', () => {
  it('with the same name, device, token, or a name that only looks different', async () => {
    const { teacher, lesson, host, pupils } = await play(['Lê Bo', 'Người khác'], { itemCount: 1 })
    const [removed, bystander] = pupils as [Pupil, Pupil]
    const params = { lessonId: lesson.lessonId }
    await teacher.get('actOnSeats', { params, body: { act: removal(removed.seat) } })
    await eventually('the device is told', async () => removed.isGone)
    expect(await removed.socket.emitWithAck('lesson:seat', { token: removed.token })).toEqual({ refused: 'REMOVED' })
    expect(await stage.guest().refusal('mySeatReport', { body: { token: removed.token } })).toBe('SEAT.REMOVED')
    const heard = removed.heard.length
    await host.act({ kind: 'next' })
    const item = await bystander.itemOf(1)
    expect(await tryAnswer(removed, 1, item.options[0]?.token)).toEqual({ refused: 'NOT_ALLOWED' })
    expect(removed.heard.length).toBe(heard)
    const tries: [string, string][] = [
      ['Lê Bo', newDevice()],
      ['Tên Mới', removed.device],
      ['lê bo', newDevice()],
      ['LE BO', newDevice()],
      ['  Lê   Bo ', newDevice()],
      ['LêBo', newDevice()],
      ['Lệ Bở', newDevice()],
      ['Lê-Bo!', newDevice()],
      ['Lê​ Bo', newDevice()],
      ['L ê B o', newDevice()],
      ['Le\u0302 Bo', newDevice()],
    ]
    for (const [name, device] of tries)
      expect([name, await stage.guest().refusal('takeSeat', { body: { pin: lesson.pin, name, device } })]).toEqual([
        name,
        'SEAT.REMOVED',
      ])
  })
})

describe('CR-50: names for the wall', () => {
  it('a rude name is refused at the door and in the host’s hand; nobody renames others', async () => {
    const { teacher, lesson, pupils } = await play(['Hiền'], { itemCount: 1 })
    const [pupil] = pupils as [Pupil]
    const params = { lessonId: lesson.lessonId }
    const rename = (name: string) => ({ kind: 'rename' as const, seat: pupil.seat, name })
    for (const name of ['địt mẹ', 'F.U.C.K', 'đ1t m3', 'lồn', 'd i t m e', 'ＦＵＣＫ']) {
      expect(await teacher.refusal('actOnSeats', { params, body: { act: rename(name) } })).toBe('SEAT.NAME_REFUSED')
      const body = { pin: lesson.pin, name, device: newDevice() }
      expect([name, await stage.guest().refusal('takeSeat', { body })]).toEqual([name, 'SEAT.NAME_REFUSED'])
    }
    expect(await stage.guest().refusal('actOnSeats', { params, body: { act: rename('Xấu') } })).toBe('LESSON.NOT_HOST')
    // The device that has a seat keeps its name, whatever it says at the door.
    const again = await stage
      .guest()
      .get('takeSeat', { body: { pin: lesson.pin, name: 'Khác Hẳn', device: pupil.device } })
    expect(again).toMatchObject({ kind: 'seated', view: { seat: { seat: pupil.seat, name: 'Hiền' } } })
    for (const name of ['hiền', 'HIEN', ' Hiên '])
      expect(
        (await stage.guest().call('takeSeat', { body: { pin: lesson.pin, name, device: newDevice() } })).text,
      ).not.toContain('seated"')
  })
})

describe('CR-52, CR-54: who drops comes back', () => {
  it('from the same phone to the same seat with the score; from another one with the host’s tap, and the old token ends', async () => {
    const { teacher, lesson, host, pupils } = await play(['Rớt Mạng', 'Ở Lại'], {
      itemCount: 2,
      settings: { locksWhenAllAnswered: false, revealsItself: false },
    })
    const [dropped] = pupils as [Pupil, Pupil]
    await host.act({ kind: 'next' })
    const line = lineFor(await dropped.itemOf(1), lesson.items, true)
    await dropped.insist(1, line)
    dropped.close()
    await eventually('seen as away', async () => host.seats.get(dropped.seat)?.isHere === false)
    // The page lost its token: the device is known all the same.
    const back = await seated(lesson, 'Rớt Mạng', dropped.device)
    expect(back.seat).toBe(dropped.seat)
    expect(back.view).toMatchObject({ isAnswered: true, answer: line })
    await eventually('seen as here', async () => host.seats.get(dropped.seat)?.isHere === true)
    await host.act({ kind: 'lock' })
    await host.act({ kind: 'reveal' })
    await eventually('the outcome', async () => back.outcomes.get(1)?.isRight)

    // Another phone cannot have the name while the first one is there, and has to ask when it is not.
    const device = newDevice()
    const body = { pin: lesson.pin, name: 'Rớt Mạng', device }
    expect(await stage.guest().refusal('takeSeat', { body })).toBe('SEAT.NAME_TAKEN')
    back.close()
    await eventually('seen as away', async () => host.seats.get(dropped.seat)?.isHere === false)
    const asked = await stage.guest().get('takeSeat', { body })
    const twice = await stage.guest().get('takeSeat', { body })
    expect(twice).toEqual(asked)
    const request = await eventually(
      'the host is asked once',
      async () => host.requests.length === 1 && host.requests[0],
    )
    expect(request).toMatchObject({ seat: dropped.seat, name: 'Rớt Mạng' })
    // Somebody else who asks for the same seat does not get in on another's yes.
    const thief = newDevice()
    await stage.guest().get('takeSeat', { body: { ...body, device: thief } })
    await teacher.get('actOnSeats', {
      params: { lessonId: lesson.lessonId },
      body: { act: { kind: 'admit', requestId: request.requestId } },
    })
    expect(await stage.guest().get('takeSeat', { body: { ...body, device: thief } })).toMatchObject({ kind: 'asked' })
    const moved = await seated(lesson, 'Rớt Mạng', device)
    expect(moved.seat).toBe(dropped.seat)
    expect(moved.view).toMatchObject({ rightCount: 1, outcome: { isRight: true } })

    // The old phone wakes up again: its token is worth nothing, neither by socket nor by HTTP.
    const old = back.twin()
    await eventually('the old phone is told', async () => old.isGone)
    expect(await stage.guest().refusal('mySeatReport', { body: { token: back.token } })).toBe('SEAT.NOT_FOUND')
    // Nor does the seat of another device open again by its name.
    await eventually('the new phone is seen', async () => host.seats.get(dropped.seat)?.isHere)
    expect(await stage.guest().refusal('takeSeat', { body: { ...body, device: back.device } })).toBe('SEAT.NAME_TAKEN')
    expect(host.seats.size).toBe(2)
  })
})
