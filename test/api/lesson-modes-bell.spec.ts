import {
  closeSockets,
  items,
  type Lesson,
  openLesson,
  type PlaceRow,
  type Pupil,
  right,
  wrong,
} from '../support/lesson'
import { eventually, useStage } from '../support/stage'

const stage = useStage()
afterEach(closeSockets)

/** Everybody answers at once: `rights` rightly, `silent` not at all, all others wrongly. */
async function play(
  lesson: Lesson,
  pupils: readonly Pupil[],
  place: number,
  rights: Set<number>,
  silent = new Set<number>(),
) {
  const item = await lesson.next()
  const answers = await Promise.all(
    pupils
      .filter(({ seat }) => !silent.has(seat))
      .map(async (pupil) => ({
        seat: pupil.seat,
        reply: await pupil.answer(place, rights.has(pupil.seat) ? right(item) : wrong(item)),
      })),
  )
  if (silent.size > 0) await lesson.lock()
  const reveal = await lesson.reveal(place)
  return { reveal, refused: answers.filter(({ reply }) => 'refused' in reply).map(({ seat }) => seat) }
}

const floorOf = async (lesson: Lesson, where: 'on' | 'out' | 'reserve') =>
  (await lesson.view()).seats.filter(({ floor }) => floor === where).map(({ seat }) => seat)

describe('CR-30 to CR-34: Rung chuông vàng', () => {
  it('wrong or silent is out, a poll takes nobody, a skip undoes, a rescue brings back, the last one stands first', async () => {
    const teacher = await stage.client('teacher')
    const poll: PlaceRow = { kind: 'poll', prompt: 'Mệt chưa?', choices: ['Chưa', 'Rồi'] }
    const lesson = await openLesson(stage, teacher, [{}, poll, {}, {}, {}], { mode: 'bell', bell: { floorSize: 5 } })
    const pupils: Pupil[] = []
    for (const name of ['An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hà']) pupils.push(await lesson.join(name))

    const first = await play(lesson, pupils, 1, new Set([1, 2, 3, 6]), new Set([4]))
    // Seat 6 is a reserve: nobody plays from the hall.
    expect(first.refused).toEqual([6])
    expect(first.reveal).toMatchObject({ answeredCount: 4, rightCount: 3, seatCount: 5 })
    expect(await floorOf(lesson, 'on')).toEqual([1, 2, 3])
    expect(await floorOf(lesson, 'out')).toEqual([4, 5])
    expect(await floorOf(lesson, 'reserve')).toEqual([6])

    const late = await lesson.join('Muộn')
    expect(late.view.seat).toMatchObject({ floor: 'reserve' })

    await lesson.next()
    await pupils[0]?.answer(2, '0')
    await lesson.lock()
    await lesson.reveal(2)
    expect(await floorOf(lesson, 'on')).toEqual([1, 2, 3])

    // All fall at an item that turns out to be a bad one: it is skipped and they stand again.
    await play(lesson, pupils.slice(0, 3), 3, new Set())
    expect(await floorOf(lesson, 'on')).toEqual([])
    await lesson.act('skip')
    expect(await floorOf(lesson, 'on')).toEqual([1, 2, 3])

    expect((await play(lesson, pupils, 4, new Set([1, 2, 4, 5, 6]))).refused).toEqual([4, 5, 6])
    expect(await floorOf(lesson, 'on')).toEqual([1, 2])
    await lesson.act({ kind: 'rescue', seats: [4, 6, 7] })
    expect(await floorOf(lesson, 'on')).toEqual([1, 2, 4, 6, 7])

    expect((await play(lesson, [...pupils, late], 5, new Set([4]))).refused).toEqual([3, 5])
    await lesson.act('board')
    await lesson.act('next')
    const { standings } = await lesson.view()
    expect(standings.map(({ name, rank, isTied }) => [name, rank, isTied])).toEqual([
      ['Dung', 1, false],
      ['An', 2, true],
      ['Bình', 2, true],
      ['Hà', 2, true],
      ['Muộn', 2, true],
      ['Chi', 6, false],
      ['Giang', 7, false],
    ])
    // More right answers than the winner, and yet behind: in a bell the one who stands is first.
    expect(standings[1]?.rightCount).toBeGreaterThan(standings[0]?.rightCount as number)
    const { rows } = await stage.database.pool.query(
      `SELECT act, detail FROM audit_entry WHERE subject = $1 AND act = 'seats.rescued'`,
      [`lesson:${lesson.id}`],
    )
    expect(rows).toEqual([{ act: 'seats.rescued', detail: { seats: [4, 6, 7] } }])
  })

  it('rescues only where there is a floor, and only between items', async () => {
    const teacher = await stage.client('teacher')
    const plain = await openLesson(stage, teacher, items(1))
    expect(await plain.refusal({ kind: 'rescue', seats: [1] })).toBe('LESSON.WRONG_PHASE')
    const bell = await openLesson(stage, teacher, items(1), { mode: 'bell' })
    await bell.join('An')
    await bell.next()
    expect(await bell.refusal({ kind: 'rescue', seats: [1] })).toBe('LESSON.WRONG_PHASE')
  })

  it('carries a hall of 120 to the last one on the floor', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(6, { limitS: 120 }), {
      mode: 'bell',
      scoring: 'right-only',
      names: 'generated',
      bell: { floorSize: 100, rescueBelow: 10 },
    })
    const pupils: Pupil[] = []
    for (let n = 0; n < 12; n++) pupils.push(...(await lesson.joinAll(Array.from({ length: 10 }, () => ''))))
    expect(new Set(pupils.map(({ seat }) => seat)).size).toBe(120)
    pupils.sort((a, b) => a.seat - b.seat)
    const bySeat = new Map(pupils.map((pupil) => [pupil.seat, pupil]))
    const on = async () => (await floorOf(lesson, 'on')).map((seat) => bySeat.get(seat) as Pupil)
    await eventually('all 120 are here', async () => (await lesson.view()).seats.every(({ isHere }) => isHere))
    let standing: Pupil[] = []
    for (const [place, left] of [
      [1, 60],
      [2, 30],
      [3, 8],
    ] as const) {
      const before = place === 1 ? pupils.filter(({ seat }) => seat <= 100) : standing
      const { reveal, refused } = await play(
        lesson,
        before,
        place,
        new Set(before.slice(0, left).map(({ seat }) => seat)),
      )
      expect(refused).toEqual([])
      expect(reveal).toMatchObject({ answeredCount: before.length, rightCount: left, seatCount: before.length })
      standing = await on()
      expect(standing.map(({ seat }) => seat)).toEqual(before.slice(0, left).map(({ seat }) => seat))
    }
    // Eight are left, fewer than ten: forty come back, some of the hall among them.
    const rescued = [
      ...Array.from({ length: 20 }, (_, index) => 81 + index),
      ...Array.from({ length: 20 }, (_, index) => 101 + index),
    ]
    await lesson.act({ kind: 'rescue', seats: rescued })
    standing = await on()
    expect(standing).toHaveLength(48)
    await play(lesson, standing, 4, new Set(standing.slice(-3).map(({ seat }) => seat)))
    standing = await on()
    expect(standing).toHaveLength(3)
    await play(lesson, standing, 5, new Set([standing[1]?.seat as number]), new Set([standing[0]?.seat as number]))
    const [last, ...others] = await on()
    expect(others).toEqual([])
    await lesson.act('end')
    const { standings } = await lesson.view()
    expect(standings[0]).toMatchObject({ rank: 1, isTied: false, seat: last?.seat })
    expect(standings.slice(1, 3)).toMatchObject([
      { rank: 2, isTied: true },
      { rank: 2, isTied: true },
    ])
    // Whoever sat in the hall all the time has no place.
    expect(standings).toHaveLength(120)
    const told = await Promise.all(pupils.map((pupil) => pupil.outcome(5)))
    expect(told).toHaveLength(120)
  })
})
