import { Button } from '@thiso/kit'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import ArrowRight from 'lucide-react/icons/arrow-right'
import Bookmark from 'lucide-react/icons/bookmark'
import BookmarkCheck from 'lucide-react/icons/bookmark-check'
import ListChecks from 'lucide-react/icons/list-checks'
import type { ReactNode } from 'react'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

interface PaperDockProps {
  isFirst: boolean
  isLast: boolean
  isMarked: boolean
  number: number
  onBack: () => void
  onNext: () => void
  onMark: () => void
  onReview: () => void
  /** The line on saving. */
  children: ReactNode
}

/** Within reach of a thumb: back, mark, on. */
export function PaperDock(props: PaperDockProps) {
  const { isFirst, isLast, isMarked, number, onBack, onNext, onMark, onReview, children } = props
  const t = useAttemptTexts()
  return (
    <div className="at-dock">
      {children}
      <div className="at-dock-buttons">
        <Button icon={ArrowLeft} aria-label={t('paper.backTo')} disabled={isFirst} onClick={onBack}>
          {t('paper.back')}
        </Button>
        <Button
          className="at-mark"
          icon={isMarked ? BookmarkCheck : Bookmark}
          aria-pressed={isMarked}
          aria-label={t('paper.markSaid', { position: number })}
          onClick={onMark}
        >
          {t('paper.mark')}
        </Button>
        {isLast ? (
          <Button variant="primary" icon={ListChecks} onClick={onReview}>
            {t('paper.review')}
          </Button>
        ) : (
          <Button variant="primary" iconEnd={ArrowRight} aria-label={t('paper.nextTo')} onClick={onNext}>
            {t('paper.next')}
          </Button>
        )}
      </div>
    </div>
  )
}
