import { lineFor } from '../support/answer-lines'
import { Pupil } from '../support/pupil'
import { useClasses } from '../support/simulated-class'
import { eventually } from '../support/stage'

const { stage, play } = useClasses()

describe('CR-1, CR-20: a lesson', () => {
  it('is played from the lobby to the podium', async () => {
    const { teacher, lesson, host, pupils } = await play(['An', 'Bình', 'Chi'], { itemCount: 2 })
    expect(lesson.pin).toMatch(/^\d{6}$/)
    expect([host, ...pupils].map(({ step }) => step?.phase)).toEqual(Array(4).fill('lobby'))
    const answers = [
      [true, true, false],
      [true, false, false],
    ]
    for (const [index, areRight] of answers.entries()) {
      const place = index + 1
      await host.act({ kind: 'next' })
      const [first, second, third] = pupils as [Pupil, Pupil, Pupil]
      const answer = (pupil: Pupil, isRight = false) =>
        pupil.choose(place, (item) => lineFor(item, lesson.items, isRight))
      await answer(first, areRight[0])
      await answer(second, areRight[1])
      const other = lineFor(await first.itemOf(place), lesson.items, !areRight[0])
      expect(await first.answer(place, other)).toEqual({ refused: 'ANSWERED' })
      await answer(third, areRight[2])
      // Everybody has answered: it is locked and told by itself.
      const reveal = await eventually('the reveal', async () => host.reveals.get(place))
      const rightCount = areRight.filter(Boolean).length
      expect(reveal).toMatchObject({ place, answeredCount: 3, rightCount, seatCount: 3 })
      await eventually('the outcomes', async () => pupils.every(({ outcomes }) => outcomes.has(place)))
      expect(pupils.map(({ outcomes }) => outcomes.get(place)?.isRight)).toEqual(areRight)
      await host.act({ kind: 'board' })
      await eventually('the board', async () => host.step?.phase === 'board' && host.standings.length === 3)
      expect(pupils.map(({ rightCount: own }) => own)).toEqual(index === 0 ? [1, 1, 0] : [2, 1, 0])
    }
    await host.act({ kind: 'next' })
    await eventually('the podium', async () => pupils.every(({ step }) => step?.phase === 'podium'))
    const { standings } = await teacher.get('lesson', { params: { lessonId: lesson.lessonId } })
    expect(standings.map(({ name, rank, rightCount }) => [name, rank, rightCount])).toEqual([
      ['An', 1, 2],
      ['Bình', 2, 1],
      ['Chi', 3, 0],
    ])
    const own = await Promise.all(pupils.map(({ token }) => stage.guest().get('mySeatReport', { body: { token } })))
    expect(own.map(({ rightCount }) => rightCount)).toEqual([2, 1, 0])
  })
})
