import { TextInput } from '@thiso/kit'
import { useTyped } from '@thiso/kit/item/use-typed'
import { type RefObject, useEffect, useState } from 'react'
import { useAttemptTexts } from '../../texts/use-attempt-texts'
import { askedOf, digitsOf, type PredictionRules } from './prediction'

interface PredictionCardProps {
  rules: PredictionRules
  /** As digits; null: none yet. */
  answer: string | null
  headingRef: RefObject<HTMLHeadingElement | null>
  onAnswer: (digits: string | null) => void
}

/** The prediction, on a card of its own after the last item. It is saved like an answer. */
export default function PredictionCard({ rules, answer, headingRef, onAnswer }: PredictionCardProps) {
  const t = useAttemptTexts()
  const [isOdd, setOdd] = useState(false)
  const { field } = useTyped(answer, (line) => {
    const digits = digitsOf(line)
    setOdd(digits === undefined)
    if (digits !== undefined) onAnswer(digits)
  })
  const { value, onChange, ...rest } = field
  useEffect(() => headingRef.current?.focus({ preventScroll: true }), [headingRef])
  return (
    <div className="at-body at-prediction">
      <h1 ref={headingRef} tabIndex={-1}>
        {t('prediction.title')}
      </h1>
      <p className="at-prediction-question">{t(askedOf(rules))}</p>
      <TextInput
        label={t('prediction.label')}
        hint={t(rules.per === 'person' ? 'prediction.perPerson' : 'prediction.perAttempt')}
        error={isOdd ? t('prediction.odd') : undefined}
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        {...rest}
        value={value}
        onChange={(text) => onChange({ target: { value: text } } as Parameters<typeof onChange>[0])}
      />
    </div>
  )
}
