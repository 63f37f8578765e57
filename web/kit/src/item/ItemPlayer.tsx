import { isTyped, picksOf } from '@thiso/contracts/vocab'
import { type ComponentType, useId, useRef } from 'react'
import { Button } from '../action/Button'
import '../styles/item.css'
import '../styles/item-parts.css'
import type { Locale } from '../text/format'
import { orderLine } from './answers'
import { type PlayedItem, wordsIn } from './item'
import { ChoicePlayer } from './players/ChoicePlayer'
import { MatchingPlayer } from './players/MatchingPlayer'
import { OrderingPlayer } from './players/OrderingPlayer'
import { StatementsPlayer } from './players/StatementsPlayer'
import { TrueFalsePlayer } from './players/TrueFalsePlayer'
import { TypedPlayer } from './players/TypedPlayer'
import type { PlayerProps } from './players/player'
import { RichText } from './rich/RichText'
import { itemTexts } from './texts/item-texts'

export interface ItemPlayerProps {
  item: PlayedItem
  /** One line, as the contract codes it; null is blank. */
  answer: string | null
  onAnswer: (answer: string | null) => void
  language: Locale
  /** To be read, not to be answered. */
  isLocked?: boolean
  /** The answer shown is stored for good: what is chosen gets its tick. */
  isSaved?: boolean
  /** Something is typed that `onAnswer` has not been told yet; it will be in a moment. */
  onTyping?: (isTyping: boolean) => void
}

const players: Record<PlayedItem['type'], ComponentType<PlayerProps>> = {
  'single-choice': ChoicePlayer,
  'multiple-choice': ChoicePlayer,
  'true-false': TrueFalsePlayer,
  'true-false-group': StatementsPlayer,
  'short-text': TypedPlayer,
  number: TypedPlayer,
  ordering: OrderingPlayer,
  matching: MatchingPlayer,
}

/**
 * An item to be answered, of any type: by touch, mouse, keyboard and voice. One item, one player: give it the item's own `key`, so that
 * what is typed into one item never turns up in the next.
 */
export function ItemPlayer(props: ItemPlayerProps) {
  const { item, answer, onAnswer, language, isLocked = false, isSaved = false, onTyping } = props
  const id = useId()
  const texts = itemTexts(language)
  const hint = texts.hint[item.type]
  const Player = players[item.type] as ComponentType<PlayerProps & Pick<ItemPlayerProps, 'onTyping'>>
  const root = useRef<HTMLDivElement>(null)
  function clear() {
    onAnswer(null)
    // The button goes away; the keyboard goes on where the answer is given.
    root.current?.querySelector<HTMLElement>('input, .ts-entry-handle')?.focus({ preventScroll: true })
  }
  return (
    <div className="ts-item" lang={language} ref={root}>
      <RichText id={`${id}-stem`} text={item.stem} language={language} className="ts-item-stem" />
      {hint && (
        <p className="ts-item-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Player
        {...{ item, answer, onAnswer, isLocked, isSaved, language, texts, onTyping }}
        stemLang={wordsIn(item.stem, language).lang}
        stemId={`${id}-stem`}
        hintId={`${id}-hint`}
      />
      {/* Its place is kept while nothing stands in it, so that answering moves nothing. */}
      <div className="ts-item-foot">
        <p>{noteOn(item, answer, texts)}</p>
        {item.type === 'ordering' && answer === null && !isLocked && (
          <Button onClick={() => onAnswer(orderLine(item.options))}>{texts.keepOrder}</Button>
        )}
        {answer !== null && !isLocked && (
          <Button variant="quiet" size="small" onClick={clear}>
            {isTyped(item.type) ? texts.clearTyped : texts.clear}
          </Button>
        )}
      </div>
    </div>
  )
}

/** How far the answer has come, for types whose answer has several parts. */
function noteOn(item: PlayedItem, answer: string | null, texts: PlayerProps['texts']): string {
  if (item.type === 'ordering') return answer === null ? texts.orderBlank : texts.orderGiven
  if (answer === null) return ''
  const count = picksOf(answer).size
  if (item.type === 'multiple-choice') return texts.chosenCount(count)
  const hasParts = item.type === 'true-false-group' || item.type === 'matching'
  return hasParts ? texts.partsDone(count, item.options.length) : ''
}
