import { plainText } from '@thiso/contracts/vocab'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import GripVertical from 'lucide-react/icons/grip-vertical'
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { Icon } from '../../layout/Icon'
import { classes } from '../../layout/classes'
import { orderLine, orderedBy } from '../answers'
import { type Part, wordsIn } from '../item'
import { moved } from '../ordering'
import { RichText } from '../rich/RichText'
import { useRowDrag } from '../use-row-drag'
import type { PlayerProps } from './player'

/** Entries to be put in order: by dragging, by the arrows on each row, or by the arrow keys on its handle. */
export function OrderingPlayer({
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
  const entries = orderedBy(answer, item.options)
  const total = entries.length
  const [said, setSaid] = useState('')
  const wordsOf = (entry: Part) => plainText(wordsIn(entry.text, language).words)

  function move(from: number, to: number) {
    const entry = entries[from]
    if (isLocked || !entry || to < 0 || to >= total || to === from) return
    onAnswer(orderLine(moved(entries, from, to)))
    setSaid(texts.movedTo(wordsOf(entry), to + 1, total))
  }
  const drag = useRowDrag(move)

  const press = (event: KeyboardEvent, at: number) => {
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: total - 1 }[event.key]
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    move(at, to)
  }
  // A finger on the text scrolls the page; a mouse there may drag.
  const grab = (event: PointerEvent<HTMLElement>, at: number) => {
    if (isLocked || event.pointerType !== 'mouse' || (event.target as Element).closest('button, a, audio')) return
    event.preventDefault()
    drag.start(event, at)
  }

  return (
    <fieldset lang={stemLang} aria-labelledby={stemId} aria-describedby={hintId} data-own-keys>
      <ol className={classes('ts-entries', drag.dragged && 'ts-entries-moving')} ref={drag.list}>
        {entries.map((entry, at) => (
          <li
            key={entry.token}
            className={classes('ts-entry', drag.dragged?.from === at && 'ts-entry-held')}
            style={drag.styleOf(at)}
            onPointerDown={(event) => grab(event, at)}
          >
            <button
              type="button"
              className="ts-entry-handle"
              disabled={isLocked}
              aria-label={texts.drag(wordsOf(entry), at + 1, total)}
              lang={language}
              onPointerDown={(event) => drag.start(event, at)}
              onKeyDown={(event) => press(event, at)}
            >
              <Icon of={GripVertical} size={20} />
              <span aria-hidden="true">{placeShown(drag.dragged, at) + 1}</span>
            </button>
            <RichText text={entry.text} language={language} className="ts-entry-text" />
            <span className="ts-entry-arrows">
              <ArrowButton
                icon={ArrowUp}
                label={texts.upOf(wordsOf(entry))}
                title={texts.up}
                lang={language}
                isOff={isLocked || at === 0}
                onPress={() => move(at, at - 1)}
              />
              <ArrowButton
                icon={ArrowDown}
                label={texts.downOf(wordsOf(entry))}
                title={texts.down}
                lang={language}
                isOff={isLocked || at === total - 1}
                onPress={() => move(at, at + 1)}
              />
            </span>
          </li>
        ))}
      </ol>
      <p className="ts-hidden" role="status" lang={language}>
        {said}
      </p>
    </fieldset>
  )
}

/** The place a row has while another is held over the list. */
function placeShown(dragged: { from: number; to: number } | null, at: number): number {
  if (!dragged) return at
  if (at === dragged.from) return dragged.to
  if (dragged.from < at && at <= dragged.to) return at - 1
  if (dragged.to <= at && at < dragged.from) return at + 1
  return at
}

interface ArrowButtonProps {
  icon: typeof ArrowUp
  label: string
  title: string
  lang: string
  isOff: boolean
  onPress: () => void
}

/** At the end of the list it only stops working: a disabled button would drop the keyboard's place. */
function ArrowButton({ icon, label, title, lang, isOff, onPress }: ArrowButtonProps) {
  return (
    <button
      type="button"
      className="ts-entry-arrow"
      aria-label={label}
      title={title}
      lang={lang}
      aria-disabled={isOff || undefined}
      onClick={() => !isOff && onPress()}
    >
      <Icon of={icon} size={20} />
    </button>
  )
}
