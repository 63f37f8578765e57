import { formatTime } from '@thiso/kit'
import type { Link } from '../hooks/use-live-board'
import { useBoardTexts } from '../texts/use-board-texts'

interface LinkStateProps {
  link: Link
  isClosed: boolean
  isFrozen: boolean
  isOfficial: boolean
  updatedAt: number
}

/** Whether what one sees is the latest; one quiet line that never moves the board, for it mends itself. */
export function LinkState({ link, isClosed, isFrozen, isOfficial, updatedAt }: LinkStateProps) {
  const t = useBoardTexts()
  const isStill = (isClosed || isFrozen) && link !== 'lost'
  const text =
    link === 'lost'
      ? t('lost', { at: formatTime(updatedAt, true) })
      : t(isStill ? (isOfficial ? 'official.state' : isFrozen ? 'frozen.state' : 'provisional.state') : link)
  return (
    <span className="board-link" data-link={isStill ? 'still' : link} role="status">
      <span className="board-link-dot" aria-hidden="true" />
      {text}
    </span>
  )
}
