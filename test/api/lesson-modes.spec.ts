import { useStage } from '../support/stage'
import { closeSockets, items, openLesson, type Pupil, right, wrong } from '../support/lesson'

const stage = useStage()
afterEach(closeSockets)

describe('CR-23, CR-25: individual', () => {
  it.each([
    ['each', [true, true, true]],
    ['section', [false, true, true]],
    ['end', [false, false, false]],
  ] as const)('shows the board after “%s” only', async (board, shown) => {
    const teacher = await stage.client('teacher')
    const places = [...items(2), ...items(1, { section: 'Phần hai' })]
    const lesson = await openLesson(stage, teacher, places, { board })
    const [an, binh] = (await lesson.joinAll(['An', 'Bình'])) as [Pupil, Pupil]
    for (const [index, isShown] of shown.entries()) {
      const item = await lesson.next()
      await Promise.all([an.answer(index + 1, right(item)), binh.answer(index + 1, wrong(item))])
      await lesson.reveal(index + 1)
      expect((await lesson.view()).standings).toEqual([])
      await lesson.act('board')
      const { standings } = await lesson.view()
      expect(standings.map(({ name, rank, rightCount }) => [name, rank, rightCount])).toEqual(
        isShown
          ? [
              ['An', 1, index + 1],
              ['Bình', 2, 0],
            ]
          : [],
      )
      expect(await an.watch()).toMatchObject({ standing: isShown ? { rank: 1 } : null })
    }
    await lesson.act('next')
    expect((await lesson.view()).standings.map(({ name }) => name)).toEqual(['An', 'Bình'])
  })

  it('ranks equal ones alike, tells right answers and points apart, and who moved', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, [{ points: 2 }, {}, {}], { scoring: 'right-only' })
    const [an, binh, chi] = (await lesson.joinAll(['An', 'Bình', 'Chi'])) as [Pupil, Pupil, Pupil]
    const play = async (place: number, rights: Pupil[]) => {
      const item = await lesson.next()
      await Promise.all(
        [an, binh, chi].map((pupil) => pupil.answer(place, rights.includes(pupil) ? right(item) : wrong(item))),
      )
      await lesson.reveal(place)
      await lesson.act('board')
      const { standings } = await lesson.view()
      return standings.map(({ name, rank, isTied, rightCount, points, moved }) => [
        name,
        rank,
        isTied,
        rightCount,
        points,
        moved,
      ])
    }
    expect(await play(1, [an])).toEqual([
      ['An', 1, false, 1, 2, null],
      ['Bình', 2, true, 0, 0, null],
      ['Chi', 2, true, 0, 0, null],
    ])
    await play(2, [binh, chi])
    expect(await play(3, [binh])).toEqual([
      ['An', 1, true, 1, 2, 0],
      ['Bình', 1, true, 2, 2, 1],
      ['Chi', 3, false, 1, 1, -1],
    ])
  })
})

describe('CR-5, CR-51: who comes late', () => {
  it('plays from the next item on, and nobody waits for them before', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(2), { late: 'from-next' })
    const an = await lesson.join('An')
    const first = await lesson.next()
    const late = await lesson.join('Muộn')
    expect(late.view.seat).toMatchObject({ isLate: true })
    expect(await late.answer(1, right(first))).toEqual({ refused: 'NOT_ALLOWED' })
    await an.answer(1, right(first))
    // All who play have answered, so the item ends at once.
    expect(await lesson.reveal(1)).toMatchObject({ answeredCount: 1, seatCount: 1 })
    const second = await lesson.next()
    expect(await late.answer(2, right(second))).toMatchObject({ place: 2 })
    await an.answer(2, wrong(second))
    expect(await lesson.reveal(2)).toMatchObject({ answeredCount: 2, rightCount: 1, seatCount: 2 })
    await lesson.act('board')
    expect((await lesson.view()).standings.map(({ name }) => name).sort()).toEqual(['An', 'Muộn'])
  })

  it('plays along without a place, or is refused, as the host said', async () => {
    const teacher = await stage.client('teacher')
    const unplaced = await openLesson(stage, teacher, items(2), { late: 'unplaced' })
    const an = await unplaced.join('An')
    await unplaced.next()
    await unplaced.act('skip')
    const late = await unplaced.join('Muộn')
    const item = await unplaced.next()
    await Promise.all([an.answer(2, wrong(item)), late.answer(2, right(item))])
    expect(await unplaced.reveal(2)).toMatchObject({ answeredCount: 2, rightCount: 1 })
    expect(await late.outcome(2)).toMatchObject({ outcome: { isRight: true } })
    await unplaced.act('board')
    expect((await unplaced.view()).standings.map(({ name }) => name)).toEqual(['An'])

    const refusing = await openLesson(stage, teacher, items(1), { late: 'refused' })
    const first = await refusing.join('An')
    await refusing.next()
    expect((await refusing.take({ name: 'Muộn' })).code).toBe('SEAT.TOO_LATE')
    // Whoever has a seat comes back to it at any time.
    expect((await refusing.take({ name: 'An', device: first.device })).body).toMatchObject({ kind: 'seated' })
  })
})

describe('CR-24: teams', () => {
  it.each([
    ['mean', 0.5, 1],
    ['sum', 1, 1],
  ] as const)('on own devices: the %s of all members, silent ones too', async (sum, two, one) => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(1), {
      mode: 'teams',
      scoring: 'right-only',
      teams: { count: 2, sum },
      locksWhenAllAnswered: false,
    })
    const an = await lesson.join('An', { team: 1 })
    await lesson.join('Bình', { team: 1 })
    const chi = await lesson.join('Chi')
    expect(chi.view).toMatchObject({ seat: { team: 2 }, teamName: 'Tổ 2' })
    const item = await lesson.next()
    await Promise.all([an.answer(1, right(item)), chi.answer(1, right(item))])
    await lesson.act('lock')
    await lesson.reveal(1)
    await lesson.act('board')
    const { standings } = await lesson.view()
    const points = Object.fromEntries(standings.map((row) => [row.name, [row.points, row.rightCount, row.seat]]))
    expect(points).toEqual({ 'Tổ 1': [two, 1, null], 'Tổ 2': [one, 1, null] })
    expect(await an.watch()).toMatchObject({ standing: { team: 1, points: two, rank: sum === 'mean' ? 2 : 1 } })
  })

  it('fill evenly, and the host moves somebody into a team that there is', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(1), { mode: 'teams', teams: { count: 3 } })
    for (const name of ['An', 'Bình']) await lesson.join(name, { team: 1 })
    const rest = []
    for (const name of ['Chi', 'Dung', 'Giang', 'Hà']) rest.push(await lesson.join(name))
    expect(rest.map(({ view }) => view.seat.team)).toEqual([2, 3, 2, 3])
    await lesson.seats({ kind: 'team', seat: rest[0]?.seat as number, team: 3 })
    expect((await lesson.view()).seats.find(({ name }) => name === 'Chi')?.team).toBe(3)
    const act = { kind: 'team', seat: 1, team: 4 } as const
    expect(await teacher.refusal('actOnSeats', { params: { lessonId: lesson.id }, body: { act } })).toBe(
      'LESSON.WRONG_PHASE',
    )
  })

  it('one device a team: first the item and time to talk, then answers', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(1), { mode: 'team-device', teams: { talkS: 2 } })
    const team = await lesson.join('Đội Bồ Câu')
    const item = await lesson.next()
    expect(item.options).toHaveLength(4)
    expect(await team.answer(1, right(item))).toEqual({ refused: 'EARLY' })
    const { opensAt, serverTime } = (await lesson.view()).step
    await new Promise((resolve) => setTimeout(resolve, Date.parse(opensAt as string) - Date.parse(serverTime) + 20))
    expect(await team.answer(1, right(item))).toMatchObject({ place: 1 })
    await lesson.reveal(1)
    await lesson.act('board')
    expect((await lesson.view()).standings).toMatchObject([{ name: 'Đội Bồ Câu', rank: 1, rightCount: 1 }])
  })
})

describe('CR-12: polls and word clouds', () => {
  it('are counted, bring nothing, and rude words are on no screen', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, [
      { kind: 'poll', prompt: 'Em thích môn nào?', choices: ['Toán', 'Tin học'] },
      { kind: 'word-cloud', prompt: 'Chuyển đổi số là gì?' },
      {
        row: {
          question: { type: 'short-text', options: [] },
          key: { type: 'short-text', accepted: ['AI'], ignoresDiacritics: true },
        },
      },
    ])
    const pupils = await lesson.joinAll(['An', 'Bình', 'Chi', 'Dung'])
    const poll = await lesson.next()
    expect(poll).toMatchObject({
      type: null,
      kind: 'poll',
      options: [{ text: { vi: 'Toán' } }, { text: { vi: 'Tin học' } }],
    })
    expect(await pupils[0]?.answer(1, '2')).toEqual({ refused: 'BAD_REQUEST' })
    await Promise.all(pupils.map((pupil, index) => pupil.answer(1, index === 0 ? '0' : '1')))
    expect(await lesson.reveal(1)).toMatchObject({
      review: null,
      rightCount: 0,
      bars: [
        { label: 'A', count: 1, isRight: false },
        { label: 'B', count: 3, isRight: false },
      ],
    })
    await lesson.next()
    const words = ['Dữ  liệu', 'dữ liệu', 'đ.m', 'f*ck you']
    await Promise.all(pupils.map((pupil, index) => pupil.answer(2, words[index] as string)))
    const cloud = await lesson.reveal(2)
    expect(cloud).toMatchObject({ answeredCount: 4, rightCount: 0 })
    expect(cloud.bars.map(({ label, count }) => [label.toLowerCase(), count])).toContainEqual(['dữ liệu', 2])
    expect(JSON.stringify(cloud)).not.toMatch(/f\*ck/)
    await lesson.next()
    const typed = ['ai', 'Trí tuệ', 'Trí tuệ', 'cặc']
    await Promise.all(pupils.map((pupil, index) => pupil.answer(3, typed[index] as string)))
    const short = await lesson.reveal(3)
    expect(short).toMatchObject({ answeredCount: 4, rightCount: 1 })
    expect(short.bars.map(({ label, count, isRight }) => [label, count, isRight])).toEqual([
      ['Trí tuệ', 2, false],
      ['ai', 1, true],
    ])
    await lesson.act('end')
    expect((await lesson.view()).standings.map(({ points }) => points > 0)).toEqual([true, false, false, false])
    const report = await teacher.call('lessonReport', { params: { lessonId: lesson.id } })
    expect(report.text).not.toMatch(/f\*ck|cặc/)
    // Nothing rude was ever on its way to a phone either.
    expect(JSON.stringify(pupils.map(({ heard }) => heard))).not.toMatch(/f\*ck|cặc/)
  })
})
