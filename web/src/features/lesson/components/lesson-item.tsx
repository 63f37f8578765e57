import type { LessonItemData } from '@thiso/contracts'
import { TextInput, useLocale } from '@thiso/kit'
import { ItemPlayer } from '@thiso/kit/item/ItemPlayer'
import { RichText } from '@thiso/kit/item/rich/RichText'
import { useId } from 'react'
import { useLessonTexts } from '../texts/use-lesson-texts'
import { Choices } from './choices'

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

/** The question in full, and what it is answered with at the bottom, where the thumb is. */
export function LessonItem({ item, answer, isLocked, isSaved, onDraft, onAnswer }: LessonItemProps) {
  const t = useLessonTexts()
  const [language] = useLocale()
  const id = useId()
  const { kind, type, stem, options } = item
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
