import { isTyped } from '@thiso/contracts/vocab'
import { type ComponentType, type ReactNode, useId } from 'react'
import { Button } from '../action/Button'
import '../styles/item.css'
import '../styles/item-parts.css'
import type { Locale } from '../text/format'
import type { PlayedItem } from './item'
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
  /** Beside the button that clears the answer. */
  children?: ReactNode
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
  const { item, answer, onAnswer, language, isLocked = false, isSaved = false, onTyping, children } = props
  const id = useId()
  const texts = itemTexts(language)
  const hint = texts.hint[item.type]
  const Player = players[item.type] as ComponentType<PlayerProps & Pick<ItemPlayerProps, 'onTyping'>>
  return (
    <div className="ts-item" lang={language}>
      <RichText id={`${id}-stem`} text={item.stem} language={language} className="ts-item-stem" />
      {hint && (
        <p className="ts-item-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Player
        {...{ item, answer, onAnswer, isLocked, isSaved, language, texts, onTyping }}
        stemId={`${id}-stem`}
        hintId={`${id}-hint`}
      />
      {/* Its place is kept while it is away, so that answering moves nothing. */}
      <div className="ts-item-clear">
        {answer !== null && !isLocked && (
          <Button variant="quiet" size="small" onClick={() => onAnswer(null)}>
            {isTyped(item.type) ? texts.clearTyped : texts.clear}
          </Button>
        )}
        {children}
      </div>
    </div>
  )
}
