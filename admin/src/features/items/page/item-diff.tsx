import { GRADINGS, ITEM_TYPES } from '@thiso/contracts/vocab'
import { formatDate } from '@thiso/kit'
import { diffWordsWithSpace } from 'diff'
import { useBankWords } from '../../../lib/item-bank/use-words'
import type { Written } from '../draft/draft-body'
import { useItemsText } from '../hooks/use-items-text'
import { type ChangedLine, changesBetween } from './written-lines'

const isIn = <T extends string>(words: readonly T[], word: string): word is T => words.some((known) => known === word)

/** What changed between two versions, word by word. */
export function ItemDiff({ from, to }: { from: Written; to: Written }) {
  const t = useItemsText()
  const words = useBankWords()
  const changes = changesBetween(from, to)
  if (changes.length === 0) return <p className="ts-quiet-text">{t('diff.none')}</p>

  const said = ({ sort }: ChangedLine, text: string): string => {
    switch (sort) {
      case 'type':
        return isIn(ITEM_TYPES, text) ? words(`type.${text}`) : text
      case 'grading':
        return isIn(GRADINGS, text) ? words(`grading.${text}`) : text
      case 'key':
        return text
          .split(' ')
          .map((part) => (part === 'true' ? t('editor.true') : part === 'false' ? t('editor.false') : part))
          .join(' ')
      case 'source':
        return text.replace(/, (basis|reference)$/, (_, role: 'basis' | 'reference') => `, ${words(`role.${role}`)}`)
      case 'validFrom':
      case 'validTo':
        return text && formatDate(text)
      default:
        return text
    }
  }
  return (
    <dl className="items-diff">
      {changes.map((line) => (
        <div key={`${line.sort} ${line.number}`}>
          <dt>{t(`diff.${line.sort}`, { number: line.number, letter: String.fromCharCode(64 + line.number) })}</dt>
          <dd lang={line.sort === 'english' ? 'en' : 'vi'}>
            <Words before={said(line, line.before)} after={said(line, line.after)} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Words({ before, after }: { before: string; after: string }) {
  const t = useItemsText()
  let at = 0
  return diffWordsWithSpace(before, after).map((part) => {
    at += 1
    if (part.removed)
      return (
        <del key={at}>
          <span className="ts-hidden">{t('diff.removed')} </span>
          {part.value}
        </del>
      )
    if (part.added)
      return (
        <ins key={at}>
          <span className="ts-hidden">{t('diff.added')} </span>
          {part.value}
        </ins>
      )
    return <span key={at}>{part.value}</span>
  })
}
