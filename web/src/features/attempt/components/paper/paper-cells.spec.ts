/// <reference types="jest" />
import { choose, opened } from '../../outbox/core'
import type { PaperData } from '../../session/calls'
import { factsOf } from '../../session/paper-facts'
import type { AttemptTexts } from '../../texts/use-attempt-texts'
import { answerSaid, cellsOf, lackingSaid } from './paper-cells'

const part = (token: string) => ({ token, text: { vi: token, en: '' } })
const item = (position: number, type: PaperData['items'][number]['type']): PaperData['items'][number] => ({
  position,
  type,
  topic: 'concepts',
  stem: { vi: '?', en: '' },
  options: type === 'number' ? [] : ['a', 'b', 'c', 'd'].map(part),
  choices: type === 'matching' ? ['x', 'y'].map(part) : [],
  unit: '',
})
const items = [item(1, 'single-choice'), item(2, 'true-false-group'), item(3, 'number'), item(4, 'matching')]
const paper = {
  attempt: { lastSeq: 0 },
  rules: { prediction: null },
  heldPrediction: null,
  items,
  responses: [],
} as unknown as PaperData
const t: AttemptTexts = (key, values) => `${key} ${Object.values(values ?? {}).join(' ')}`.trim()
const truth = { true: 'Đúng', false: 'Sai' }

function cells(lines: Record<number, string | null>) {
  let state = opened(null, factsOf(paper), true)
  for (const [position, answer] of Object.entries(lines))
    state = choose(state, { position: Number(position), answer, chosenAt: 1, clientAtMs: 1 })
  return cellsOf(items, state, [3], truth)
}

it('an item counts as answered as soon as anything is answered in it', () => {
  const shown = cells({ 1: 'b', 2: 'a=1 c=0', 3: '3,5' })
  expect(shown.map(({ isBlank, brief, lacking, isMarked }) => [isBlank, brief, lacking, isMarked])).toEqual([
    [false, 'B', 0, false],
    [false, '2/4', 2, false],
    [false, '3,5', 0, true],
    [true, null, 0, false],
  ])
  expect(shown.map((cell) => answerSaid(cell, t))).toEqual([
    'review.chosen B',
    'review.parts 2/4',
    'review.typed 3,5',
    'review.blank',
  ])
  expect(cellsOf(items, null, [], truth).every(({ isBlank }) => isBlank)).toBe(true)
})

describe('what is begun and not finished', () => {
  it('is named with how much is missing', () => {
    expect(lackingSaid(cells({ 1: 'a' }), t)).toBe('')
    expect(lackingSaid(cells({ 2: 'a=1 c=0', 4: 'a=x' }), t)).toBe('review.lacking 2 2 review.lacking 4 3')
  })

  it('is counted where naming all would be too long', () => {
    const many = Array.from({ length: 6 }, (_, at) => ({ ...cells({ 4: 'a=x' })[3]!, number: at + 1 }))
    expect(lackingSaid(many, t)).toMatch(/review\.lacking 4 3 review\.lackingMore 2$/)
  })
})
