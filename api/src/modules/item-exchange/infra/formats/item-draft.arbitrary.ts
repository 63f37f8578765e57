import {
  COGNITIVE_LEVELS,
  COMPETENCES,
  type DraftSource,
  escapeHtml,
  type ItemBody,
  type ItemDraft,
  type ItemTranslation,
  plainText,
  TOPICS,
  textsOf,
} from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { SAMPLE_MEDIA } from './media.sample.js'

/** Items of all kinds, for the properties of the formats: what is written and read again must be the same item. */

export { SAMPLE_MEDIA }

const [PICTURE, OTHER_PICTURE, SOUND] = [...SAMPLE_MEDIA.keys()] as [string, string, string]

const WORDS = [
  'chuyển đổi số',
  'dữ liệu',
  'Quảng Nam',
  'an toàn thông tin',
  'Nghị quyết',
  'người dân',
  'Đoàn viên',
  'chữ ký số',
  'hoà bình',
  'email',
  '2025',
  'xã Đại Lộc',
]
/** What some format or other takes for its own sign. */
const SNARES = [
  'a < b & c > d',
  '"trích dẫn" và \'nháy\'',
  ']]>',
  '<script>alert(1)</script>',
  '&nbsp;',
  '&&058;',
  '# ~ = { } : \\',
  '####',
  '::tên::',
  '~%50%nửa',
  '{=đúng ~sai}',
  'a -> b',
  '//không phải ghi chú',
  '[html]',
  '[tag:x]',
  '$CATEGORY: x',
  '$$x$$',
  'C:\\new\\table',
  '\\n',
  'A) ',
  'B. Hai',
  'ANSWER: B',
  'Đúng',
  '=1+1',
  '-5',
  '*',
  'a; b, c | d',
  '@@PLUGINFILE@@/x.png',
  '100 %',
  '😀 \u00a0 ½',
]

const tidy = (text: string) =>
  text
    .normalize('NFC')
    .replace(/\s+/g, (gap) => (gap.includes('\u00a0') ? '\u00a0' : ' '))
    .trim()

const wording = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((all) => all.join(' ')),
  },
  { weight: 3, arbitrary: fc.constantFrom(...SNARES) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
)

/** Plain text as a person types it into one field: trimmed, one line, not empty. */
export const plainLine = (max = 60) =>
  fc
    .array(wording, { minLength: 1, maxLength: 3 })
    .map((parts) =>
      tidy(
        tidy(parts.join(' '))
          .slice(0, max)
          .replace(/\p{Surrogate}/gu, ''),
      ),
    )
    .map((text) => text || 'chữ')

const FORMULAS = [
  '\\(x^2 + \\frac{1}{2}\\)',
  '\\(a &lt; b\\)',
  '\\(\\{1; 2\\}\\)',
  '\\(50\\%\\)',
  '\\(\\text{số } n_1 = 2\\)',
  '\\[\\sum_{i=1}^{n} i\\]',
]

/** Limited rich text the way the sanitiser writes it. */
export const richText = (): fc.Arbitrary<string> => {
  const inline = fc.oneof(
    { weight: 6, arbitrary: plainLine().map(escapeHtml) },
    { weight: 1, arbitrary: fc.constantFrom(...FORMULAS) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('b', 'i', 'u', 'sub', 'sup', 'code', 'strong', 'em', 's'), plainLine(20))
        .map(([tag, text]) => `<${tag}>${escapeHtml(text)}</${tag}>`),
    },
    {
      weight: 1,
      arbitrary: plainLine(20).map((text) => `<a href="https://example.org/?a=1&amp;b=2">${escapeHtml(text)}</a>`),
    },
  )
  const line = fc.array(inline, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '))
  const media = fc.tuple(fc.constantFrom(PICTURE, OTHER_PICTURE, SOUND), plainLine(20)).map(([id, text]) => {
    const label = escapeHtml(text).replace(/"/g, '&quot;')
    return id === SOUND
      ? `<audio src="media:${id}" title="${label}"></audio>`
      : `<img src="media:${id}" alt="${label}">`
  })
  return fc.oneof(
    { weight: 8, arbitrary: plainLine().map(escapeHtml) },
    { weight: 4, arbitrary: line },
    { weight: 1, arbitrary: fc.tuple(line, line).map(([a, b]) => `${a}<br>${b}`) },
    { weight: 1, arbitrary: fc.tuple(line, line).map(([a, b]) => `<p>${a}</p>\n<p>${b}</p>`) },
    { weight: 1, arbitrary: fc.tuple(line, line).map(([a, b]) => `${a}<ul><li>${a}</li><li>${b}</li></ul>`) },
    { weight: 1, arbitrary: fc.tuple(line, media).map(([a, b]) => `${a} ${b}`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(line, line)
        .map(([a, b]) => `${a}<table><tr><th>x</th><td colspan="2">${b}</td></tr></table>`),
    },
    { weight: 1, arbitrary: line.map((a) => `<blockquote><p>${a}</p></blockquote><pre>a  b</pre>`) },
  )
}

/** Two texts are one option when only case, spaces or marks of code differ. */
const comparable = (text: string) =>
  `${plainText(text).normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()} ${text.match(/media:[^"]+/g)?.join(' ') ?? ''}`

const differentTexts = (minLength: number, maxLength: number) =>
  fc.uniqueArray(richText(), { minLength, maxLength, selector: comparable })

const SIZE = 6

const singleChoice = differentTexts(2, SIZE).chain((options) =>
  fc.record({
    type: fc.constant('single-choice' as const),
    stem: richText(),
    options: fc.constant(options),
    key: fc.nat(options.length - 1),
  }),
)
const multipleChoice = differentTexts(2, SIZE).chain((options) =>
  fc.record({
    type: fc.constant('multiple-choice' as const),
    stem: richText(),
    options: fc.constant(options),
    keys: fc.subarray([...options.keys()], { minLength: 1 }),
    grading: fc.constantFrom('all-or-nothing' as const, 'partial' as const),
  }),
)
const trueFalse = fc.record({ type: fc.constant('true-false' as const), stem: richText(), isTrue: fc.boolean() })
const trueFalseGroup = fc.oneof(differentTexts(2, SIZE), differentTexts(4, 4)).chain((texts) =>
  fc.record({
    type: fc.constant('true-false-group' as const),
    stem: richText(),
    statements: fc.tuple(...texts.map((text) => fc.boolean().map((isTrue) => ({ text, isTrue })))),
    grading:
      texts.length === 4
        ? fc.constantFrom('stepped' as const, 'partial' as const, 'all-or-nothing' as const)
        : fc.constantFrom('partial' as const, 'all-or-nothing' as const),
  }),
)
const shortText = fc.record({
  type: fc.constant('short-text' as const),
  stem: richText(),
  accepted: fc.uniqueArray(plainLine(), { minLength: 1, maxLength: 4 }),
  ignoresDiacritics: fc.boolean(),
})
const decimal = fc
  .tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.constantFrom(1, 10, 1000, 1e6, 1e12))
  .map(([whole, scale]) => whole / scale || 0)
const number = fc.record({
  type: fc.constant('number' as const),
  stem: richText(),
  value: decimal,
  tolerance: fc.oneof(fc.constant(0), decimal.map(Math.abs)),
  unit: fc.constantFrom('', '%', 'km', 'triệu đồng', 'm/s', 'số/phút'),
})
const ordering = differentTexts(3, SIZE).chain((entries) =>
  fc.record({
    type: fc.constant('ordering' as const),
    stem: richText(),
    entries: fc.constant(entries),
    grading: fc.constantFrom('all-or-nothing' as const, 'partial' as const),
  }),
)
const matching = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.nat(2)).chain(([pairCount, distractorCount]) =>
  fc
    .tuple(
      differentTexts(pairCount, pairCount),
      differentTexts(pairCount + distractorCount, pairCount + distractorCount),
    )
    .chain(([prompts, choices]) =>
      fc.record({
        type: fc.constant('matching' as const),
        stem: richText(),
        pairs: fc.constant(prompts.map((prompt, index) => ({ prompt, choice: choices[index] as string }))),
        distractors: fc.constant(choices.slice(pairCount)),
        grading: fc.constantFrom('partial' as const, 'all-or-nothing' as const),
      }),
    ),
)

/** A sound body of each of the eight types. */
export const itemBody = (): fc.Arbitrary<ItemBody> =>
  fc.oneof(singleChoice, multipleChoice, trueFalse, trueFalseGroup, shortText, number, ordering, matching)

const source: fc.Arbitrary<DraftSource> = fc.record({
  document: plainLine(80),
  locator: fc.oneof(fc.constant(''), plainLine(30)),
  url: fc.constantFrom('', 'https://chinhphu.vn/van-ban?id=749&loai=qd', 'https://example.org/a%20b#điều-2'),
  role: fc.constantFrom('basis' as const, 'reference' as const),
})
const day = fc
  .integer({ min: 0, max: 9_000 })
  .map((days) => new Date(days * 86_400_000 + 1e12).toISOString().slice(0, 10))
const days = fc
  .tuple(fc.option(day), fc.option(day))
  .map(([a, b]) => (a !== null && b !== null && a > b ? ([b, a] as const) : ([a, b] as const)))
// Tags that look like what our own files mark with a tag must stay tags.
const tag = fc.oneof(
  { weight: 5, arbitrary: plainLine(40) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'topic:concepts',
      'level:recall',
      'tag:x',
      'grading:partial',
      'unit:km',
      'bài 1, lớp 10',
    ),
  },
)

const translationOf = (body: ItemBody): fc.Arbitrary<ItemTranslation> => {
  const count = textsOf(body).length
  return fc.record({
    stem: richText(),
    texts: fc.array(richText(), { minLength: count, maxLength: count }),
    explanation: fc.oneof(fc.constant(''), richText()),
  })
}

/** Half of what an item may say besides its body is left out, so that items without any of it are seen too. */
const orNothing = <T>(arbitrary: fc.Arbitrary<T>, nothing: T) => fc.oneof(fc.constant(nothing), arbitrary)

/** A sound item; the media that it names are in SAMPLE_MEDIA. */
export const itemDraft = (): fc.Arbitrary<ItemDraft> =>
  itemBody().chain((body) =>
    fc
      .record({
        code: orNothing(plainLine(60), ''),
        body: fc.constant(body),
        explanation: orNothing(richText(), ''),
        translations: orNothing<{ en?: ItemTranslation }>(
          translationOf(body).map((en) => ({ en })),
          {},
        ),
        topic: fc.option(fc.constantFrom(...TOPICS)),
        level: fc.option(fc.constantFrom(...COGNITIVE_LEVELS)),
        points: orNothing(
          fc.integer({ min: 1, max: 80 }).map((quarters) => quarters / 4),
          1,
        ),
        intendedDifficulty: fc.option(fc.integer({ min: 5, max: 95 })),
        tags: orNothing(fc.uniqueArray(tag, { maxLength: 3 }), []),
        competences: orNothing(fc.subarray<string>([...COMPETENCES], { maxLength: 3 }), []),
        facts: orNothing(fc.uniqueArray(plainLine(40), { maxLength: 2 }), []),
        sources: orNothing(fc.array(source, { maxLength: 2 }), []),
        exclusionGroup: orNothing(plainLine(60), ''),
        variantGroup: orNothing(plainLine(60), ''),
        days: orNothing<readonly [string | null, string | null]>(days, [null, null]),
      })
      .map(({ days: [validFrom, validTo], ...draft }) => ({ ...draft, validFrom, validTo })),
  )
