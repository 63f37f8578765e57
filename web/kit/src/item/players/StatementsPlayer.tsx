import { picksOf } from '@thiso/contracts/vocab'
import { useId } from 'react'
import { withPick } from '../answers'
import { smallLetterOf } from '../item'
import { RichText } from '../rich/RichText'
import type { PlayerProps } from './player'

const TRUTHS = ['1', '0'] as const

/** Several statements, each true or false. */
export function StatementsPlayer({
  item,
  answer,
  onAnswer,
  isLocked,
  language,
  texts,
  stemId,
  stemLang,
  hintId,
}: PlayerProps) {
  const id = useId()
  const picks = picksOf(answer)
  return (
    <fieldset lang={stemLang} aria-labelledby={stemId} aria-describedby={hintId}>
      <ul className="ts-statements">
        {item.options.map(({ token, text }, index) => (
          <li key={token}>
            <div className="ts-statement-text" id={`${id}-${index}`}>
              <span className="ts-part-letter">{smallLetterOf(index)})</span>
              <RichText text={text} language={language} />
            </div>
            <div
              className="ts-truths"
              role="radiogroup"
              aria-labelledby={`${id}-${index}`}
              lang={language}
              data-own-keys
            >
              {TRUTHS.map((truth) => (
                <label key={truth} className="ts-pick">
                  <input
                    type="radio"
                    name={`${id}-${index}`}
                    checked={picks.get(token) === truth}
                    disabled={isLocked}
                    onChange={() => onAnswer(withPick(answer, item.options, token, truth))}
                  />
                  <span>{truth === '1' ? texts.true : texts.false}</span>
                </label>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
