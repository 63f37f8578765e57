import { COGNITIVE_LEVELS, TOPICS } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { canonicalJson } from '../../../../kernel/canonical-json'
import { ProblemError } from '../../../../kernel/problem-error'
import type { CarriedItem, SetContent } from './file-shapes'
import { hashOf, readFile, writeFile } from './lesson-file'

/** Any text that a database keeps. */
const text = (maxLength: number) =>
  fc.string({ unit: 'grapheme', maxLength }).filter((value) => value.length <= maxLength && !value.includes('\0'))

const item = fc
  .record({
    id: fc.uuid(),
    topic: fc.constantFrom(...TOPICS),
    level: fc.constantFrom(...COGNITIVE_LEVELS),
    stem: text(60),
    options: fc.array(text(20), { minLength: 2, maxLength: 6 }),
    explanation: text(40),
    validTo: fc.constantFrom(null, '2027-01-31'),
  })
  .chain(({ stem, options, explanation, ...row }) =>
    fc.nat(options.length - 1).map(
      (option): CarriedItem => ({
        ...row,
        question: { type: 'single-choice', stem, options, choices: [], unit: '', translations: {} },
        key: { type: 'single-choice', option },
        explanation: { vi: explanation, en: '' },
        citations: [],
        validFrom: null,
      }),
    ),
  )

const set = fc.array(item, { minLength: 1, maxLength: 4 }).chain((items) =>
  fc.record({
    id: fc.uuid(),
    title: text(60).filter((title) => title !== ''),
    places: fc.array(
      fc.record({
        kind: fc.constant('item' as const),
        item: fc.nat(items.length - 1),
        prompt: fc.constant(''),
        choices: fc.constant<string[]>([]),
        limitS: fc.option(fc.integer({ min: 5, max: 600 }), { nil: null }),
        points: fc.constantFrom(0, 0.5, 1, 10),
        section: text(30),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    items: fc.constant(items),
    media: fc.constant<SetContent['media']>([]),
  }),
)

const codeOf = (work: () => unknown) => {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof ProblemError) return error.code
    throw error
  }
}

describe('CR-80: the file of a set', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(set, (content) => {
        const { bytes, sha256 } = writeFile('set', content)
        expect(readFile('set', bytes)).toEqual({ content, sha256 })
        expect(writeFile('set', content).bytes.equals(bytes)).toBe(true)
      }),
    )
  })

  it('is refused wherever its content was changed, and for what it is not', () => {
    fc.assert(
      fc.property(set, fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (content, somewhere, sign) => {
        const whole = writeFile('set', content).bytes.toString('utf8')
        const from = whole.indexOf('"content"')
        const at = from + (somewhere % (whole.length - from))
        const changed = whole.slice(0, at) + sign + whole.slice(at + 1)
        let said: string | null = null
        try {
          said = canonicalJson((JSON.parse(changed) as { content: unknown }).content)
        } catch {
          // No JSON any more.
        }
        const code = codeOf(() => readFile('set', Buffer.from(changed)))
        // White space may be another; whatever is said must be the same.
        expect(code).toBe(said === canonicalJson(content) ? null : 'SET.FILE_UNREADABLE')
        expect(codeOf(() => readFile('results', Buffer.from(whole)))).toBe('LESSON.FILE_UNREADABLE')
      }),
    )
  })

  it('takes any bytes and any JSON without falling over them', () => {
    const envelope = (content: unknown) => {
      try {
        return JSON.stringify({ file: 'thiso-lesson-results', version: 1, sha256: hashOf(content), content })
      } catch {
        return JSON.stringify(content)
      }
    }
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.jsonValue().map((value) => Buffer.from(envelope(value))),
        ),
        (bytes) => {
          expect(codeOf(() => readFile('results', bytes))).toBe('LESSON.FILE_UNREADABLE')
        },
      ),
    )
  })

  it('holds no text that a database refuses', () => {
    for (const bad of ['a\0b', '\ud800', 'x\udfff']) expect(() => hashOf({ title: bad })).toThrow(TypeError)
    expect(() => hashOf({ title: 'Ổ khóa 🔒 \\ "' })).not.toThrow()
  })
})
