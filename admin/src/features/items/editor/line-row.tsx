import { IconButton } from '@thiso/kit'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Trash from 'lucide-react/icons/trash-2'
import type { ReactNode } from 'react'
import { useItemsText } from '../hooks/use-items-text'

interface LineRowProps {
  /** What the line is called: "Phương án A". */
  name: string
  /** Before the text: the letter with its radio, box or number. */
  lead: ReactNode
  isKey?: boolean
  /** The order is what the item asks for: on a phone too there is a way to change it. */
  isOrderVital?: boolean
  canRemove: boolean
  onRemove: () => void
  /** Up is -1, down is 1; null where there is no place to go. */
  onMove: { up: (() => void) | null; down: (() => void) | null } | null
  /** The text field, and what else belongs to the line. */
  children: ReactNode
}

/** One option, statement, entry or pair with what can be done to it. Alt with an arrow key moves it too. */
export function LineRow({ name, lead, isKey, isOrderVital, canRemove, onRemove, onMove, children }: LineRowProps) {
  const t = useItemsText()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears a shortcut of the fields inside
    <div
      className="items-line"
      data-key={isKey || undefined}
      data-order={isOrderVital || undefined}
      onKeyDown={(event) => {
        if (!event.altKey || !onMove || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
        event.preventDefault()
        const move = event.key === 'ArrowUp' ? onMove.up : onMove.down
        move?.()
      }}
    >
      {lead}
      <div className="items-line-text">{children}</div>
      <div className="items-line-acts">
        {onMove && (
          <span className="items-line-moves">
            <IconButton
              icon={ArrowUp}
              iconSize={18}
              label={t('editor.moveUp', { name })}
              disabled={!onMove.up}
              onClick={() => onMove.up?.()}
            />
            <IconButton
              icon={ArrowDown}
              iconSize={18}
              label={t('editor.moveDown', { name })}
              disabled={!onMove.down}
              onClick={() => onMove.down?.()}
            />
          </span>
        )}
        <IconButton
          icon={Trash}
          iconSize={18}
          label={t('editor.removeLine', { name })}
          disabled={!canRemove}
          onClick={onRemove}
        />
      </div>
    </div>
  )
}
