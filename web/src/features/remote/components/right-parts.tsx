import { Icon, useLocale } from '@thiso/kit'
import { RichText } from '@thiso/kit/item/rich/RichText'
import { itemTexts } from '@thiso/kit/item/texts/item-texts'
import type { LessonReveal } from '@thiso/kit/lesson/host-state'
import Check from 'lucide-react/icons/check'
import { useRemoteTexts } from '../texts/use-remote-texts'
import './now-card.css'

type Review = NonNullable<LessonReveal['review']>

/** What is right in items without options: each statement, place of the order, pair, or the one answer to type. */
export function RightParts({ review }: { review: Review }) {
  const t = useRemoteTexts()
  const [locale] = useLocale()
  return (
    <div className="rm-right">
      <h3>
        <Icon of={Check} size={20} />
        {t('item.right')}
      </h3>
      <ol className="rm-parts" data-lone={review.parts.length === 1}>
        {review.parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of an item do not move
          <li key={index}>
            {part.text.vi !== '' && (
              <>
                <RichText text={part.text} language={locale} look="inline" />
                <span aria-hidden="true"> → </span>
                <span className="ts-hidden">: </span>
              </>
            )}
            <strong>
              <RightValue review={review} value={part.right} />
            </strong>
          </li>
        ))}
      </ol>
    </div>
  )
}

function RightValue({ review, value }: { review: Review; value: Review['stem'] }) {
  const [locale] = useLocale()
  const texts = itemTexts(locale)
  if (review.type === 'true-false' || review.type === 'true-false-group') {
    if (value.vi === 'true') return texts.true
    if (value.vi === 'false') return texts.false
  }
  return (
    <>
      <RichText text={value} language={locale} look="inline" />
      {review.unit && ` ${review.unit}`}
    </>
  )
}
