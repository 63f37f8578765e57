import { eitherText, paragraphs } from '@thiso/contracts/rule-words'
import type { Locale } from '@thiso/contracts/vocab'
import { ConfirmDialog, IconButton, Row, Textarea, TextInput } from '@thiso/kit'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Trash from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import { useCommon } from '../../../lib/common'
import type { OwnDraft } from '../rulebook-draft'
import { useRulebookText } from '../use-rulebook-text'
import { Passages } from './passages'
import { SheetArticle } from './sheet-article'

interface OwnArticleProps {
  article: OwnDraft
  heading: string
  locale: Locale
  isFirst: boolean
  isLast: boolean
  isOpen: boolean
  lacks: (field: 'title' | 'text') => boolean
  onOpen: (isOpen: boolean) => void
  onChange: (article: OwnDraft) => void
  onMove: (step: -1 | 1) => void
  onRemove: () => void
}

/** An article that organizers wrote whole. */
export function OwnArticle(props: OwnArticleProps) {
  const { article, heading, locale, isFirst, isLast, isOpen, lacks, onOpen, onChange, onMove, onRemove } = props
  const t = useRulebookText()
  const common = useCommon()
  const [isAsking, setAsking] = useState(false)
  const isEmpty = [article.title, article.text].every(({ vi, en }) => !vi.trim() && !en.trim())
  const shared = (field: 'title' | 'text') => ({
    label: t(`own.${field}`),
    hint: locale === 'en' ? t('sheet.englishFallback') : field === 'text' ? t('sheet.lines') : undefined,
    value: article[field][locale],
    onChange: (text: string) => onChange({ ...article, [field]: { ...article[field], [locale]: text } }),
    placeholder: locale === 'en' ? article[field].vi : undefined,
    error: lacks(field) ? common('required') : undefined,
    required: locale === 'vi',
    lang: locale,
  })
  return (
    <SheetArticle
      heading={heading}
      isOpen={isOpen}
      onOpen={onOpen}
      fields={
        <>
          <TextInput {...shared('title')} maxLength={200} />
          <Textarea {...shared('text')} maxLength={4000} rows={5} />
          <Row gap={1}>
            <IconButton
              icon={ArrowUp}
              label={t('own.up', { article: heading })}
              disabled={isFirst}
              onClick={() => onMove(-1)}
            />
            <IconButton
              icon={ArrowDown}
              label={t('own.down', { article: heading })}
              disabled={isLast}
              onClick={() => onMove(1)}
            />
            <IconButton
              icon={Trash}
              label={t('own.remove', { article: heading })}
              onClick={() => (isEmpty ? onRemove() : setAsking(true))}
            />
          </Row>
        </>
      }
    >
      <p className="rb-made-mark">{t('sheet.ownArticle')}</p>
      <Passages of={paragraphs(eitherText(article.text, locale))} />
      <ConfirmDialog
        open={isAsking}
        tone="danger"
        title={t('own.removeTitle', { title: heading })}
        confirmLabel={t('own.removeAct')}
        onConfirm={() => {
          setAsking(false)
          onRemove()
        }}
        onCancel={() => setAsking(false)}
      >
        {t('own.removeText')}
      </ConfirmDialog>
    </SheetArticle>
  )
}
