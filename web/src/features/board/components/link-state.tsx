import { Banner, formatTime } from '@thiso/kit'
import type { Link } from '../hooks/use-live-board'
import { useBoardTexts } from '../texts/use-board-texts'

interface LinkStateProps {
  link: Link
  isClosed: boolean
  updatedAt: number
}

/** Whether what one sees is the latest; quiet, for it mends itself. */
export function LinkState({ link, isClosed, updatedAt }: LinkStateProps) {
  const t = useBoardTexts()
  if (link === 'lost') {
    return (
      <Banner tone="warn" live="polite" className="board-lost">
        {t('lost')} {updatedAt > 0 && t('asOf', { at: formatTime(updatedAt, true) })}
      </Banner>
    )
  }
  const text = isClosed ? t('final') : t(link)
  return (
    <span className="board-link" data-link={isClosed ? 'final' : link}>
      <span className="board-link-dot" aria-hidden="true" />
      {text}
    </span>
  )
}
