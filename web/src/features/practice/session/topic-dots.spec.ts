import fc from 'fast-check'
import { sittingDots, topicDots, type TopicProgress } from './topic-dots'

const progress = (itemCount: number, seenCount: number, knownCount: number): TopicProgress => ({
  topic: 'concepts',
  itemCount,
  seenCount,
  knownCount,
  dueCount: 0,
  answeredCount: seenCount,
  rightCount: 0,
})
const said = (one: TopicProgress) =>
  topicDots(one)
    .map(({ state }) => ({ done: '●', marked: '◆', blank: '○', current: '?' })[state])
    .join('')

describe('the dots of a topic', () => {
  it('show what is known, what is to be repeated and what is new', () => {
    expect(said(progress(100, 0, 0))).toBe('○○○○○○○○○○')
    expect(said(progress(100, 50, 30))).toBe('●●●◆◆○○○○○')
    expect(said(progress(100, 1, 0))).toBe('◆○○○○○○○○○')
    expect(said(progress(100, 1, 1))).toBe('●○○○○○○○○○')
    expect(said(progress(100, 99, 99))).toBe('●●●●●●●●●○')
    expect(said(progress(100, 100, 99))).toBe('●●●●●●●●●◆')
    expect(said(progress(100, 100, 100))).toBe('●●●●●●●●●●')
    expect(said(progress(0, 0, 0))).toBe('○○○○○○○○○○')
  })

  it('are always ten, in that order, full only when everything is known', () => {
    fc.assert(
      fc.property(
        fc
          .nat(500)
          .chain((items) =>
            fc.nat(items).chain((seen) => fc.tuple(fc.constant(items), fc.constant(seen), fc.nat(seen))),
          ),
        ([items, seen, known]) => {
          const road = said(progress(items, seen, known))
          expect(road).toMatch(/^●*◆*○*$/)
          expect(road).toHaveLength(10)
          expect(road === '●●●●●●●●●●').toBe(items > 0 && known === items)
          expect(road.includes('●')).toBe(known > 0)
          expect(road.includes('○')).toBe(seen < items || items === 0)
        },
      ),
    )
  })
})

describe('the dots of a sitting', () => {
  it('are the last twelve answers and the item on the screen', () => {
    expect(sittingDots([], true)).toEqual([{ state: 'current' }])
    expect(sittingDots(['right', 'wrong', 'partly', 'blank'], false).map(({ state }) => state)).toEqual([
      'done',
      'marked',
      'marked',
      'marked',
    ])
    expect(sittingDots(Array(30).fill('right'), true)).toHaveLength(13)
  })
})
