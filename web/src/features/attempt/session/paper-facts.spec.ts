/// <reference types="jest" />
import { choose, departed, opened, plan, realigned } from '../outbox/core'
import type { PaperData } from './calls'
import { factsOf } from './paper-facts'

const part = (token: string) => ({ token, text: { vi: token, en: '' } })
const paper = (answer: string | null) =>
  ({
    attempt: { lastSeq: answer === null ? 0 : 1 },
    rules: { prediction: null },
    heldPrediction: null,
    items: [
      { position: 1, type: 'multiple-choice', options: ['a', 'b', 'c'].map(part), choices: [] },
      { position: 2, type: 'true-false-group', options: ['s', 't'].map(part), choices: [] },
      { position: 3, type: 'matching', options: ['p'].map(part), choices: ['x', 'y'].map(part) },
      { position: 4, type: 'number', options: [], choices: [] },
    ],
    responses: answer === null ? [] : [{ position: 1, answer, savedAt: new Date(3_000).toISOString() }],
  }) as unknown as PaperData

it('AT-4 what an answer may be made of, by type', () => {
  expect(factsOf(paper(null)).tokens).toEqual({
    1: ['a', 'b', 'c'],
    2: ['s', 't', '1', '0'],
    3: ['p', 'x', 'y'],
    4: null,
  })
})

it('AT-15 the prediction is typed at place 0, unless one holds already', () => {
  const asked = { ...paper(null), rules: { prediction: { per: 'person' } } } as unknown as PaperData
  expect(factsOf(asked).tokens).toHaveProperty('0', null)
  expect(factsOf({ ...asked, heldPrediction: 12 }).tokens).not.toHaveProperty('0')
})

it('AT-12 answers to places that are over stay known', () => {
  const oneWay = { ...paper('b a'), items: paper(null).items.slice(1) }
  expect(factsOf(oneWay).responses).toEqual([{ position: 1, answer: 'b a', savedAt: 3_000 }])
})

it('AT-4 the own slow answer is known again, although the server names its picks in another order', () => {
  const pick = (state: ReturnType<typeof opened>, answer: string, at: number) =>
    choose(state, { position: 1, answer, chosenAt: at, clientAtMs: at })
  let state = pick(opened(null, factsOf(paper(null)), true), 'a b', 1_000)
  const first = plan(state, 0)
  if (first.kind === 'send') state = departed(state, first.batch)
  state = pick(state, 'a b c', 2_000)
  // 'a b' was committed after 'a b c' had been chosen, and its answer was lost.
  expect(realigned(state, factsOf(paper('b a'))).unsaved).toMatchObject([{ position: 1, answer: 'a b c' }])
})
