import { useLocale } from '@thiso/kit'
import { RichText } from '@thiso/kit/item/rich/RichText'
import type { ReactNode } from 'react'
import { RichField } from '../../../lib/rich/rich-field'
import { isBlankHtml } from '../../../lib/rich/rich-media'
import { keptDistractors } from '../draft/draft-body'
import { useItemsText } from '../hooks/use-items-text'
import { type FieldsProps, withLine } from './fields'
import { letterOf } from './use-lines'

/** The English beside the Vietnamese, text by text. */
export function EnglishFields({ draft, change, errorOf }: FieldsProps) {
  const t = useItemsText()
  const error = errorOf('english')
  const { lines, distractors, type } = draft
  const lineName = (index: number) =>
    type === 'ordering'
      ? t('editor.entry', { number: index + 1 })
      : type === 'matching'
        ? t('editor.prompt', { number: index + 1 })
        : type === 'true-false-group'
          ? t('editor.statement', { letter: String.fromCharCode(97 + index) })
          : t('editor.option', { letter: letterOf(index) })
  const hasLines = !['true-false', 'short-text', 'number'].includes(type)
  const missing = (value: string) => (error && isBlankHtml(value) ? t('gap.english') : undefined)
  return (
    <>
      <p className="ts-quiet-text">{t('english.lead')}</p>
      <Side source={draft.stem}>
        <RichField
          id="item-english"
          label={t('english.of', { name: t('editor.stem') })}
          lang="en"
          shape="blocks"
          value={draft.stemEn}
          onChange={(stemEn) => change({ stemEn })}
          error={missing(draft.stemEn)}
        />
      </Side>
      {hasLines &&
        lines.map((line, index) => (
          <Side key={line.id} source={line.text}>
            <RichField
              label={t('english.of', { name: lineName(index) })}
              lang="en"
              shape="line"
              value={line.textEn}
              onChange={(textEn) => change({ lines: withLine(lines, line.id, { textEn }) })}
              error={missing(line.textEn)}
            />
          </Side>
        ))}
      {type === 'matching' &&
        lines.map((line, index) => (
          <Side key={line.id} source={line.match}>
            <RichField
              label={t('english.of', { name: t('editor.choice', { number: index + 1 }) })}
              lang="en"
              shape="line"
              value={line.matchEn}
              onChange={(matchEn) => change({ lines: withLine(lines, line.id, { matchEn }) })}
              error={missing(line.matchEn)}
            />
          </Side>
        ))}
      {type === 'matching' &&
        keptDistractors(draft).map((line, index) => (
          <Side key={line.id} source={line.text}>
            <RichField
              label={t('english.of', { name: t('editor.distractor', { number: index + 1 }) })}
              lang="en"
              shape="line"
              value={line.textEn}
              onChange={(textEn) =>
                change({
                  distractors: distractors.map((other) => (other.id === line.id ? { ...other, textEn } : other)),
                })
              }
              error={missing(line.textEn)}
            />
          </Side>
        ))}
      <Side source={draft.explanation}>
        <RichField
          label={t('english.of', { name: t('editor.explanation') })}
          lang="en"
          shape="blocks"
          value={draft.explanationEn}
          onChange={(explanationEn) => change({ explanationEn })}
        />
      </Side>
    </>
  )
}

/** The Vietnamese that is being translated, above the field for it. */
function Side({ source, children }: { source: string; children: ReactNode }) {
  const [locale] = useLocale()
  return (
    <div className="items-side-by-side">
      <div className="items-source-text">
        {!isBlankHtml(source) && <RichText text={{ vi: source, en: '' }} language={locale} />}
      </div>
      {children}
    </div>
  )
}
