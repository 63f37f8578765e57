import { closeSockets, items, openLesson, type Pupil, right } from '../support/lesson'
import { useStage } from '../support/stage'

const stage = useStage()
afterEach(closeSockets)

describe('CR-36: going through the items again', () => {
  it('gives the host of a race each item with its answers once it is over, and nothing before', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(2), {
      mode: 'race',
      until: new Date(Date.now() + 600_000).toISOString(),
    })
    const [an] = (await lesson.joinAll(['An', 'Bình'])) as [Pupil, Pupil]
    const ask = (place: number) => lesson.host.emitWithAck('lesson:host-place', { place })
    expect(await ask(1)).toEqual({ refused: 'NOT_FOUND' })
    await lesson.act('next')
    await an.next()
    await an.answer(1, right(an.view.item))
    expect(await ask(1)).toEqual({ refused: 'NOT_FOUND' })
    await lesson.act('lock')
    await lesson.phase('revealed')
    expect(await ask(1)).toMatchObject({
      item: { place: 1 },
      reveal: { place: 1, answeredCount: 1, rightCount: 1, review: { position: 1 } },
    })
    expect(await ask(2)).toMatchObject({ item: { place: 2 }, reveal: { place: 2, answeredCount: 0 } })
    expect(await ask(3)).toEqual({ refused: 'NOT_FOUND' })
    // A pupil's phone is no host, however it asks.
    expect(await an.socket.emitWithAck('lesson:host-place', { place: 1 })).toEqual({ refused: 'NOT_ALLOWED' })
  })

  it('leaves out what was skipped and what is not played yet', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, items(3), { revealsItself: false })
    await lesson.join('An')
    const ask = (place: number) => lesson.host.emitWithAck('lesson:host-place', { place })
    await lesson.next()
    expect(await ask(1)).toEqual({ refused: 'NOT_FOUND' })
    await lesson.act('skip')
    expect(await ask(1)).toEqual({ refused: 'NOT_FOUND' })
    await lesson.next()
    await lesson.lock()
    expect(await ask(2)).toEqual({ refused: 'NOT_FOUND' })
    await lesson.act('reveal')
    expect(await ask(2)).toMatchObject({ item: { place: 2 }, reveal: { place: 2 } })
    // Ended with honour: the third was not played.
    await lesson.act('podium')
    expect(await ask(2)).toMatchObject({ item: { place: 2 } })
    expect(await ask(3)).toEqual({ refused: 'NOT_FOUND' })
  })
})
