import {
  closeSockets,
  items,
  type Lesson,
  newDevice,
  openLesson,
  type Pupil,
  right,
  schoolYearNow,
} from '../support/lesson'
import { eventually, useStage } from '../support/stage'

const stage = useStage()
afterEach(closeSockets)

const rowsOf = async (sql: string, lessonId: string) => (await stage.database.pool.query(sql, [lessonId])).rows

/** A lesson in which the phone of An has died. */
async function withLostSeat(): Promise<{ lesson: Lesson; an: Pupil }> {
  const lesson = await openLesson(stage, await stage.client('teacher'), items(2), { locksWhenAllAnswered: false })
  const an = await lesson.join('An')
  await lesson.join('Ở Lại')
  an.socket.close()
  await eventually('An is away', async () => (await lesson.view()).seats[0]?.isHere === false)
  return { lesson, an }
}

async function ask(lesson: Lesson, device: string, name = 'An') {
  const { body } = await lesson.take({ name, device })
  if (body.kind !== 'asked') throw new Error('seated at once')
  return body
}

const refusalOf = (lesson: Lesson, act: Parameters<Lesson['seats']>[0]) =>
  lesson.teacher.refusal('actOnSeats', { params: { lessonId: lesson.id }, body: { act } })

describe('CR-52: a seat that another device has', () => {
  it('has one request, whoever asks besides; host and pupil see the same code, and the yes is for that device alone', async () => {
    const { lesson, an } = await withLostSeat()
    const device = newDevice()
    const asked = await ask(lesson, device)
    expect(asked.code).toMatch(/^\d{2}$/)
    const others = Array.from({ length: 12 }, newDevice)
    for (const other of others) await ask(lesson, other)
    // Still the same, and as often as it is asked.
    expect(await ask(lesson, device)).toEqual(asked)
    const { requests } = await lesson.view()
    expect(requests).toMatchObject([{ requestId: asked.requestId, seat: an.seat, name: 'An', code: asked.code }])
    expect(await rowsOf(`SELECT id FROM seat_request WHERE lesson_id = $1`, lesson.id)).toHaveLength(1)
    await lesson.seats({ kind: 'admit', requestId: asked.requestId })
    expect((await lesson.view()).requests).toEqual([])
    for (const other of others) await ask(lesson, other)
    expect((await lesson.take({ name: 'An', device })).body).toMatchObject({
      kind: 'seated',
      view: { seat: { seat: an.seat } },
    })
    expect((await stage.guest().call('mySeatReport', { body: { token: an.token } })).code).toBe('SEAT.NOT_FOUND')
    const entries = await rowsOf(
      `SELECT detail FROM audit_entry WHERE subject = 'lesson:' || $1 AND act = 'seat.admitted'`,
      lesson.id,
    )
    expect(entries).toEqual([{ detail: { seat: an.seat, by: 'host' } }])
  })

  it('a refused device is told so and does not ask on; another has the turn at once', async () => {
    const { lesson } = await withLostSeat()
    const [stranger, device] = [newDevice(), newDevice()]
    const { requestId } = await ask(lesson, stranger)
    const waiting = await ask(lesson, device)
    await lesson.seats({ kind: 'refuse', requestId })
    expect((await lesson.view()).requests).toEqual([])
    expect((await lesson.take({ name: 'An', device: stranger })).code).toBe('SEAT.REFUSED')
    const asked = await ask(lesson, device)
    // What stood on the phone while it waited stands there still.
    expect(asked.code).toBe(waiting.code)
    expect((await lesson.view()).requests).toMatchObject([{ requestId: asked.requestId, code: asked.code }])
    expect((await lesson.take({ name: 'An', device: stranger })).code).toBe('SEAT.REFUSED')
    expect(await refusalOf(lesson, { kind: 'admit', requestId })).toBe('SEAT.REQUEST_GONE')
    const entries = await rowsOf(
      `SELECT act FROM audit_entry WHERE subject = 'lesson:' || $1 AND act LIKE 'seat.%'`,
      lesson.id,
    )
    expect(entries).toEqual([{ act: 'seat.refused' }])
  })

  it('nobody waits for a phone that asks no more, and a yes does not hold for ever', async () => {
    const { lesson } = await withLostSeat()
    const device = newDevice()
    const { requestId } = await ask(lesson, device)
    const { pool } = stage.database
    await pool.query(`UPDATE seat_request SET repeated_at = repeated_at - interval '31 seconds' WHERE id = $1`, [
      requestId,
    ])
    expect((await lesson.view()).requests).toEqual([])
    expect(await refusalOf(lesson, { kind: 'admit', requestId })).toBe('SEAT.REQUEST_GONE')
    const again = await ask(lesson, device)
    await lesson.seats({ kind: 'admit', requestId: again.requestId })
    await pool.query(
      `UPDATE seat_request SET admitted_at = admitted_at - interval '121 seconds' WHERE lesson_id = $1`,
      [lesson.id],
    )
    await ask(lesson, device)
    expect((await lesson.view()).requests).toHaveLength(1)
  })

  it('while the lobby is locked, nobody asks for a seat whose phone is here', async () => {
    const teacher = await stage.client('teacher')
    const { id: classId } = await teacher.get('createSchoolClass', {
      body: { name: '7A', schoolYear: schoolYearNow() },
    })
    const { pupils } = await teacher.get('setPupils', {
      params: { classId },
      body: { pupils: [{ name: 'Nguyễn An' }, { name: 'Lê Bình' }] },
    })
    const lesson = await openLesson(stage, teacher, items(1), { names: 'roster' }, classId)
    const pupilId = pupils[0]?.id as string
    const an = await lesson.join('', { pupilId })
    await eventually('An is here', async () => (await lesson.view()).seats[0]?.isHere)
    await lesson.act({ kind: 'lock-lobby', isLocked: true })
    expect((await lesson.take({ pupilId })).code).toBe('SEAT.LOBBY_LOCKED')
    expect((await lesson.view()).requests).toEqual([])
    an.socket.close()
    await eventually('An is away', async () => (await lesson.view()).seats[0]?.isHere === false)
    expect((await lesson.take({ pupilId })).body).toMatchObject({ kind: 'asked' })
  })
})

describe('CR-52: a seat that was taken by mistake', () => {
  it('is given back in the lobby: the device takes another name, and whoever it belongs to takes this one', async () => {
    const lesson = await openLesson(stage, await stage.client('teacher'), items(1))
    const wrong = await lesson.join('Bình')
    const leave = (token: string) => stage.guest().call('leaveSeat', { body: { token } })
    await lesson.act({ kind: 'lock-lobby', isLocked: true })
    expect((await leave(wrong.token)).code).toBe('SEAT.LOBBY_LOCKED')
    await lesson.act({ kind: 'lock-lobby', isLocked: false })
    expect((await leave(wrong.token)).body).toEqual({ ok: true })
    expect((await leave(wrong.token)).code).toBe('SEAT.NOT_FOUND')
    expect((await lesson.view()).seats).toEqual([])
    await eventually('the phone hears it', async () =>
      wrong.heard.some(({ event, data }) => event === 'lesson:own-seat' && (data as { seat: unknown }).seat === null),
    )
    const an = await lesson.join('An', { device: wrong.device })
    const binh = await lesson.join('Bình')
    const item = await lesson.next()
    expect((await leave(an.token)).code).toBe('SEAT.STAYS')
    expect(await an.answer(1, right(item))).toMatchObject({ place: 1 })
    await lesson.seats({ kind: 'remove', seat: binh.seat })
    expect((await leave(binh.token)).code).toBe('SEAT.REMOVED')
  })
})

describe('CR-52: a seat that was taken by mistake at home', () => {
  it('is given back before its first page is open, and not after', async () => {
    const until = new Date(Date.now() + 600_000).toISOString()
    const lesson = await openLesson(stage, await stage.client('teacher'), items(1), { mode: 'homework', until })
    await lesson.act('next')
    const leave = (token: string) => stage.guest().call('leaveSeat', { body: { token } })
    const wrong = await lesson.join('Bình')
    expect((await leave(wrong.token)).body).toEqual({ ok: true })
    const an = await lesson.join('An', { device: wrong.device })
    await an.next()
    expect((await leave(an.token)).code).toBe('SEAT.STAYS')
    expect((await lesson.view()).seats.map(({ name }) => name)).toEqual(['An'])
  })
})

describe('CR-53: back after a removal', () => {
  it('the host lets a removed one come back to the same seat with the score; only the removed one can be', async () => {
    const lesson = await openLesson(stage, await stage.client('teacher'), items(2), { locksWhenAllAnswered: false })
    const [an, binh] = (await lesson.joinAll(['An', 'Bình'])) as [Pupil, Pupil]
    const item = await lesson.next()
    await an.answer(1, right(item))
    await lesson.seats({ kind: 'remove', seat: an.seat })
    expect((await lesson.take({ name: 'An', device: an.device })).code).toBe('SEAT.REMOVED')
    await lesson.seats({ kind: 'readmit', seat: an.seat })
    expect(await refusalOf(lesson, { kind: 'readmit', seat: an.seat })).toBe('LESSON.WRONG_PHASE')
    expect(await refusalOf(lesson, { kind: 'readmit', seat: 99 })).toBe('SEAT.NOT_FOUND')
    const back = await lesson.join('An', { device: an.device })
    expect(back.seat).toBe(an.seat)
    await lesson.act('lock')
    expect(await lesson.reveal(1)).toMatchObject({ answeredCount: 1, rightCount: 1, seatCount: 2 })
    expect(binh.seat).not.toBe(an.seat)
    const entries = await rowsOf(
      `SELECT act, detail FROM audit_entry WHERE subject = 'lesson:' || $1 AND act LIKE 'seat.%' ORDER BY id`,
      lesson.id,
    )
    expect(entries).toEqual([
      { act: 'seat.removed', detail: { seat: an.seat, by: 'host' } },
      { act: 'seat.readmitted', detail: { seat: an.seat, by: 'host' } },
    ])
  })

  it('in a bell who was not there when the floor was taken is a reserve', async () => {
    const lesson = await openLesson(stage, await stage.client('teacher'), items(2), { mode: 'bell' })
    const [an, binh] = (await lesson.joinAll(['An', 'Bình'])) as [Pupil, Pupil]
    await lesson.seats({ kind: 'remove', seat: an.seat })
    await lesson.next()
    await lesson.seats({ kind: 'remove', seat: binh.seat })
    await lesson.seats({ kind: 'readmit', seat: an.seat })
    await lesson.seats({ kind: 'readmit', seat: binh.seat })
    const seats = new Map((await lesson.view()).seats.map((row) => [row.seat, row]))
    expect(seats.get(an.seat)).toMatchObject({ floor: 'reserve', isLate: true })
    expect(seats.get(binh.seat)).toMatchObject({ floor: 'on', isLate: false })
  })
})
