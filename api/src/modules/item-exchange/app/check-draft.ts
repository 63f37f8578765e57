import { ITEM_PROBLEMS, type ItemDraft, type ItemProblem } from '@thiso/contracts/vocab'
import { mediaIn } from '../../../platform/text/rich-text.js'
import { mapTexts, problemsOf, sanitisedItem } from '../../item-bank/rules.js'
import { fitDraft } from '../domain/fit-draft.js'

/** Finds the document of the register that a source names. */
export type DocumentFinder = (name: string) => string | null

/** Names or ids of the media that an item shows, each once. */
export function mediaOf(draft: ItemDraft): string[] {
  const names = new Set<string>()
  mapDraftTexts(draft, (html) => {
    for (const name of mediaIn(html)) names.add(name)
    return html
  })
  return [...names]
}

/** Every rich text of an item put through a function. */
export function mapDraftTexts(draft: ItemDraft, change: (text: string) => string): ItemDraft {
  const en = draft.translations.en
  return {
    ...draft,
    body: mapTexts(draft.body, change),
    explanation: change(draft.explanation),
    translations: en
      ? { en: { stem: change(en.stem), texts: en.texts.map(change), explanation: change(en.explanation) } }
      : {},
  }
}

/** IX-3: an item from a file or from the editor with every rich text sanitised; what had to go is told. */
export function cleanDraft(draft: ItemDraft): { draft: ItemDraft; problems: ItemProblem[] } {
  const { input, removed } = sanitisedItem(draft)
  return {
    draft: { ...input, translations: input.translations.en ? { en: input.translations.en } : {} },
    problems: removed.length > 0 ? [{ code: 'markup_removed', detail: removed.join(', ') }] : [],
  }
}

/**
 * IX-3: a clean item made fit for the bank, with what is wrong with it. What the bank has to be asked for (codes that are taken, items
 * that say the same) is not looked at here.
 * @param said what the reader of the file has found; it knows the place, so it takes the word before the general rules
 */
export function checkedDraft(
  clean: ItemDraft,
  said: readonly ItemProblem[],
  findDocument: DocumentFinder,
): { draft: ItemDraft; problems: ItemProblem[] } {
  const { draft, problems } = fitDraft(clean)
  const found = [...problems, ...problemsOf(draft.body, draft.translations), ...classProblems(draft, said)]
  for (const { document } of draft.sources)
    if (document !== '' && findDocument(document) === null) found.push({ code: 'document_unknown', detail: document })
  return { draft, problems: united(said, found) }
}

export function isFaulty(problems: readonly ItemProblem[]): boolean {
  return problems.some(({ code }) => ITEM_PROBLEMS[code] === 'error')
}

function classProblems(draft: ItemDraft, said: readonly ItemProblem[]): ItemProblem[] {
  const has = (code: ItemProblem['code']) => said.some((problem) => problem.code === code)
  const problems: ItemProblem[] = []
  if (draft.topic === null && !has('topic_unknown')) problems.push({ code: 'topic_assumed', detail: '' })
  if (draft.level === null && !has('level_unknown')) problems.push({ code: 'level_assumed', detail: '' })
  return problems
}

/** A key that the reader could not make out is not missing as well. */
const SAYS_MORE: Partial<Record<ItemProblem['code'], readonly ItemProblem['code'][]>> = {
  key_missing: ['several_keys', 'key_out_of_range', 'type_unknown', 'unreadable'],
  number_missing: ['key_missing', 'type_unknown', 'unreadable'],
  accepted_missing: ['key_missing', 'type_unknown', 'unreadable'],
  too_few_options: ['type_unknown', 'unreadable'],
  stem_missing: ['unreadable'],
}

/** What the reader says, and of the rest what it has not said already; each once. */
function united(said: readonly ItemProblem[], found: readonly ItemProblem[]): ItemProblem[] {
  const codes = new Set(said.map(({ code }) => code))
  const rest = found.filter(
    ({ code }) =>
      ITEM_PROBLEMS[code] === 'warning' ||
      (!codes.has(code) && !(SAYS_MORE[code] ?? []).some((other) => codes.has(other))),
  )
  const seen = new Set<string>()
  return [...said, ...rest].filter(({ code, detail }) => {
    const id = `${code} ${detail}`
    return !seen.has(id) && seen.add(id)
  })
}
