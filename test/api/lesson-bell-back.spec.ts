import { closeSockets, items, type Lesson, newDevice, openLesson, type Pupil, right, wrong } from '../support/lesson'
import { eventually, useStage } from '../support/stage'

const stage = useStage()
afterEach(closeSockets)

const remove = (lesson: Lesson, { seat }: Pupil) => lesson.seats({ kind: 'remove', seat })
/** The seat as the host and, once it has come back, its own phone show it. */
async function back(lesson: Lesson, pupil: Pupil) {
  await lesson.seats({ kind: 'readmit', seat: pupil.seat })
  await pupil.watch()
  const row = (await lesson.view()).seats.find(({ seat }) => seat === pupil.seat)
  expect(pupil.view.seat).toMatchObject({ floor: row?.floor, outAt: row?.outAt })
  return [row?.floor, row?.outAt]
}
async function place(lesson: Lesson, number: number, rights: readonly Pupil[], wrongs: readonly Pupil[] = []) {
  const item = await lesson.next()
  await Promise.all(rights.map((pupil) => pupil.answer(number, right(item))))
  await Promise.all(wrongs.map((pupil) => pupil.answer(number, wrong(item))))
  return async () => {
    await lesson.lock()
    await lesson.reveal(number)
  }
}
const reported = async (lesson: Lesson) =>
  (await lesson.teacher.get('lessonReport', { params: { lessonId: lesson.id } })).seats.map(
    ({ name, floor, outAt, askedCount, rightCount }) => [name, floor, outAt, askedCount, rightCount],
  )

describe('CR-53, CR-31: a seat of a bell that was removed and comes back', () => {
  it('stands where it would stand: out where an item was asked meanwhile that it did not answer rightly', async () => {
    const lesson = await openLesson(stage, await stage.client('teacher'), items(5), {
      mode: 'bell',
      locksWhenAllAnswered: false,
      revealsItself: true,
    })
    const pupils: Pupil[] = []
    for (const name of ['An', 'Bình', 'Chi', 'Dung', 'Giang']) pupils.push(await lesson.join(name))
    const [an, binh, chi, dung, giang] = pupils as [Pupil, Pupil, Pupil, Pupil, Pupil]

    // Removed and back while the same item is open, and after a right answer to the only item that was asked meanwhile.
    const first = await place(lesson, 1, [an, binh, chi])
    await remove(lesson, dung)
    expect(await back(lesson, dung)).toEqual(['on', null])
    await remove(lesson, chi)
    await dung.answer(1, right(lesson.steps.find(({ item }) => item?.place === 1)?.item ?? null))
    await first()
    expect(await back(lesson, chi)).toEqual(['on', null])
    // Out before it was removed: out.
    await remove(lesson, giang)
    expect(await back(lesson, giang)).toEqual(['out', 1])

    // Away for an item and for another one: out at the first of them.
    await remove(lesson, binh)
    await (await place(lesson, 2, [an, chi, dung]))()
    await remove(lesson, dung)
    await (await place(lesson, 3, [an, chi]))()
    expect(await back(lesson, binh)).toEqual(['out', 2])
    expect(await binh.answer(3, '0')).toHaveProperty('refused')
    // An item that turns out to be a bad one took nobody, away or not.
    await lesson.act('skip')
    expect(await back(lesson, dung)).toEqual(['on', null])

    await lesson.act({ kind: 'rescue', seats: [binh.seat] })
    await (await place(lesson, 4, [an, binh], [chi, dung]))()
    await (await place(lesson, 5, [an], [binh]))()
    await lesson.act('podium')
    const { standings, seats } = await lesson.view()
    expect(seats.map(({ floor, outAt }) => [floor, outAt])).toEqual([
      ['on', null],
      ['out', 5],
      ['out', 4],
      ['out', 4],
      ['out', 1],
    ])
    expect(standings.map(({ name, rank }) => [name, rank])).toEqual([
      ['An', 1],
      ['Bình', 2],
      ['Chi', 3],
      ['Dung', 3],
      ['Giang', 5],
    ])
    // What was asked of each, told from the acts: the third place was skipped; Bình fell at the second and was back for the fourth.
    expect(await reported(lesson)).toEqual([
      ['An', 'on', null, 4, 4],
      ['Bình', 'out', 5, 4, 2],
      ['Chi', 'out', 4, 3, 2],
      ['Dung', 'out', 4, 3, 2],
      ['Giang', 'out', 1, 1, 0],
    ])
  })

  it('keeps its floor with another phone', async () => {
    const lesson = await openLesson(stage, await stage.client('teacher'), items(2), { mode: 'bell' })
    const [an, binh] = [await lesson.join('An'), await lesson.join('Bình')]
    await (await place(lesson, 1, [an], [binh]))()
    for (const [pupil, floor] of [
      [an, 'on'],
      [binh, 'out'],
    ] as const) {
      const device = newDevice()
      const name = pupil === an ? 'An' : 'Bình'
      pupil.socket.close()
      await eventually('the old phone is gone', async () => !(await lesson.view()).seats[pupil.seat - 1]?.isHere)
      const { body } = await lesson.take({ name, device })
      if (body.kind !== 'asked') throw new Error('the host is not asked')
      await lesson.seats({ kind: 'admit', requestId: body.requestId })
      const moved = await eventually('the seat', async () => {
        const again = await lesson.take({ name, device })
        return again.body.kind === 'seated' && again.body
      })
      expect(moved.view.seat).toMatchObject({ seat: pupil.seat, floor })
    }
  })
})
