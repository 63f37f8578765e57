import { Card, Icon, useLocale } from '@thiso/kit'
import { RichText } from '@thiso/kit/item/rich/RichText'
import { itemTexts } from '@thiso/kit/item/texts/item-texts'
import { AnswerBars } from '@thiso/kit/lesson/AnswerBars'
import { type HostView, type LessonItem, type LessonReveal, sectionOf } from '@thiso/kit/lesson/host-state'
import { OptionMark } from '@thiso/kit/lesson/OptionMark'
import Check from 'lucide-react/icons/check'
import { useRemoteTexts } from '../texts/use-remote-texts'
import { RightParts } from './right-parts'
import './now-card.css'

/** The item as the class has it; what is right only once the class knows it too, since a phone is easily looked at. */
export function NowCard({ view, item }: { view: HostView; item: LessonItem }) {
  const t = useRemoteTexts()
  const [locale] = useLocale()
  const { reveal, step } = view
  const section = sectionOf(view, item.place)
  return (
    <Card className="rm-now">
      <h2 className="ts-hidden">{t('item.label')}</h2>
      {section && <p className="rm-quiet">{t('item.section', { title: section })}</p>}
      <RichText text={item.stem} language={locale} className="rm-stem" />
      {step.isSkipped && <p className="rm-quiet">{t('item.skipped')}</p>}
      {reveal ? <Told item={item} reveal={reveal} /> : <Options item={item} />}
      {!reveal && !step.isSkipped && item.kind === 'item' && <p className="rm-quiet">{t('item.after')}</p>}
    </Card>
  )
}

function Options({ item }: { item: LessonItem }) {
  const [locale] = useLocale()
  if (item.options.length === 0) return null
  const isMarked = item.choices.length === 0
  return (
    <ul className="rm-options">
      {item.options.map(({ token, text }, index) => (
        <li key={token}>
          {isMarked && <OptionMark index={index} />}
          <RichText text={text} language={locale} look="inline" />
        </li>
      ))}
    </ul>
  )
}

type ReviewedOption = NonNullable<LessonReveal['review']>['options'][number]

/** What is right in one line, to be read at a glance and said aloud; the bars below have it in full. */
function RightOptions({ options, isTrueFalse }: { options: readonly ReviewedOption[]; isTrueFalse: boolean }) {
  const t = useRemoteTexts()
  const [locale] = useLocale()
  if (!options.some(({ isKey }) => isKey)) return null
  return (
    <p className="rm-right">
      <Icon of={Check} size={20} />
      {t('item.right')}:
      {options.map(
        ({ isKey, text }, index) =>
          isKey &&
          (isTrueFalse ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the options of an item do not move
            <RichText key={index} text={text} language={locale} look="inline" />
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the options of an item do not move
            <OptionMark key={index} index={index} />
          )),
      )}
    </p>
  )
}

function Told({ item, reveal }: { item: LessonItem; reveal: LessonReveal }) {
  const t = useRemoteTexts()
  const [locale] = useLocale()
  const { review, bars } = reveal
  // Options have a bar each; of what was typed, ordered or matched the bars stand for answers.
  const isOfOptions = bars.length === item.options.length && (review === null || review.options.length === bars.length)
  return (
    <>
      {review && <RightOptions options={review.options} isTrueFalse={item.type === 'true-false'} />}
      <AnswerBars
        bars={bars}
        of={isOfOptions ? 'options' : 'words'}
        names={item.options.map(({ token, text }) => (
          <RichText key={token} text={text} language={locale} look="inline" />
        ))}
        isScored={item.kind === 'item'}
        language={locale}
      />
      {review && review.parts.length > 0 && <RightParts review={review} />}
      {review && review.explanation.vi.trim() !== '' && (
        <div className="rm-why">
          <h3>{t('item.why')}</h3>
          <RichText text={review.explanation} language={locale} />
        </div>
      )}
      {review && review.sources.length > 0 && (
        <p className="rm-quiet">
          {itemTexts(locale).sources}:{' '}
          {review.sources.map(({ title, locator }) => [title, locator].filter(Boolean).join(', ')).join('; ')}
        </p>
      )}
    </>
  )
}
