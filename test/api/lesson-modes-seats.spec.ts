import { closeSockets, items, newDevice, openLesson, Pupil, right, schoolYearNow } from '../support/lesson'
import { eventually, useStage } from '../support/stage'

const stage = useStage()
afterEach(closeSockets)

const auditOf = async (lessonId: string) => {
  const { rows } = await stage.database.pool.query<{ act: string; detail: Record<string, unknown> }>(
    `SELECT act, detail FROM audit_entry WHERE subject = $1 ORDER BY at`,
    [`lesson:${lessonId}`],
  )
  return rows
}

describe('CR-50: names', () => {
  it('a nickname is looked at in Vietnamese and English, in any disguise; without one the server makes one', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(1))
    for (const name of ['đ ị t mẹ', 'C4c', 'F.u.c.k', 'vãi l0n', '12345', 'sh1t', 'óc chó'])
      expect([name, (await lesson.take({ name })).code]).toEqual([name, 'SEAT.NAME_REFUSED'])
    for (const name of ['Ngọc Hoa', 'Đủ', 'Lê Thị Bưởi'])
      expect((await lesson.take({ name })).body).toMatchObject({ kind: 'seated', view: { seat: { name } } })
    expect((await lesson.take({ name: 'NGOC  hoa' })).body).toMatchObject({ kind: 'asked' })
    const made = (await lesson.take({ name: '' })).body
    expect(made).toMatchObject({ kind: 'seated', view: { seat: { name: expect.stringMatching(/^\p{Lu}.+ \d+$/u) } } })
    const seat = (await lesson.view()).seats[0]?.seat as number
    const act = { kind: 'rename', seat, name: 'đ*t me' } as const
    expect(
      await teacher.refusal('actOnSeats', { params: { lessonId: lesson.id }, body: { act: { ...act, name: 'cặc' } } }),
    ).toBe('SEAT.NAME_REFUSED')
  })

  it('generated ones are the server’s, whatever is typed, and nobody meets their own twice', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(1), { names: 'generated' })
    const names = new Set<string>()
    for (let n = 0; n < 5; n++)
      await Promise.all(
        Array.from({ length: 12 }, async () => {
          const { body } = await lesson.take({ name: 'Tên tự gõ' })
          if (body.kind === 'seated') names.add(body.view.seat.name)
        }),
      )
    expect(names.size).toBe(60)
    expect(names.has('Tên tự gõ')).toBe(false)
  })

  it('somebody signed in plays under the own name after a tap, and nothing else of the account is kept', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(1))
    const contestant = await stage.client('contestant', 'Trần Thị Hoa')
    const found = await contestant.get('findLesson', { body: { pin: lesson.pin } })
    expect(found.accountName).toBe('Trần Thị Hoa')
    expect((await stage.guest().get('findLesson', { body: { pin: lesson.pin } })).accountName).toBeNull()
    const { body } = await lesson.take({ asAccount: true }, contestant)
    expect(body).toMatchObject({ kind: 'seated', view: { seat: { name: 'Trần Thị Hoa' } } })
    // Without a session the wish is worth nothing.
    const guest = (await lesson.take({ asAccount: true, name: 'Khách' })).body
    expect(guest).toMatchObject({ kind: 'seated', view: { seat: { name: 'Khách' } } })
    const { rows } = await stage.database.pool.query<{ row: object }>(
      `SELECT to_jsonb(s) AS row FROM lesson_seat s WHERE lesson_id = $1`,
      [lesson.id],
    )
    expect(JSON.stringify(rows)).not.toContain(contestant.person.accountId)
    expect(JSON.stringify(rows)).not.toContain(contestant.person.login)
  })

  it('of a class are chosen from its list, with the extra time that stands there', async () => {
    const teacher = await stage.client('teacher')
    const { id: classId } = await teacher.get('createSchoolClass', {
      body: { name: '6A', schoolYear: schoolYearNow() },
    })
    const pupils = [{ name: 'Nguyễn An' }, { name: 'Lê Bình', extraPercent: 25 }]
    const list = (await teacher.get('setPupils', { params: { classId }, body: { pupils } })).pupils
    const lesson = await openLesson(stage, teacher, items(1), { names: 'roster' }, classId)
    expect((await lesson.take({ name: 'Người lạ' })).code).toBe('SEAT.NAME_REFUSED')
    const binh = await lesson.join('', { pupilId: list[1]?.id as string })
    expect(binh.view.seat).toMatchObject({ name: 'Lê Bình', extraPercent: 25 })
    await eventually('Bình is here', async () => (await lesson.view()).seats[0]?.isHere)
    const found = await stage.guest().get('findLesson', { body: { pin: lesson.pin } })
    expect(found.pupils.map(({ name }) => name)).toEqual(['Nguyễn An'])
    // Somebody else who says to be Bình waits for the host.
    expect((await lesson.take({ pupilId: list[1]?.id as string })).body).toMatchObject({ kind: 'asked' })
  })

  it('of a class list that differ in marks alone, or by a number, are different pupils, each with an own seat', async () => {
    const teacher = await stage.client('teacher')
    const { id: classId } = await teacher.get('createSchoolClass', {
      body: { name: '11A2', schoolYear: schoolYearNow() },
    })
    const names = ['Dương Thị Thu', 'Dương Thị Thư', 'Nguyễn Thị An', 'Nguyễn Thị An (2)']
    const set = (list: readonly string[]) => ({
      params: { classId },
      body: { pupils: list.map((name) => ({ name })) },
    })
    const { pupils } = await teacher.get('setPupils', set(names))
    expect(pupils.map(({ name }) => name)).toEqual(names)
    expect(await teacher.refusal('setPupils', set([...names, 'DƯƠNG  thị Thư'.normalize('NFD')]))).toBe(
      'CLASS.PUPIL_TWICE',
    )
    const lesson = await openLesson(stage, teacher, items(1), { names: 'roster' }, classId)
    const choices = (await stage.guest().get('findLesson', { body: { pin: lesson.pin } })).pupils
    expect(choices.map(({ number, name }) => `${number}. ${name}`)).toEqual(
      names.map((name, at) => `${at + 1}. ${name}`),
    )
    const seats: Pupil[] = []
    for (const { id, name } of choices) {
      const pupil = await lesson.join('', { pupilId: id })
      expect(pupil.view.seat.name).toBe(name)
      seats.push(pupil)
    }
    expect((await lesson.view()).seats.map(({ name }) => name).sort()).toEqual([...names].sort())
    const rename = (seat: number, name: string) => ({
      params: { lessonId: lesson.id },
      body: { act: { kind: 'rename' as const, seat, name } },
    })
    const [thu, thuu] = seats as [Pupil, Pupil]
    expect(await teacher.refusal('actOnSeats', rename(thu.seat, 'dương thị thư'))).toBe('SEAT.NAME_TAKEN')
    await lesson.seats({ kind: 'rename', seat: thu.seat, name: 'Dương Thị Thụ' })
    // Whoever is removed stays out alone.
    await lesson.seats({ kind: 'remove', seat: thu.seat })
    expect((await lesson.take({ pupilId: pupils[0]?.id as string })).code).toBe('SEAT.REMOVED')
    expect((await lesson.take({ pupilId: pupils[1]?.id as string, device: thuu.device })).body).toMatchObject({
      kind: 'seated',
      view: { seat: { name: 'Dương Thị Thư' } },
    })
  })
})

describe('CR-51 to CR-55: the host and the seats', () => {
  it('locks the lobby; who sits stays, and comes back', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(1))
    const an = await lesson.join('An')
    await lesson.act({ kind: 'lock-lobby', isLocked: true })
    expect((await lesson.take({ name: 'Bình' })).code).toBe('SEAT.LOBBY_LOCKED')
    expect((await lesson.take({ name: 'gì cũng được', device: an.device })).body).toMatchObject({
      view: { seat: { name: 'An' } },
    })
    await lesson.act({ kind: 'lock-lobby', isLocked: false })
    expect((await lesson.take({ name: 'Bình' })).body).toMatchObject({ kind: 'seated' })
  })

  it('a removed one stays removed, by name and by device, and counts nowhere', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(1))
    const [an, rowdy] = (await lesson.joinAll(['An', 'Quậy'])) as [Pupil, Pupil]
    const item = await lesson.next()
    await rowdy.answer(1, right(item))
    await lesson.seats({ kind: 'remove', seat: rowdy.seat })
    await eventually('the phone hears it', async () =>
      rowdy.heard.some(({ event, data }) => event === 'lesson:own-seat' && (data as { seat: unknown }).seat === null),
    )
    expect(await rowdy.answer(1, right(item))).toMatchObject({ refused: expect.any(String) })
    expect(await rowdy.watch()).toEqual({ refused: 'REMOVED' })
    expect((await lesson.take({ name: 'Tên khác', device: rowdy.device })).code).toBe('SEAT.REMOVED')
    expect((await lesson.take({ name: 'QUẬY' })).code).toBe('SEAT.REMOVED')
    expect(await an.answer(1, right(item))).toMatchObject({ place: 1 })
    expect(await lesson.reveal(1)).toMatchObject({ answeredCount: 1, rightCount: 1, seatCount: 1 })
    await lesson.act('board')
    expect((await lesson.view()).standings.map(({ name }) => name)).toEqual(['An'])
    expect((await stage.guest().call('mySeatReport', { body: { token: rowdy.token } })).code).toBe('SEAT.REMOVED')
    expect(await auditOf(lesson.id)).toEqual([
      { act: 'lesson.created', detail: {} },
      { act: 'seat.removed', detail: { seat: rowdy.seat, by: 'host' } },
    ])
  })

  it('renames, and a taken name is not given twice; the audit has no names', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(1))
    const [an, binh] = (await lesson.joinAll(['An', 'Bình'])) as [Pupil, Pupil]
    await lesson.seats({ kind: 'rename', seat: an.seat, name: '  Nguyễn   An ' })
    const heard = await eventually('the phone hears its name', async () =>
      an.heard.find(({ event }) => event === 'lesson:own-seat'),
    )
    expect(heard.data).toMatchObject({ seat: { name: 'Nguyễn An' } })
    const refusal = (act: Parameters<typeof lesson.seats>[0]) =>
      teacher.refusal('actOnSeats', { params: { lessonId: lesson.id }, body: { act } })
    expect(await refusal({ kind: 'rename', seat: binh.seat, name: 'nguyen an' })).toBe('SEAT.NAME_TAKEN')
    expect(await refusal({ kind: 'rename', seat: 99, name: 'Ai' })).toBe('SEAT.NOT_FOUND')
    await lesson.seats({ kind: 'extra-time', seat: binh.seat, extraPercent: 50 })
    const entries = await auditOf(lesson.id)
    expect(entries.slice(1)).toEqual([
      { act: 'seat.renamed', detail: { seat: an.seat, by: 'host' } },
      { act: 'seat.extra_time_set', detail: { seat: binh.seat, percent: 50, by: 'host' } },
    ])
    expect(JSON.stringify(entries)).not.toMatch(/An|Bình/)
  })

  it('clears the lobby: everybody leaves and may come again, but nobody into the seat of another', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(1))
    const rowdy = await lesson.join('Quậy')
    const an = await lesson.join('An')
    await lesson.seats({ kind: 'remove', seat: rowdy.seat })
    await lesson.seats({ kind: 'clear' })
    expect((await lesson.view()).seats.filter(({ isRemoved }) => !isRemoved)).toEqual([])
    const binh = await lesson.join('Bình')
    expect(await an.watch()).toEqual({ refused: 'NOT_FOUND' })
    expect((await lesson.take({ name: 'Quậy' })).code).toBe('SEAT.REMOVED')
    const item = await lesson.next()
    // The phone of An still has its socket; it sits nowhere, also where another sits under its number now.
    expect(binh.seat).toBe(an.seat)
    expect(await an.answer(1, right(item))).toMatchObject({ refused: 'NOT_ALLOWED' })
    expect(await binh.answer(1, right(item))).toMatchObject({ place: 1 })
    expect(
      await teacher.refusal('actOnSeats', { params: { lessonId: lesson.id }, body: { act: { kind: 'clear' } } }),
    ).toBe('LESSON.WRONG_PHASE')
  })

  it('lets somebody back in from another phone with one tap; the old phone is out', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(2), { locksWhenAllAnswered: false })
    const an = await lesson.join('An')
    const first = await lesson.next()
    await an.answer(1, right(first))
    await lesson.act('lock')
    await lesson.reveal(1)
    an.socket.close()
    await eventually('An is away', async () => !(await lesson.view()).seats[0]?.isHere)
    const device = newDevice()
    expect((await lesson.take({ name: 'An', device })).body).toMatchObject({ kind: 'asked' })
    expect((await lesson.take({ name: 'An', device })).body).toMatchObject({ kind: 'asked' })
    const { requests } = await lesson.view()
    expect(requests).toMatchObject([{ name: 'An', seat: an.seat }])
    await lesson.seats({ kind: 'admit', requestId: requests[0]?.requestId as string })
    const { body } = await lesson.take({ name: 'An', device })
    if (body.kind !== 'seated') throw new Error('not seated')
    const again = new Pupil(stage.api.url, body.token, device)
    expect(await again.watch()).toMatchObject({ seat: { seat: an.seat }, rightCount: 1 })
    expect((await stage.guest().call('mySeatReport', { body: { token: an.token } })).code).toBe('SEAT.NOT_FOUND')
    expect((await lesson.view()).requests).toEqual([])
  })
})
