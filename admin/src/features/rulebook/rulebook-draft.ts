import type { ApiBody, ApiOutput } from '@thiso/contracts'
import type { ArticleKey } from '@thiso/contracts/vocab'

export type Rulebook = ApiOutput<'rulebook'>
export type RulebookHead = Rulebook['head']
export type Around = { before: LocalizedWords; after: LocalizedWords }
export interface LocalizedWords {
  vi: string
  en: string
}

/** An article of the organizers' own; `rowId` keeps its fields together while it moves. */
export interface OwnDraft {
  rowId: string
  title: LocalizedWords
  text: LocalizedWords
}

/** What is being typed on the page of the thể lệ. */
export interface RulebookDraft {
  around: Partial<Record<ArticleKey, Around>>
  own: OwnDraft[]
  head: RulebookHead
}

export const MOST_OWN = 10
const EMPTY: LocalizedWords = { vi: '', en: '' }

/** @param rowIds a new name for each row */
export function draftOf({ edits, head }: Pick<Rulebook, 'edits' | 'head'>, rowIds: () => string): RulebookDraft {
  return { around: edits.around, own: edits.own.map((article) => ({ ...article, rowId: rowIds() })), head }
}

export function aroundOf(draft: RulebookDraft, key: ArticleKey): Around {
  return draft.around[key] ?? { before: EMPTY, after: EMPTY }
}

export const emptyOwn = (rowId: string): OwnDraft => ({ rowId, title: EMPTY, text: EMPTY })

/** The own articles with one of them a step up (-1) or down (1); as they were at the ends. */
export function moved(own: readonly OwnDraft[], index: number, step: -1 | 1): OwnDraft[] {
  const [article, other] = [own[index], own[index + step]]
  if (!article || !other) return [...own]
  return own.map((each, at) => (at === index ? other : at === index + step ? article : each))
}

/** What is sent; articles around which nothing is written are left out. */
export function bodyOf(draft: RulebookDraft, revision: number): ApiBody<'saveRulebook'> {
  const written = Object.entries(draft.around).filter(([, { before, after }]) =>
    [before.vi, before.en, after.vi, after.en].some((text) => text.trim()),
  )
  return {
    revision,
    edits: { around: Object.fromEntries(written), own: draft.own.map(({ title, text }) => ({ title, text })) },
    head: draft.head,
  }
}

/** Paths of texts that must not stay empty and are. */
export function missingIn({ own }: RulebookDraft): string[] {
  return own.flatMap(({ title, text }, index) => [
    ...(title.vi.trim() ? [] : [`own.${index}.title.vi`]),
    ...(text.vi.trim() ? [] : [`own.${index}.text.vi`]),
  ])
}

/** Where what an article says is set: in the contest, in its rounds, or nowhere because it is the same for all. */
export const SET_IN: Record<ArticleKey, 'contest' | 'rounds' | 'platform'> = {
  name: 'contest',
  purpose: 'contest',
  participants: 'contest',
  content: 'rounds',
  form: 'rounds',
  time: 'rounds',
  scoring: 'rounds',
  ranking: 'rounds',
  prizes: 'contest',
  rights: 'platform',
  complaints: 'contest',
  'personal-data': 'platform',
  effect: 'platform',
}
