import type { LessonItemData } from '@thiso/contracts'
import { TextInput, useLocale } from '@thiso/kit'
import { orderLine } from '@thiso/kit/item/answers'
import { ItemPlayer } from '@thiso/kit/item/ItemPlayer'
import { RichText } from '@thiso/kit/item/rich/RichText'
import { itemTexts } from '@thiso/kit/item/texts/item-texts'
import { useId } from 'react'
import type { Known } from '../seat/seat-state'
import { useLessonTexts } from '../texts/use-lesson-texts'
import { Choices } from './choices'
import './lesson-item.css'

interface LessonItemProps {
  item: LessonItemData
  answer: string | null
  isLocked: boolean
  isSaved: boolean
  /** Chosen or typed, to be sent with the button. */
  onDraft: (line: string | null) => void
  /** One tap is the answer. */
  onAnswer: (line: string) => void
}

/** Answered with one tap; the others are gathered and sent with a button. */
export const isOneTap = ({ kind, type }: Pick<LessonItemData, 'kind' | 'type'>): boolean =>
  kind === 'poll' || type === 'single-choice' || type === 'true-false'

/** What the button sends: the answer as it stands; of an ordering that nobody touched, the order on the screen. */
export function lineToSend(known: Pick<Known, 'item' | 'answer'> | null): string | null {
  if (known?.answer) return known.answer.line
  return known?.item?.type === 'ordering' ? orderLine(known.item.options) : null
}

/** The question in full, and what it is answered with at the bottom, where the thumb is. */
export function LessonItem({ item, answer, isLocked, isSaved, onDraft, onAnswer }: LessonItemProps) {
  const t = useLessonTexts()
  const [language] = useLocale()
  const id = useId()
  const { kind, type, stem } = item
  const truth = itemTexts(language)
  // The two cards of a true-or-false item have no words of their own.
  const options =
    type === 'true-false'
      ? item.options.map((option, index) => ({ ...option, text: sameIn(index === 0 ? truth.true : truth.false) }))
      : item.options
  const isChoice = isOneTap(item) || type === 'multiple-choice'
  if (!isChoice && kind === 'item' && type !== null)
    return (
      <div className="ls-item ls-item-parts">
        <ItemPlayer
          key={item.place}
          item={{ ...item, type }}
          answer={answer}
          language={language}
          isLocked={isLocked}
          isSaved={isSaved}
          onAnswer={onDraft}
        />
      </div>
    )
  const hint = kind === 'poll' ? t('item.poll') : kind === 'word-cloud' ? t('item.cloud') : ''
  return (
    <div className="ls-item">
      <RichText id={id} text={stem} language={language} className="ls-stem" />
      {hint && <p className="ls-quiet">{hint}</p>}
      <div className="ls-item-answers">
        {kind === 'word-cloud' ? (
          <TextInput
            label={t('item.cloudLabel')}
            hint={t('item.cloudHint')}
            value={answer ?? ''}
            onChange={(words) => onDraft(words === '' ? null : words)}
            maxLength={40}
            autoComplete="off"
            enterKeyHint="send"
            readOnly={isLocked}
          />
        ) : (
          <>
            {type === 'multiple-choice' && <p className="ls-quiet">{t('item.several')}</p>}
            <Choices
              options={options}
              isSeveral={type === 'multiple-choice'}
              answer={answer}
              isLocked={isLocked}
              language={language}
              stemId={id}
              onAnswer={(line) => {
                if (type === 'multiple-choice') onDraft(line)
                else if (line !== null) onAnswer(line)
              }}
            />
          </>
        )}
      </div>
    </div>
  )
}

const sameIn = (words: string) => ({ vi: words, en: words })
