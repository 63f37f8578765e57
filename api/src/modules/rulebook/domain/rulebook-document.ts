import { articleHeading } from '@thiso/contracts/rule-words'
import type { Locale } from '@thiso/contracts/vocab'
import type { Article, Passage, RulebookHead } from './rulebook-facts.js'

/** The blocks of a thể lệ as a printed document, in the shapes that the documents of the platform take. */
export type RulebookBlock =
  | { kind: 'title'; text: string; subtitle: string }
  | { kind: 'heading'; level: 'article'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; marks: 'letter'; entries: string[] }
  | { kind: 'spacer'; height: number }
  | { kind: 'signatures'; places: { role: string; name?: string }[] }

/**
 * RB-2: a thể lệ in administrative form: the kind of document and what it is about, numbered articles, the signature.
 * @param title of the contest
 */
export function rulebookBlocks(
  title: string,
  head: RulebookHead,
  articles: readonly Article[],
  locale: Locale,
): RulebookBlock[] {
  const blocks: RulebookBlock[] = [
    { kind: 'title', text: locale === 'vi' ? 'THỂ LỆ' : 'CONTEST RULES', subtitle: title },
    ...articles.flatMap((article, index): RulebookBlock[] => [
      {
        kind: 'heading',
        level: 'article',
        text: articleHeading(article.title, index, locale),
      },
      ...article.passages.map(blockOf),
    ]),
  ]
  if (head.signerRole)
    blocks.push(
      { kind: 'spacer', height: 6 },
      {
        kind: 'signatures',
        places: [head.signerName ? { role: head.signerRole, name: head.signerName } : { role: head.signerRole }],
      },
    )
  return blocks
}

function blockOf(passage: Passage): RulebookBlock {
  return passage.kind === 'list'
    ? { kind: 'list', marks: 'letter', entries: passage.entries }
    : { kind: 'paragraph', text: passage.text }
}
