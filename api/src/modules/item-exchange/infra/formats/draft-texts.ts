import { type ItemBody, type ItemDraft, type ItemProblem, plainText, textsOf } from '@thiso/contracts/vocab'

/** An item that says nothing besides its body. */
export function bareDraft(body: ItemBody): ItemDraft {
  return {
    code: '',
    body,
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
}

/** An item with every rich text put through `change`. */
export function mapTexts(draft: ItemDraft, change: (text: string) => string): ItemDraft {
  const { body } = draft
  const base = { ...body, stem: change(body.stem) }
  const en = draft.translations.en
  return {
    ...draft,
    explanation: change(draft.explanation),
    translations: en
      ? { en: { stem: change(en.stem), texts: en.texts.map(change), explanation: change(en.explanation) } }
      : {},
    body:
      base.type === 'single-choice' || base.type === 'multiple-choice'
        ? { ...base, options: base.options.map(change) }
        : base.type === 'true-false-group'
          ? { ...base, statements: base.statements.map(({ text, isTrue }) => ({ text: change(text), isTrue })) }
          : base.type === 'ordering'
            ? { ...base, entries: base.entries.map(change) }
            : base.type === 'matching'
              ? {
                  ...base,
                  pairs: base.pairs.map(({ prompt, choice }) => ({ prompt: change(prompt), choice: change(choice) })),
                  distractors: base.distractors.map(change),
                }
              : base,
  }
}

/** Every rich text that an export of the item in its own language shows. */
export function richTextsOf(draft: ItemDraft): string[] {
  return [draft.body.stem, ...textsOf(draft.body), draft.explanation]
}

/** Could other programs ask it: with a stem, with options that differ, and with a key? */
export function isSound(body: ItemBody): boolean {
  const texts = textsOf(body).map(comparable)
  if (comparable(body.stem) === '' || texts.includes('')) return false
  const differ = (group: readonly string[]) => group.length >= 2 && new Set(group).size === group.length
  switch (body.type) {
    case 'single-choice':
      return differ(texts) && body.options[body.key] !== undefined
    case 'multiple-choice':
      return differ(texts) && body.keys.length > 0 && body.keys.every((key) => body.options[key] !== undefined)
    case 'true-false-group':
    case 'ordering':
      return differ(texts)
    case 'matching':
      return differ(texts.slice(0, body.pairs.length)) && differ(texts.slice(body.pairs.length))
    case 'short-text':
      return body.accepted.some((text) => text.trim() !== '')
    case 'number':
      return Number.isFinite(body.value) && Number.isFinite(body.tolerance) && body.tolerance >= 0
    case 'true-false':
      return true
  }
}

/** What two texts must differ in: words, or what they show. */
function comparable(html: string): string {
  return `${plainText(html).toLowerCase()} ${html.match(/media:[^"]+/g)?.join(' ') ?? ''}`.trim()
}

/** Each problem once: a hundred missing pictures of one name are one thing to mend. */
export function distinctProblems(problems: readonly ItemProblem[]): ItemProblem[] {
  return [...new Map(problems.map((problem) => [`${problem.code} ${problem.detail}`, problem])).values()]
}
