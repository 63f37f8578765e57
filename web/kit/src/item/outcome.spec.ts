/// <reference types="jest" />
import { outcomeOf } from './outcome'

it.each([
  [true, true, 1, 'right'],
  [false, true, 0.5, 'partly'],
  [false, true, 0, 'wrong'],
  [false, false, 0, 'blank'],
])('SC-4 right %s, answered %s, share %d is called %s', (isRight, isAnswered, share, outcome) => {
  expect(outcomeOf({ isRight, isAnswered, share })).toBe(outcome)
})
