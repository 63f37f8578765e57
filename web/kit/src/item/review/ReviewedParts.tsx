import CircleCheck from 'lucide-react/icons/circle-check'
import CircleSlash from 'lucide-react/icons/circle-slash'
import CircleX from 'lucide-react/icons/circle-x'
import { Icon } from '../../layout/Icon'
import type { Locale } from '../../text/format'
import { type Localized, type ReviewedItem, smallLetterOf, wordsIn } from '../item'
import { RichText } from '../rich/RichText'
import { itemTexts } from '../texts/item-texts'

type ReviewedPart = ReviewedItem['parts'][number]

/** Statements, places of an order, prompts, or the one typed answer: what was given and, where it differs, what is right. */
export function ReviewedParts({ item, language }: { item: ReviewedItem; language: Locale }) {
  const texts = itemTexts(language)
  const yours = {
    'short-text': texts.yoursTyped,
    number: texts.yoursTyped,
    ordering: texts.yoursPlaced,
    matching: texts.yoursPaired,
  }
  const said = (yours as Record<string, string>)[item.type] ?? texts.yours
  return (
    <ul className="ts-reviewed-parts">
      {item.parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of an answered item do not move
        <li key={index} data-state={part.isRight ? 'right' : part.given ? 'wrong' : 'blank'}>
          <Icon of={part.isRight ? CircleCheck : part.given ? CircleX : CircleSlash} size={22} />
          <div className="ts-reviewed-part">
            <PartName {...{ part, index, item, language }} />
            <p>
              <span className="ts-reviewed-word">{said}: </span>
              {part.given ? <Value {...{ item, language }} value={part.given} /> : <em>{texts.nothing}</em>}
              <span className="ts-hidden"> ({part.isRight ? texts.partRight : texts.partWrong})</span>
            </p>
            {!part.isRight && (
              <p>
                <span className="ts-reviewed-word">{texts.key}: </span>
                <strong>
                  <Value {...{ item, language }} value={part.right} />
                </strong>
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

function PartName(props: { part: ReviewedPart; index: number; item: ReviewedItem; language: Locale }) {
  const { part, index, item, language } = props
  if (item.type === 'ordering')
    return <p className="ts-reviewed-name">{itemTexts(language).place(index + 1, item.parts.length)}</p>
  if (part.text.vi === '') return null
  const sign =
    item.type === 'true-false-group' ? `${smallLetterOf(index)})` : item.type === 'matching' ? `${index + 1}.` : ''
  return (
    <div className="ts-statement-text ts-reviewed-name">
      {sign && <span className="ts-part-letter">{sign}</span>}
      <RichText text={part.text} language={language} />
    </div>
  )
}

function Value({ value, item, language }: { value: Localized; item: ReviewedItem; language: Locale }) {
  const texts = itemTexts(language)
  const { words } = wordsIn(value, language)
  if (item.type === 'true-false' || item.type === 'true-false-group') {
    if (words === 'true') return <>{texts.true}</>
    if (words === 'false') return <>{texts.false}</>
  }
  // What was typed, and what would have been right, is Vietnamese in either language.
  const shown = item.type === 'short-text' ? { vi: value.vi, en: '' } : value
  return (
    <>
      <RichText text={shown} language={language} look="inline" />
      {item.unit && ` ${item.unit}`}
    </>
  )
}
