import { plainText } from '@thiso/contracts/vocab'
import { Badge, formatNumber, Icon, useLocale } from '@thiso/kit'
import { RichText } from '@thiso/kit/item/rich/RichText'
import Check from 'lucide-react/icons/check'
import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import { useFormulas } from '../../../lib/rich/formulas'
import type { ImportRow } from '../queries'
import { useExchangeText } from '../use-exchange-text'

type Body = ImportRow['draft']['body']

const isBlank = (html: string) => plainText(html).trim() === '' && !/<(img|audio)\b/.test(html)
const capital = (index: number) => String.fromCharCode(65 + index)
const small = (index: number) => String.fromCharCode(97 + index)

/** An item of the file with its key, whole or not; what is missing is said above it. */
export function RowItem({ draft }: { draft: ImportRow['draft'] }) {
  const t = useExchangeText()
  const [locale] = useLocale()
  const shown = useFormulas([JSON.stringify(draft.body), draft.explanation])
  const rich = (html: string, className?: string) => (
    <RichText text={{ vi: shown(html), en: '' }} language={locale} {...(className ? { className } : {})} />
  )
  return (
    <div className="exchange-item">
      {!isBlank(draft.body.stem) && rich(draft.body.stem, 'exchange-stem')}
      <KeyedParts body={draft.body} rich={rich} />
      {!isBlank(draft.explanation) && (
        <details>
          <summary>{t('rows.explanation')}</summary>
          {rich(draft.explanation)}
        </details>
      )}
      {draft.sources.length > 0 && (
        <p className="ts-quiet-text ts-small">
          {t('rows.sources')}:{' '}
          <span lang="vi">
            {draft.sources
              .map(({ document, locator, url }) => [document || url, locator].filter(Boolean).join(', '))
              .join('; ')}
          </span>
        </p>
      )}
    </div>
  )
}

function KeyedParts({ body, rich }: { body: Body; rich: (html: string) => ReactNode }) {
  const t = useExchangeText()
  switch (body.type) {
    case 'single-choice':
    case 'multiple-choice': {
      const keys = body.type === 'single-choice' ? [body.key] : body.keys
      return (
        <Lines
          letters={capital}
          lines={body.options.map((option, index) => ({
            text: rich(option),
            mark: keys.includes(index) ? <Verdict isTrue word={t('rows.isKey')} /> : null,
          }))}
        />
      )
    }
    case 'true-false':
      return (
        <p>
          {t('rows.key')}: <Verdict isTrue={body.isTrue} word={t(body.isTrue ? 'rows.true' : 'rows.false')} />
        </p>
      )
    case 'true-false-group':
      return (
        <Lines
          letters={(index) => `${small(index)})`}
          lines={body.statements.map(({ text, isTrue }) => ({
            text: rich(text),
            mark: <Verdict isTrue={isTrue} word={t(isTrue ? 'rows.true' : 'rows.false')} />,
          }))}
        />
      )
    case 'short-text':
      return body.accepted.length === 0 ? null : (
        <p>
          {t('rows.accepted')}: <strong lang="vi">{body.accepted.join(' · ')}</strong>
        </p>
      )
    case 'number': {
      const value = body.value as number | null
      if (value === null) return null
      const figure = (number: number) => formatNumber(number, { maximumFractionDigits: 6 })
      return (
        <p>
          {t('rows.key')}:{' '}
          <strong className="ts-number">
            {figure(value)}
            {body.tolerance > 0 && ` ± ${figure(body.tolerance)}`} {body.unit}
          </strong>
        </p>
      )
    }
    case 'ordering':
      return (
        <>
          <p className="ts-quiet-text ts-small">{t('rows.order')}:</p>
          <Lines
            letters={(index) => `${index + 1}.`}
            lines={body.entries.map((text) => ({ text: rich(text), mark: null }))}
          />
        </>
      )
    case 'matching':
      return (
        <>
          <Lines
            letters={(index) => `${index + 1}.`}
            lines={body.pairs.map(({ prompt, choice }) => ({
              text: (
                <div className="exchange-pair">
                  {rich(prompt)}
                  <span aria-hidden="true">→</span>
                  {rich(choice)}
                </div>
              ),
              mark: null,
            }))}
          />
          {body.distractors.length > 0 && (
            <>
              <p className="ts-quiet-text ts-small">{t('rows.distractors')}:</p>
              <Lines
                letters={(index) => `+${index + 1}`}
                lines={body.distractors.map((text) => ({ text: rich(text), mark: null }))}
              />
            </>
          )}
        </>
      )
  }
}

function Lines(props: { letters: (index: number) => string; lines: { text: ReactNode; mark: ReactNode }[] }) {
  return (
    <ul className="exchange-lines">
      {props.lines.map(({ text, mark }, index) => (
        <li key={props.letters(index)} data-key={mark !== null || undefined}>
          <strong>{props.letters(index)}</strong>
          <div>{text}</div>
          {mark}
        </li>
      ))}
    </ul>
  )
}

function Verdict({ isTrue, word }: { isTrue: boolean; word: string }) {
  return (
    <Badge tone={isTrue ? 'good' : 'bad'}>
      <Icon of={isTrue ? Check : X} size={14} /> {word}
    </Badge>
  )
}
