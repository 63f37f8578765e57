/// <reference types="jest" />
import { changeOf, changesNothing, NO_CHANGE } from './bulk-change'

it('an untouched form asks for nothing', () => {
  expect(changeOf(NO_CHANGE)).toEqual({})
  expect(changesNothing(NO_CHANGE)).toBe(true)
})

it('only what is named is asked for', () => {
  expect(changeOf({ ...NO_CHANGE, level: 'apply', addTags: ['tình huống'] })).toEqual({
    level: 'apply',
    addTags: ['tình huống'],
  })
})

it('taking the subtopic away is a change of its own', () => {
  expect(changeOf({ ...NO_CHANGE, subtopicId: 'none' })).toEqual({ subtopicId: null })
  expect(changesNothing({ ...NO_CHANGE, subtopicId: 'none' })).toBe(false)
})
