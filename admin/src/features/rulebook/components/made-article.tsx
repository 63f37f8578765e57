import { eitherText, type Passage, paragraphs } from '@thiso/contracts/rule-words'
import type { ArticleKey, Locale } from '@thiso/contracts/vocab'
import { Textarea } from '@thiso/kit'
import { Link } from 'react-router'
import { type Around, SET_IN } from '../rulebook-draft'
import { useRulebookText } from '../use-rulebook-text'
import { Passages } from './passages'
import { SheetArticle } from './sheet-article'

interface MadeArticleProps {
  articleKey: ArticleKey
  heading: string
  passages: readonly Passage[]
  around: Around
  locale: Locale
  contestId: string
  roundIds: readonly string[]
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  onChange: (around: Around) => void
}

/** An article that the settings make: their sentences are marked quietly, what organizers write stands around them. */
export function MadeArticle(props: MadeArticleProps) {
  const { articleKey, heading, passages, around, locale, contestId, roundIds, isOpen, onOpen, onChange } = props
  const t = useRulebookText()
  const field = (side: 'before' | 'after') => (
    <Textarea
      label={t(`sheet.${side}`)}
      hint={locale === 'en' ? t('sheet.englishFallback') : t('sheet.lines')}
      value={around[side][locale]}
      onChange={(text) => onChange({ ...around, [side]: { ...around[side], [locale]: text } })}
      placeholder={locale === 'en' ? around[side].vi : undefined}
      maxLength={4000}
      rows={3}
      lang={locale}
    />
  )
  return (
    <SheetArticle
      heading={heading}
      isOpen={isOpen}
      onOpen={onOpen}
      fields={
        <>
          {field('before')}
          {field('after')}
        </>
      }
    >
      <Passages of={paragraphs(eitherText(around.before, locale))} />
      <div className="rb-made">
        <p className="rb-made-mark">
          <SetIn articleKey={articleKey} contestId={contestId} roundIds={roundIds} />
        </p>
        {passages.length > 0 ? <Passages of={passages} /> : <p className="ts-quiet-text">{t('sheet.nothing')}</p>}
      </div>
      <Passages of={paragraphs(eitherText(around.after, locale))} />
    </SheetArticle>
  )
}

function SetIn({ articleKey, contestId, roundIds }: Pick<MadeArticleProps, 'articleKey' | 'contestId' | 'roundIds'>) {
  const t = useRulebookText()
  const place = SET_IN[articleKey]
  if (place === 'platform') return t('sheet.fixed')
  const [only] = roundIds
  const [to, words] =
    place === 'contest'
      ? [`/cuoc-thi/${contestId}/sua`, t('sheet.editContest')]
      : roundIds.length === 1
        ? [`/dot/${only}/sua`, t('sheet.editRound')]
        : [`/cuoc-thi/${contestId}`, t('sheet.editRounds')]
  return (
    <>
      {t('sheet.fromSettings')} · <Link to={to}>{words}</Link>
    </>
  )
}
