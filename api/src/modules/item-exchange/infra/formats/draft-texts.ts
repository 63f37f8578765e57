import type { ItemBody, ItemDraft } from '@thiso/contracts/vocab'

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
