import Check from 'lucide-react/icons/check'
import X from 'lucide-react/icons/x'
import { useId } from 'react'
import { Icon } from '../../layout/Icon'
import { classes } from '../../layout/classes'
import { letterOf } from '../item'
import type { PlayerProps } from './player'

/** Two large cards. The signs on them are words' companions and tell nothing of what is right. */
export function TrueFalsePlayer({
  item,
  answer,
  onAnswer,
  isSaved,
  isLocked,
  texts,
  stemId,
  stemLang,
  language,
}: PlayerProps) {
  const name = useId()
  return (
    // Left and right move between the two cards, as everywhere where radios stand side by side.
    <div className="ts-verdicts" role="radiogroup" lang={stemLang} aria-labelledby={stemId} data-own-keys>
      {item.options.map(({ token }, index) => {
        const isChosen = answer === token
        return (
          <label key={token} className={classes('ts-verdict', isChosen && 'ts-verdict-chosen')}>
            <input
              type="radio"
              name={name}
              value={token}
              checked={isChosen}
              disabled={isLocked}
              data-option={letterOf(index)}
              onChange={() => onAnswer(token)}
            />
            <span className="ts-verdict-sign">
              <Icon of={index === 0 ? Check : X} size={24} />
            </span>
            <span className="ts-verdict-word" lang={language}>
              {index === 0 ? texts.true : texts.false}
            </span>
            <span className="ts-verdict-tick">
              {isChosen && isSaved && (
                <>
                  <Icon of={Check} size={20} />
                  <span className="ts-hidden" lang={language}>
                    , {texts.saved}
                  </span>
                </>
              )}
            </span>
          </label>
        )
      })}
    </div>
  )
}
