import { ITEM_TYPES, type ItemResponse } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import { shownForm } from './draw-form.js'
import { placeOf, readAnswer, tokenAt, writeAnswer } from './place.js'

const secret = Buffer.alloc(32, 9)
const ATTEMPT = '5b1c9f0e-0000-8000-8000-000000000001'
const OPTIONS = 5
const CHOICES = 7
const place = fc.constantFrom(...ITEM_TYPES).chain((type) =>
  fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => {
    const item = { itemVersionId: 'v', type, optionCount: OPTIONS, choiceCount: CHOICES }
    return placeOf(secret, ATTEMPT, 1, shownForm(new DeterministicRandom(Buffer.from(bytes)), item))
  }),
)
/** A place with a response that its type may have. */
const answered = place.chain((own) => {
  const response: fc.Arbitrary<ItemResponse> = (() => {
    switch (own.type) {
      case 'single-choice':
        return fc.nat(OPTIONS - 1).map((option) => [option])
      case 'true-false':
        return fc.nat(1).map((option) => [option])
      case 'multiple-choice':
        return fc.subarray([0, 1, 2, 3, 4], { minLength: 1 })
      case 'ordering':
        return fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 })
      case 'true-false-group':
        return fc.array(fc.integer({ min: -1, max: 1 }), { minLength: OPTIONS, maxLength: OPTIONS })
      case 'matching':
        return fc.array(fc.integer({ min: -1, max: CHOICES - 1 }), { minLength: OPTIONS, maxLength: OPTIONS })
      default:
        return fc
          .string({ unit: fc.constantFrom(...'aăđ 1,.-"\\{}=😀'), minLength: 1 })
          .map((text) => text.trim() || 'x')
    }
  })()
  return response.map((given) => ({ place: own, given }))
})

describe('AT-10: answers as lines of tokens', () => {
  it('are read as they were written, for every type', () => {
    fc.assert(
      fc.property(answered, ({ place: own, given }) => {
        const line = writeAnswer(own, given)
        const isBlank = typeof given !== 'string' && given.every((value) => value === -1)
        expect(readAnswer(own, line)).toEqual(isBlank ? null : given)
        if (line !== null) expect(line.length).toBeLessThanOrEqual(600)
      }),
      { numRuns: 2_000 },
    )
  })

  it('with tokens of another place, or in another form, are refused', () => {
    fc.assert(
      fc.property(
        answered,
        fc.constantFrom('double', 'foreign', 'cut', 'extra', 'spaces'),
        ({ place: own, given }, how) => {
          const line = writeAnswer(own, given)
          if (line === null || typeof given === 'string') return
          const first = tokenAt(own.tokens, 0)
          const spoilt = {
            double:
              own.type === 'multiple-choice' || own.type === 'ordering'
                ? `${line} ${line.split(' ')[0]}`
                : `${line} ${line}`,
            foreign: line.replace(line.slice(0, 8), 'AAAAAAAA'),
            cut: line.slice(0, -1),
            extra: `${line} ${first}=${first}`,
            spaces: line.replace(' ', '  ').padStart(line.length + 1, ' '),
          }[how]
          expect(readAnswer(own, spoilt)).toBeUndefined()
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('that are blank are blank', () => {
    fc.assert(
      fc.property(place, (own) => {
        expect(readAnswer(own, null)).toBeNull()
        if (own.type === 'short-text') expect(readAnswer(own, ' \u0000 ')).toBeNull()
      }),
    )
  })
})
