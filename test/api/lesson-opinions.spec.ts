import { addBank, addItem } from '../support/item-rows'
import { closeSockets, items, openLesson, right } from '../support/lesson'
import { useStage } from '../support/stage'

const stage = useStage()
afterEach(closeSockets)

describe('CR-71: polls and word clouds in the own report', () => {
  it('what the class said stands there once it was told, and who said it does not', async () => {
    const teacher = await stage.client('teacher')
    const lesson = await openLesson(stage, teacher, [
      ...items(1),
      { kind: 'poll', prompt: 'Em thích cách học nào?', choices: ['Một mình', 'Theo nhóm'] },
      { kind: 'word-cloud', prompt: 'Một từ về chuyển đổi số?' },
    ])
    const an = await lesson.join('An')
    const binh = await lesson.join('Bình')
    const opinions = async () => (await stage.guest().get('mySeatReport', { body: { token: an.token } })).opinions
    const one = await lesson.next()
    await Promise.all([an.answer(1, right(one)), binh.answer(1, right(one))])
    await lesson.reveal(1)
    const poll = await lesson.next()
    await Promise.all([an.answer(2, poll.options[1]?.token ?? ''), binh.answer(2, poll.options[1]?.token ?? '')])
    await lesson.reveal(2)
    await lesson.next()
    await an.answer(3, 'kết nối')
    // Of what is still open nobody is told what others said.
    expect((await opinions()).map(({ item }) => item.place)).toEqual([2])
    await binh.answer(3, 'Kết nối')
    await lesson.reveal(3)
    await lesson.act('end')

    const told = await opinions()
    expect(told.map(({ item }) => [item.place, item.kind, item.stem.vi])).toEqual([
      [2, 'poll', 'Em thích cách học nào?'],
      [3, 'word-cloud', 'Một từ về chuyển đổi số?'],
    ])
    expect(told.map(({ bars }) => bars.map(({ count }) => count))).toEqual([[0, 2], [2]])
    const { askedCount, reviews } = await stage.guest().get('mySeatReport', { body: { token: an.token } })
    expect([askedCount, reviews.length]).toEqual([1, 1])
    expect(JSON.stringify(told)).not.toContain('Bình')
  })
})

describe('CR-62: items to choose from', () => {
  it('are those of one bank, or of the own banks alone, where the teacher wants it so', async () => {
    const teacher = await stage.client('teacher')
    const own = await teacher.get('createBank', { body: { name: `Ngân hàng riêng ${Date.now()}` } })
    const mine = await addItem(stage.database.pool, own.id)
    const shared = await addBank(stage.database.pool)
    const theirs = await addItem(stage.database.pool, shared)
    const found = async (bank?: string) => {
      const query = { size: 100, ...(bank ? { bank } : {}) }
      return (await teacher.get('classItems', { query })).rows.map(({ itemId }) => itemId)
    }
    expect(await found()).toEqual(expect.arrayContaining([mine.itemId, theirs.itemId]))
    expect(await found('own')).toEqual([mine.itemId])
    expect(await found(own.id)).toEqual([mine.itemId])
    expect(await found(shared)).toContain(theirs.itemId)
    expect(await found(shared)).not.toContain(mine.itemId)
    // A bank that is not open to this teacher has nothing for them, by whatever name it is asked for.
    const closed = await addBank(stage.database.pool, false)
    await addItem(stage.database.pool, closed)
    expect(await found(closed)).toEqual([])
  })
})
