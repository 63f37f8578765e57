import type { ItemKey } from '@thiso/contracts/vocab'
import { Checkbox, NumberInput, Textarea, useLocale } from '@thiso/kit'
import { ItemPlayer } from '@thiso/kit/item/ItemPlayer'
import { useState } from 'react'
import { isTypedKey, keyOfAnswer, keysNow, type PickedKey, playedItem, type RuledItem } from '../keys/played-key'
import { useResultsText } from '../use-results-text'

const MOST_ACCEPTED = 30
const LONGEST = 300

interface KeyFieldsProps {
  item: RuledItem
  /** What is told stands beside the answers that are right already, and not in their place. */
  isFurther: boolean
  onKey: (key: ItemKey | null) => void
}

/** The right answer of an item, given as a contestant would give it; of typed answers, what counts as right. */
export function KeyFields({ item, isFurther, onKey }: KeyFieldsProps) {
  const [now] = keysNow(item)
  if (!isTypedKey(now)) return <PickedFields item={item} like={now} onKey={onKey} />
  return now.type === 'number' ? (
    <NumberFields like={now} unit={item.unit} isFurther={isFurther} onKey={onKey} />
  ) : (
    <AcceptedFields like={now} isFurther={isFurther} onKey={onKey} />
  )
}

function PickedFields({ item, like, onKey }: Pick<KeyFieldsProps, 'item' | 'onKey'> & { like: PickedKey }) {
  const t = useResultsText()
  const [locale] = useLocale()
  const [answer, setAnswer] = useState<string | null>(null)
  return (
    <section className="results-key" aria-label={t('rulings.key')}>
      <ItemPlayer
        item={playedItem(item)}
        answer={answer}
        language={locale}
        onAnswer={(next) => {
          setAnswer(next)
          onKey(keyOfAnswer(like, next))
        }}
      />
      {answer !== null && like.type === 'matching' && keyOfAnswer(like, answer) === null && (
        <p className="ts-quiet-text">{t('rulings.matchWhole')}</p>
      )}
    </section>
  )
}

interface TypedProps<K extends ItemKey['type']> extends Pick<KeyFieldsProps, 'isFurther' | 'onKey'> {
  like: Extract<ItemKey, { type: K }>
}

function AcceptedFields({ like, isFurther, onKey }: TypedProps<'short-text'>) {
  const t = useResultsText()
  const [text, setText] = useState(isFurther ? '' : like.accepted.join('\n'))
  const [ignoresDiacritics, setIgnores] = useState(like.ignoresDiacritics)
  const tell = (typed: string, ignores: boolean) => {
    setText(typed)
    setIgnores(ignores)
    const accepted = [...new Set(typed.split('\n').map((line) => line.trim()))].filter(Boolean)
    const isSound =
      accepted.length > 0 && accepted.length <= MOST_ACCEPTED && accepted.every(({ length }) => length <= LONGEST)
    onKey(isSound ? { ...like, accepted, ignoresDiacritics: ignores } : null)
  }
  return (
    <>
      <Textarea
        label={t(isFurther ? 'rulings.alsoAccepted' : 'rulings.accepted')}
        hint={t('rulings.acceptedHint')}
        rows={4}
        value={text}
        onChange={(typed) => tell(typed, ignoresDiacritics)}
        required
      />
      <Checkbox
        label={t('rulings.ignoresDiacritics')}
        checked={ignoresDiacritics}
        onChange={(ignores) => tell(text, ignores)}
      />
    </>
  )
}

function NumberFields({ like, unit, isFurther, onKey }: TypedProps<'number'> & { unit: string }) {
  const t = useResultsText()
  const [value, setValue] = useState<number | null>(isFurther ? null : like.value)
  const [tolerance, setTolerance] = useState<number | null>(like.tolerance)
  const tell = (nextValue: number | null, nextTolerance: number | null) => {
    setValue(nextValue)
    setTolerance(nextTolerance)
    onKey(nextValue === null ? null : { ...like, value: nextValue, tolerance: nextTolerance ?? 0 })
  }
  return (
    <div className="ad-two">
      <NumberInput
        label={unit ? t('rulings.valueIn', { unit }) : t('rulings.value')}
        decimals={6}
        value={value}
        onChange={(next) => tell(next, tolerance)}
        required
      />
      <NumberInput
        label={t('rulings.tolerance')}
        hint={t('rulings.toleranceHint')}
        decimals={6}
        min={0}
        value={tolerance}
        onChange={(next) => tell(value, next)}
      />
    </div>
  )
}
