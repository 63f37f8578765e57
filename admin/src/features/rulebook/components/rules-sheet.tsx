import { articleHeading, eitherText } from '@thiso/contracts/rule-words'
import type { ArticleKey, Locale } from '@thiso/contracts/vocab'
import { Button } from '@thiso/kit'
import Plus from 'lucide-react/icons/plus'
import { useRef, useState } from 'react'
import type { AdminContest } from '../../../lib/contest-queries'
import { aroundOf, emptyOwn, MOST_OWN, moved, type Rulebook, type RulebookDraft } from '../rulebook-draft'
import { useRulebookText } from '../use-rulebook-text'
import { MadeArticle } from './made-article'
import { OwnArticle } from './own-article'
import { SheetFoot, SheetHead } from './sheet-head'

interface RulesSheetProps {
  draft: RulebookDraft
  made: Rulebook['made']
  contest: AdminContest
  roundIds: readonly string[]
  locale: Locale
  /** Paths of texts that are asked for and empty. */
  missing: readonly string[]
  onChange: (change: (draft: RulebookDraft) => RulebookDraft) => void
}

/** The thể lệ as it will be printed; each article opens for the organizers' own words. */
export function RulesSheet({ draft, made, contest, roundIds, locale, missing, onChange }: RulesSheetProps) {
  const t = useRulebookText()
  const [openKey, setOpenKey] = useState<string | null>(null)
  const add = useRef<HTMLButtonElement>(null)
  const articles = made[locale]
  const last = articles.length - 1
  const madeArticle = (index: number, place: number) => {
    const article = articles[index]
    if (!article || article.key === 'own') return null
    const key: ArticleKey = article.key
    return (
      <MadeArticle
        key={key}
        articleKey={key}
        heading={articleHeading(article.title, place, locale)}
        passages={article.passages}
        around={aroundOf(draft, key)}
        locale={locale}
        contestId={contest.id}
        roundIds={roundIds}
        isOpen={openKey === key}
        onOpen={(isOpen) => setOpenKey(isOpen ? key : null)}
        onChange={(around) => onChange((now) => ({ ...now, around: { ...now.around, [key]: around } }))}
      />
    )
  }
  const isFull = draft.own.length >= MOST_OWN

  return (
    <article className="rb-sheet" aria-label={t('sheet.label')} lang={locale}>
      <SheetHead head={draft.head} locale={locale} title={eitherText(contest.title, locale)} />
      {articles.slice(0, last).map((_, index) => madeArticle(index, index))}
      {draft.own.map((article, index) => (
        <OwnArticle
          key={article.rowId}
          article={article}
          heading={articleHeading(eitherText(article.title, locale) || t('own.untitled'), last + index, locale)}
          locale={locale}
          isFirst={index === 0}
          isLast={index === draft.own.length - 1}
          isOpen={openKey === article.rowId || missing.some((path) => path.startsWith(`own.${index}.`))}
          lacks={(field) => missing.includes(`own.${index}.${field}.vi`)}
          onOpen={(isOpen) => setOpenKey(isOpen ? article.rowId : null)}
          onChange={(changed) =>
            onChange((now) => ({ ...now, own: now.own.map((each, at) => (at === index ? changed : each)) }))
          }
          onMove={(step) => onChange((now) => ({ ...now, own: moved(now.own, index, step) }))}
          onRemove={() => {
            onChange((now) => ({ ...now, own: now.own.filter((_, at) => at !== index) }))
            add.current?.focus()
          }}
        />
      ))}
      <div className="rb-add">
        <Button
          ref={add}
          icon={Plus}
          disabled={isFull}
          onClick={() => {
            const article = emptyOwn(crypto.randomUUID())
            onChange((now) => ({ ...now, own: [...now.own, article] }))
            setOpenKey(article.rowId)
          }}
        >
          {t('own.add')}
        </Button>
        <span className="ts-quiet-text ts-small">{isFull ? t('own.tooMany') : t('own.addHint')}</span>
      </div>
      {madeArticle(last, last + draft.own.length)}
      <SheetFoot head={draft.head} locale={locale} />
    </article>
  )
}
