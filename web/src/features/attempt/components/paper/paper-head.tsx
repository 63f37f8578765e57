import { type Dot, DotPath, IconButton } from '@thiso/kit'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import { useAttemptTexts } from '../../texts/use-attempt-texts'
import { PaperClock } from './paper-clock'

interface PaperHeadProps {
  number: number
  total: number
  answered: number
  marked: number
  dots: readonly Dot[]
  isReview: boolean
  /** ms since 1970 by the server's clock. */
  deadline: number
  /** Since when the clock has been standing. */
  pausedAt: string | null
  onLeave: () => void
  onReview: () => void
}

/** Where am I, how much time: the road of items leads to the review. */
export function PaperHead(props: PaperHeadProps) {
  const { number, total, answered, marked, dots, isReview, deadline, pausedAt, onLeave, onReview } = props
  const t = useAttemptTexts()
  const label = t('paper.path', { position: number, total, answered, marked })
  return (
    <header className="at-head">
      <div className="at-head-row">
        <IconButton icon={ArrowLeft} label={t('paper.leave')} onClick={onLeave} />
        <span className="at-head-place" aria-hidden="true">
          {isReview ? t('review.answered', { answered, total }) : t('paper.place', { position: number, total })}
        </span>
        <PaperClock deadline={deadline} pausedAt={pausedAt} />
      </div>
      <button type="button" className="at-path" aria-label={label} onClick={onReview}>
        <span className="at-path-dots" aria-hidden="true">
          <DotPath dots={dots} label={label} />
        </span>
      </button>
    </header>
  )
}
