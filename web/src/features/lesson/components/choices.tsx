import { picksOf } from '@thiso/contracts/vocab'
import { classes, Icon } from '@thiso/kit'
import { toggled } from '@thiso/kit/item/answers'
import { letterOf, type PlayedItem } from '@thiso/kit/item/item'
import { RichText } from '@thiso/kit/item/rich/RichText'
import { OptionMark, optionColour } from '@thiso/kit/lesson/OptionMark'
import Check from 'lucide-react/icons/check'
import { useLessonTexts } from '../texts/use-lesson-texts'
import './choices.css'

interface ChoicesProps {
  options: PlayedItem['options']
  isSeveral: boolean
  answer: string | null
  isLocked: boolean
  language: 'vi' | 'en'
  /** Of the stem, which the group is about. */
  stemId: string
  onAnswer: (line: string | null) => void
}

/** The options as on the class screen: letter, shape and colour, each with its text in full; a whole card to tap. */
export function Choices({ options, isSeveral, answer, isLocked, language, stemId, onAnswer }: ChoicesProps) {
  const t = useLessonTexts()
  const picks = picksOf(answer)
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that act at once, not the fields a fieldset is for
    <div className="ls-choices" role="group" aria-labelledby={stemId}>
      {options.map(({ token, text }, index) => {
        const isChosen = picks.has(token)
        return (
          <button
            key={token}
            type="button"
            className={classes('ls-choice', optionColour(index), isChosen && 'ls-choice-chosen')}
            aria-pressed={isChosen}
            aria-disabled={isLocked || undefined}
            data-option={letterOf(index)}
            onClick={() => {
              // Not `disabled`: the focus would fall away while somebody listens to the options.
              if (!isLocked) onAnswer(isSeveral ? toggled(answer, options, token) : token)
            }}
          >
            <OptionMark index={index} />
            <RichText text={text} language={language} look="inline" className="ls-choice-text" />
            {isChosen && (
              <span className="ls-choice-tick">
                <Icon of={Check} size={22} />
                <span className="ts-hidden">, {t('item.chosen')}</span>
              </span>
            )}
          </button>
        )
      })}
    </div>
  )
}
