import type { ItemBody } from '@thiso/contracts/vocab'
import fc from 'fast-check'

/** Sound items of every type, for properties. */

const word = fc.string({ unit: fc.constantFrom(...'abcdđeêghiklmnoôơprstuưvxyáàạấ'), minLength: 1, maxLength: 6 })
export const text = fc.array(word, { minLength: 2, maxLength: 6 }).map((words) => words.join(' '))
const texts = (min: number, max: number) =>
  fc.uniqueArray(text, { minLength: min, maxLength: max, selector: (value) => value.toLowerCase() })

export const itemBody: fc.Arbitrary<ItemBody> = fc.oneof(
  fc
    .tuple(text, texts(2, 6))
    .chain(([stem, options]) =>
      fc.nat(options.length - 1).map((key): ItemBody => ({ type: 'single-choice', stem, options, key })),
    ),
  fc.tuple(text, texts(2, 6)).chain(([stem, options]) =>
    fc.record({
      type: fc.constant('multiple-choice' as const),
      stem: fc.constant(stem),
      options: fc.constant(options),
      keys: fc.subarray([...options.keys()], { minLength: 1 }),
      grading: fc.constantFrom('partial' as const, 'all-or-nothing' as const),
    }),
  ),
  fc.record({ type: fc.constant('true-false' as const), stem: text, isTrue: fc.boolean() }),
  fc.tuple(text, texts(4, 4), fc.array(fc.boolean(), { minLength: 4, maxLength: 4 })).map(
    ([stem, statements, truths]): ItemBody => ({
      type: 'true-false-group',
      stem,
      statements: statements.map((statement, index) => ({ text: statement, isTrue: truths[index] as boolean })),
      grading: 'stepped',
    }),
  ),
  fc.record({
    type: fc.constant('short-text' as const),
    stem: text,
    accepted: texts(1, 3),
    ignoresDiacritics: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('number' as const),
    stem: text,
    value: fc.integer({ min: -10_000, max: 10_000 }).map((n) => n / 4),
    tolerance: fc.constantFrom(0, 0.5, 2),
    unit: fc.constantFrom('', '%', 'xã'),
  }),
  fc.record({
    type: fc.constant('ordering' as const),
    stem: text,
    entries: texts(3, 6),
    grading: fc.constantFrom('partial' as const, 'all-or-nothing' as const),
  }),
  fc.tuple(text, texts(2, 5), texts(7, 7), fc.nat(2)).map(
    ([stem, prompts, choices, distractorCount]): ItemBody => ({
      type: 'matching',
      stem,
      pairs: prompts.map((prompt, index) => ({ prompt, choice: choices[index] as string })),
      distractors: choices.slice(prompts.length, prompts.length + distractorCount),
      grading: 'partial',
    }),
  ),
)
