import { schemas } from '@thiso/contracts'
import { ITEM_PROBLEMS, type ItemBody, type ItemDraft } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { itemDraft } from '../infra/formats/item-draft.arbitrary.js'
import { fitDraft, soundText } from './fit-draft.js'

const contract = schemas.correctImportRow.body.shape.draft.unwrap()

/** What a careless or hostile file may hold in any place. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('', '\0', '\ud800', 'a\u0300', '\u200b', 'x'.repeat(70), 'y'.repeat(25_000), 'javascript:alert(1)'),
)
const anyTexts = fc.array(anyText, { maxLength: 25 })
const anyNumber = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 0.3, 1e9))
const anyDay = fc.oneof(fc.constantFrom(null, '2025-02-30', '2025-07-01', '0000-00-00', 'hôm nay'), anyText)

const wildBody: fc.Arbitrary<ItemBody> = fc.oneof(
  fc.record({ type: fc.constant('single-choice' as const), stem: anyText, options: anyTexts, key: anyNumber }),
  fc.record({
    type: fc.constant('multiple-choice' as const),
    stem: anyText,
    options: anyTexts,
    keys: fc.array(anyNumber, { maxLength: 30 }),
    grading: fc.constant('partial' as const),
  }),
  fc.record({ type: fc.constant('true-false' as const), stem: anyText, isTrue: fc.boolean() }),
  fc.record({
    type: fc.constant('true-false-group' as const),
    stem: anyText,
    statements: fc.array(fc.record({ text: anyText, isTrue: fc.boolean() }), { maxLength: 25 }),
    grading: fc.constant('stepped' as const),
  }),
  fc.record({
    type: fc.constant('short-text' as const),
    stem: anyText,
    accepted: fc.array(anyText, { maxLength: 40 }),
    ignoresDiacritics: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('number' as const),
    stem: anyText,
    value: anyNumber,
    tolerance: anyNumber,
    unit: anyText,
  }),
  fc.record({
    type: fc.constant('ordering' as const),
    stem: anyText,
    entries: anyTexts,
    grading: fc.constant('all-or-nothing' as const),
  }),
  fc.record({
    type: fc.constant('matching' as const),
    stem: anyText,
    pairs: fc.array(fc.record({ prompt: anyText, choice: anyText }), { maxLength: 25 }),
    distractors: anyTexts,
    grading: fc.constant('partial' as const),
  }),
)
const wildDraft: fc.Arbitrary<ItemDraft> = fc.record({
  code: anyText,
  body: wildBody,
  explanation: anyText,
  translations: fc
    .option(fc.record({ stem: anyText, texts: fc.array(anyText, { maxLength: 60 }), explanation: anyText }))
    .map((en): ItemDraft['translations'] => (en ? { en } : {})),
  topic: fc.constantFrom(null, 'concepts' as const),
  level: fc.constantFrom(null, 'recall' as const),
  points: anyNumber,
  intendedDifficulty: fc.option(anyNumber),
  tags: anyTexts,
  competences: fc.array(fc.oneof(anyText, fc.constantFrom('1.1', '6.3')), { maxLength: 15 }),
  facts: anyTexts,
  sources: fc.array(
    fc.record({ document: anyText, locator: anyText, url: anyText, role: fc.constantFrom('basis', 'reference') }),
    { maxLength: 15 },
  ),
  exclusionGroup: anyText,
  variantGroup: anyText,
  validFrom: anyDay,
  validTo: anyDay,
})

describe('IX-3: an item of a file as the bank can hold it', () => {
  it('fits the contract and the database, whatever the file holds, and everything taken away is told', () => {
    fc.assert(
      fc.property(wildDraft, (wild) => {
        const { draft, problems } = fitDraft(wild)
        const parsed = contract.safeParse(draft)
        expect(parsed.error?.issues).toBeUndefined()
        // PostgreSQL refuses these two in jsonb.
        expect(JSON.stringify(draft)).not.toMatch(/\\u0000|\\ud[89a-f]/i)
        for (const { code } of problems) expect(code in ITEM_PROBLEMS).toBe(true)
        if (wild.tags.some((tag) => soundText(tag).trim().length > 40))
          expect(problems.map(({ code }) => code)).toContain('part_ignored')
        expect(fitDraft(draft)).toEqual({ draft, problems: [] })
      }),
      { numRuns: 400 },
    )
  })

  it('of a sound item stays as it is', () => {
    fc.assert(
      fc.property(itemDraft(), (sound) => {
        expect(fitDraft(sound)).toEqual({ draft: sound, problems: [] })
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['points that are no number', { points: Number.NaN }, 'points_out_of_range', { points: 1 }],
    ['points between two steps', { points: 1.3 }, 'points_out_of_range', { points: 1.25 }],
    ['a day that no calendar has', { validFrom: '2025-02-30' }, 'part_ignored', { validFrom: null }],
    ['days the wrong way round', { validFrom: '2025-02-03', validTo: '2025-02-02' }, 'validity_reversed', {}],
    ['a competence that the framework has not', { competences: ['7.1'] }, 'part_ignored', { competences: [] }],
    ['a difficulty that nobody can expect', { intendedDifficulty: 100 }, 'part_ignored', { intendedDifficulty: null }],
    [
      'an address that runs as a script',
      { sources: [{ document: 'Luật', locator: '', url: 'javascript:alert(1)', role: 'basis' }] },
      'part_ignored',
      { sources: [{ document: 'Luật', locator: '', url: '', role: 'basis' }] },
    ],
  ] as [string, Partial<ItemDraft>, string, Partial<ItemDraft>][])('tells %s', (_, change, code, expected) => {
    const { draft, problems } = fitDraft({ ...SOUND, ...change })
    expect(problems.map((problem) => problem.code)).toEqual([code])
    expect(draft).toMatchObject(expected)
  })

  it('keeps a number that the file does not tell apart from zero', () => {
    const body = { type: 'number', stem: 'Năm?', value: Number.NaN, tolerance: 0, unit: '' } as const
    expect(fitDraft({ ...SOUND, body }).draft.body).toEqual(body)
  })
})

const SOUND: ItemDraft = {
  code: '',
  body: { type: 'true-false', stem: 'Đúng không?', isTrue: true },
  explanation: '',
  translations: {},
  topic: null,
  level: null,
  points: 1,
  intendedDifficulty: null,
  tags: [],
  competences: [],
  facts: [],
  sources: [],
  exclusionGroup: '',
  variantGroup: '',
  validFrom: null,
  validTo: null,
}
