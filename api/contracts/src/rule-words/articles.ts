import type { ArticleKey, Locale, Localized } from '../vocab/index.js'

/** A piece of an article: a paragraph, or a list with letters. */
export type Passage = { kind: 'paragraph'; text: string } | { kind: 'list'; entries: string[] }

export interface Article {
  key: ArticleKey | 'own'
  title: string
  passages: Passage[]
}

/** What organizers add around what the settings say; a line is a paragraph, and what has no English stands in Vietnamese. */
export interface RulebookEdits {
  /** Before and after what is made from the settings, by article. */
  around: Partial<Record<ArticleKey, { before: Localized; after: Localized }>>
  /** Articles of their own; they stand before the last one. */
  own: { title: Localized; text: Localized }[]
}

/**
 * RB-1: a whole thể lệ out of the articles that the settings make and what organizers wrote around them. The panel shows with it what
 * is being typed, the API publishes by it.
 * @param made the articles of the settings alone, in their order
 */
export function withEdits(made: readonly Article[], edits: RulebookEdits, locale: Locale): Article[] {
  const articles = made.map((article): Article => {
    const around = article.key === 'own' ? undefined : edits.around[article.key]
    if (!around) return article
    const passages = [
      ...paragraphs(eitherText(around.before, locale)),
      ...article.passages,
      ...paragraphs(eitherText(around.after, locale)),
    ]
    return { ...article, passages }
  })
  const own = edits.own.map(
    ({ title, text }): Article => ({
      key: 'own',
      title: eitherText(title, locale),
      passages: paragraphs(eitherText(text, locale)),
    }),
  )
  return [...articles.slice(0, -1), ...own, ...articles.slice(-1)]
}

/** 'Điều 1. Tên cuộc thi': how an article is called in its place, counted from 0. */
export function articleHeading(title: string, index: number, locale: Locale): string {
  return `${locale === 'vi' ? 'Điều' : 'Article'} ${index + 1}. ${title}`
}

/** The lines of a typed text, without empty ones. */
export function paragraphs(text: string): Passage[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ kind: 'paragraph', text: line }))
}

/** A text in the language, or in Vietnamese where it has not been translated. */
export function eitherText(text: Localized, locale: Locale): string {
  return locale === 'en' && text.en.trim() ? text.en : text.vi
}
