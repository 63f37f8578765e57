import { COMPETENCES, ITEM_TYPES, type Grading, GRADINGS_OF, TOPICS } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { type Draft, newCitation, newDraft, newExtra, newLine } from './item-draft'

const word = fc.stringMatching(/^[A-Za-zĐđÀ-ỹ0-9]{1,12}$/)
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const english = fc.oneof(fc.constant(''), text)

/** A draft as an author may leave it at any moment: whole, half written or blank. */
export const someDraft: fc.Arbitrary<Draft> = fc
  .record({
    type: fc.constantFrom(...ITEM_TYPES),
    stem: fc.oneof(fc.constant(''), text),
    stemEn: english,
    lines: fc.array(
      fc
        .record({
          text: fc.oneof(fc.constant(''), text),
          textEn: english,
          isKey: fc.boolean(),
          truth: fc.constantFrom(true, false, null),
          match: fc.oneof(fc.constant(''), text),
          matchEn: english,
        })
        .map((line) => newLine(line)),
      { maxLength: 6 },
    ),
    keyAt: fc.integer({ min: -1, max: 5 }),
    distractors: fc.array(fc.tuple(english, english), { maxLength: 2 }),
    isTrue: fc.constantFrom(true, false, null),
    accepted: fc.array(english, { minLength: 1, maxLength: 3 }),
    ignoresDiacritics: fc.boolean(),
    value: fc.oneof(fc.constant(null), fc.integer({ min: -1000, max: 1000 })),
    grading: fc.constantFrom<Grading[]>('all-or-nothing', 'partial', 'stepped'),
    topic: fc.constantFrom(...TOPICS),
    competences: fc.uniqueArray(fc.constantFrom(...COMPETENCES), { maxLength: 3 }),
    citationTitles: fc.array(english, { maxLength: 2 }),
  })
  .map(({ keyAt, distractors, accepted, grading, citationTitles, ...rest }): Draft => {
    const allowed: readonly Grading[] = rest.type in GRADINGS_OF ? GRADINGS_OF[rest.type as 'ordering'] : []
    return {
      ...newDraft(),
      ...rest,
      keyId: rest.lines[keyAt]?.id ?? null,
      distractors: distractors.map(([vi, en]) => newExtra(vi, en)),
      accepted: accepted.map((one) => newExtra(one)),
      gradings: allowed.includes(grading) ? { [rest.type]: grading } : {},
      citations: citationTitles.map((title) => newCitation({ title })),
      bankId: '01990000-0000-7000-8000-00000000000b',
      level: 'apply',
    }
  })
