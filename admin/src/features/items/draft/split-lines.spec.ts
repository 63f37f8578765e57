/// <reference types="jest" />
import { splitLines } from './split-lines'

it.each([
  ['A. Một\nB. Hai\nC. Ba', ['Một', 'Hai', 'Ba']],
  ['a) Một\r\n b)  Hai ', ['Một', 'Hai']],
  ['1. Một\n2. Hai', ['Một', 'Hai']],
  ['- Một\n– Hai', ['Một', 'Hai']],
  ['Một\n\nHai', ['Một', 'Hai']],
  // "A. Puskin" is a name when its neighbours have no letter.
  ['A. Puskin\nTố Hữu', ['A. Puskin', 'Tố Hữu']],
  ['3,5 triệu\n12 triệu', ['3,5 triệu', '12 triệu']],
])('%j', (pasted, lines) => {
  expect(splitLines(pasted)).toEqual(lines)
})
