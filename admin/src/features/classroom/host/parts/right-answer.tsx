import { Icon, useLocale } from '@thiso/kit'
import { letterOf, smallLetterOf, type Localized } from '@thiso/kit/item/item'
import { RichText } from '@thiso/kit/item/rich/RichText'
import type { LessonItem, LessonReveal } from '@thiso/kit/lesson/host-state'
import { OptionMark } from '@thiso/kit/lesson/OptionMark'
import Check from 'lucide-react/icons/check'
import X from 'lucide-react/icons/x'
import { useHostText } from '../use-host-text'

type Review = NonNullable<LessonReveal['review']>

/** What is right, in words, for the types whose bars do not say it. */
export function RightAnswer({ item, review }: { item: LessonItem; review: Review }) {
  const t = useHostText()
  const [locale] = useLocale()
  const text = (of: Localized) => <RichText text={of} language={locale} look="inline" />
  const isTrue = (of: Localized) => of.vi === 'true'
  switch (item.type) {
    case 'short-text':
    case 'number':
      return (
        <p className="hs-right">
          <span>{t('reveal.right')}</span>
          {review.parts.map((part) => (
            <b key={part.right.vi}>
              {text(part.right)} {review.unit}
            </b>
          ))}
        </p>
      )
    case 'true-false-group':
      return (
        <section className="hs-right-parts">
          <h3>{t('reveal.right')}</h3>
          <ol className="hs-lines">
            {review.parts.map((part, index) => (
              <li key={smallLetterOf(index)}>
                <b>{smallLetterOf(index)}</b>
                <span>{text(part.text)}</span>
                <strong data-truth={isTrue(part.right)}>
                  <Icon of={isTrue(part.right) ? Check : X} size={24} />
                  {isTrue(part.right) ? t('item.true') : t('item.false')}
                </strong>
              </li>
            ))}
          </ol>
        </section>
      )
    case 'ordering':
      return (
        <section className="hs-right-parts">
          <h3>{t('reveal.rightOrder')}</h3>
          <ol className="hs-lines">
            {review.parts.map((part, index) => (
              <li key={letterOf(index)}>
                <b>{index + 1}</b>
                <span>{text(part.right)}</span>
              </li>
            ))}
          </ol>
        </section>
      )
    case 'matching':
      return (
        <section className="hs-right-parts">
          <h3>{t('reveal.rightPairs')}</h3>
          <ol className="hs-lines">
            {review.parts.map((part, index) => {
              const choice = item.choices.findIndex(({ text: { vi } }) => vi === part.right.vi)
              return (
                <li key={letterOf(index)}>
                  <b>{index + 1}</b>
                  <span>{text(part.text)}</span>
                  <span className="hs-pair">
                    {choice >= 0 && <OptionMark index={choice} />} {text(part.right)}
                  </span>
                </li>
              )
            })}
          </ol>
        </section>
      )
    default:
      return null
  }
}
