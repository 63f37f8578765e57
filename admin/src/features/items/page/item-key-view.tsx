import { plainText } from '@thiso/contracts/vocab'
import { Badge, formatNumber, Icon, useLocale } from '@thiso/kit'
import { RichText } from '@thiso/kit/item/rich/RichText'
import '@thiso/kit/styles/item.css'
import Check from 'lucide-react/icons/check'
import X from 'lucide-react/icons/x'
import type { Item } from '../../../lib/item-bank/queries'
import { useFormulas } from '../../../lib/rich/formulas'
import { letterOf } from '../editor/use-lines'
import { useItemsText } from '../hooks/use-items-text'

type Rich = (html: string, look?: 'inline') => React.ReactNode

/** The item with its key, as an organizer checks it. */
export function ItemKeyView({ item }: { item: Pick<Item, 'body' | 'explanation' | 'translations'> }) {
  const t = useItemsText()
  const [locale] = useLocale()
  const { body, explanation } = item
  const shown = useFormulas([JSON.stringify(body), explanation])
  const rich: Rich = (html, look) => (
    <RichText text={{ vi: shown(html), en: '' }} language={locale} {...(look ? { look } : {})} />
  )
  return (
    <div className="items-key-view">
      <RichText text={{ vi: shown(body.stem), en: '' }} language={locale} className="ts-item-stem" />
      <KeyLines body={body} rich={rich} />
      <div>
        <h3 className="items-side-title">{t('editor.explanation')}</h3>
        {plainText(explanation) ? rich(explanation) : <p className="ts-quiet-text">{t('page.noExplanation')}</p>}
      </div>
    </div>
  )
}

function KeyLines({ body, rich }: { body: Item['body']; rich: Rich }) {
  const t = useItemsText()
  switch (body.type) {
    case 'single-choice':
    case 'multiple-choice': {
      const isKey = (index: number) => (body.type === 'single-choice' ? body.key === index : body.keys.includes(index))
      return (
        <ul className="items-key-lines">
          {body.options.map((option, index) => (
            <li key={option} data-key={isKey(index) || undefined}>
              <strong>{letterOf(index)}.</strong>
              <div>{rich(option)}</div>
              {isKey(index) && (
                <Badge tone="good" icon={Check}>
                  {t('editor.isKey')}
                </Badge>
              )}
            </li>
          ))}
        </ul>
      )
    }
    case 'true-false':
      return (
        <p>
          {t('page.key')}: <Truth isTrue={body.isTrue} />
        </p>
      )
    case 'true-false-group':
      return (
        <ul className="items-key-lines">
          {body.statements.map(({ text, isTrue }, index) => (
            <li key={text}>
              <strong>{String.fromCharCode(97 + index)})</strong>
              <div>{rich(text)}</div>
              <Truth isTrue={isTrue} />
            </li>
          ))}
        </ul>
      )
    case 'short-text':
      return (
        <div>
          <p>{t('page.accepted')}:</p>
          <ul className="items-plain-list">
            {body.accepted.map((text) => (
              <li key={text} lang="vi">
                <strong>{text}</strong>
              </li>
            ))}
          </ul>
          <p className="ts-quiet-text ts-small">
            {t(body.ignoresDiacritics ? 'page.marksIgnored' : 'page.marksCount')}
          </p>
        </div>
      )
    case 'number':
      return (
        <p>
          {t('page.key')}:{' '}
          <strong className="ts-number">
            {formatNumber(body.value, { maximumFractionDigits: 6 })}
            {body.tolerance > 0 && ` ± ${formatNumber(body.tolerance, { maximumFractionDigits: 6 })}`} {body.unit}
          </strong>
        </p>
      )
    case 'ordering':
      return (
        <div>
          <p>{t('page.order')}:</p>
          <ol className="items-plain-list">
            {body.entries.map((entry) => (
              <li key={entry}>{rich(entry, 'inline')}</li>
            ))}
          </ol>
        </div>
      )
    case 'matching':
      return (
        <>
          <dl className="items-pairs">
            {body.pairs.map(({ prompt, choice }) => (
              <div key={prompt}>
                <dt>{rich(prompt)}</dt>
                <dd>{rich(choice)}</dd>
              </div>
            ))}
          </dl>
          {body.distractors.length > 0 && (
            <div>
              <p>{t('editor.distractors')}:</p>
              <ul className="items-plain-list">
                {body.distractors.map((text) => (
                  <li key={text}>{rich(text, 'inline')}</li>
                ))}
              </ul>
            </div>
          )}
        </>
      )
  }
}

function Truth({ isTrue }: { isTrue: boolean }) {
  const t = useItemsText()
  return (
    <Badge tone={isTrue ? 'good' : 'bad'}>
      <Icon of={isTrue ? Check : X} size={14} /> {t(isTrue ? 'editor.true' : 'editor.false')}
    </Badge>
  )
}
