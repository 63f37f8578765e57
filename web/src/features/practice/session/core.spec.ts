import { after, begun, type Happening, resendAfter, type Review, type Sitting, type Showing } from './core'

const text = (vi: string) => ({ vi, en: '' })
const item = {
  position: 1,
  topic: 'concepts',
  type: 'single-choice',
  stem: text('Câu hỏi'),
  options: [{ token: 'aaaaaaaa', text: text('Một') }],
  choices: [],
  unit: '',
} as const
const shownOf = (card: string): Happening => ({
  type: 'asked',
  next: { card, item: { ...item, options: [...item.options], choices: [] }, isRepeat: false },
})
const showing = (card: string): Showing => ({
  card,
  item: { ...item, options: [...item.options], choices: [] },
  isRepeat: false,
})
const reviewOf = (share: number): Review => ({
  ...item,
  options: [],
  parts: [],
  isAnswered: true,
  share,
  isRight: share === 1,
  explanation: text('Vì vậy'),
  sources: [],
  ruling: null,
})
const answered = (card: string, share = 1): Happening => ({
  type: 'answered',
  card,
  result: { review: reviewOf(share), nextDueAt: '2026-10-07T17:00:00.000Z' },
})
const play = (...happenings: Happening[]): Sitting => happenings.reduce(after, begun)

describe('a sitting', () => {
  it('goes from item to review to the next item, and remembers what became of the answers', () => {
    const sitting = play(
      shownOf('a'),
      { type: 'changed', answer: 'aaaaaaaa' },
      { type: 'send', answer: 'aaaaaaaa' },
      answered('a', 1),
      { type: 'ask' },
      shownOf('b'),
      { type: 'send', answer: null },
      answered('b', 0.5),
    )
    expect(sitting.screen).toMatchObject({ at: 'reviewed', card: 'b' })
    expect(sitting.outcomes).toEqual(['right', 'partly'])
  })

  it('ends when the server has nothing left', () => {
    expect(play({ type: 'asked', next: { card: null, item: null, isRepeat: false } }).screen).toEqual({
      at: 'finished',
    })
  })

  it('keeps the answer on the screen while the network is away, and counts it once', () => {
    const lost = play(shownOf('a'), { type: 'send', answer: 'aaaaaaaa' }, { type: 'sendFailed' })
    expect(lost.screen).toMatchObject({ at: 'shown', answer: 'aaaaaaaa', sending: 'waiting' })
    const found = [
      { type: 'changed', answer: null } as const,
      { type: 'send', answer: 'aaaaaaaa' } as const,
      answered('a'),
      answered('a'),
    ].reduce(after, lost)
    expect(found.screen.at).toBe('reviewed')
    expect(found.outcomes).toEqual(['right'])
  })

  it('does not change an answer that is on its way', () => {
    const { screen } = play(shownOf('a'), { type: 'send', answer: 'aaaaaaaa' }, { type: 'changed', answer: null })
    expect(screen).toMatchObject({ answer: 'aaaaaaaa', sending: 'yes' })
  })

  it('takes no news of another item for that on the screen', () => {
    const before = play(shownOf('b'))
    for (const late of [answered('a'), { type: 'refused', card: 'a', error: new Error('late') } as const, shownOf('c')])
      expect(after(before, late)).toBe(before)
  })

  it('goes on with what waited on this device, before anything else is asked for', () => {
    const resumed = play({ type: 'resume', showing: showing('old'), answer: 'aaaaaaaa' })
    expect(resumed.screen).toMatchObject({ at: 'shown', sending: 'yes', answer: 'aaaaaaaa' })
    expect(after(resumed, shownOf('b'))).toBe(resumed)
    expect(after(resumed, answered('old')).screen.at).toBe('reviewed')
  })

  it('leaves the review where it is when the next item cannot be fetched', () => {
    const failure = new Error('away')
    const { screen } = play(
      shownOf('a'),
      { type: 'send', answer: null },
      answered('a', 0),
      { type: 'ask' },
      { type: 'askFailed', error: failure },
    )
    expect(screen).toMatchObject({ at: 'reviewed', card: 'a', isAsking: false, error: failure })
  })

  it('says that an item is no more until there is another', () => {
    const refusal = new Error('gone')
    const gone = play(shownOf('a'), { type: 'send', answer: null }, { type: 'refused', card: 'a', error: refusal })
    expect(gone.screen).toMatchObject({ at: 'void', error: refusal })
    expect(after(gone, { type: 'ask' }).screen).toMatchObject({ at: 'void', error: refusal, isAsking: true })
    expect(after(after(gone, { type: 'ask' }), shownOf('b')).screen.at).toBe('shown')
    expect(gone.outcomes).toEqual([])
  })
})

describe('sending again', () => {
  it('waits longer every time, and never longer than half a minute', () => {
    expect([1, 2, 3, 4, 5, 9].map(resendAfter)).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
  })
})
