import { picksOf } from '@thiso/contracts/vocab'
import { useId } from 'react'
import { toggled } from '../answers'
import { OptionCard } from './OptionCard'
import type { PlayerProps } from './player'

/** One of several options, or all that are right. */
export function ChoicePlayer({ item, answer, onAnswer, isSaved, isLocked, ...rest }: PlayerProps) {
  const { language, texts, stemId, stemLang, hintId } = rest
  const name = useId()
  const picks = picksOf(answer)
  const isMultiple = item.type === 'multiple-choice'
  return (
    <fieldset
      className="ts-options"
      lang={stemLang}
      aria-labelledby={stemId}
      aria-describedby={isMultiple ? hintId : undefined}
    >
      {item.options.map((option, index) => (
        <OptionCard
          key={option.token}
          kind={isMultiple ? 'checkbox' : 'radio'}
          name={name}
          option={option}
          index={index}
          mark={picks.has(option.token) ? (isSaved ? 'saved' : 'chosen') : 'none'}
          isLocked={isLocked}
          language={language}
          texts={texts}
          onChange={() => onAnswer(isMultiple ? toggled(answer, item.options, option.token) : option.token)}
        />
      ))}
    </fieldset>
  )
}
