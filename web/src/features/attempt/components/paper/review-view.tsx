import { Button, Icon } from '@thiso/kit'
import Bookmark from 'lucide-react/icons/bookmark'
import Check from 'lucide-react/icons/check'
import type { ReactNode, RefObject } from 'react'
import { useAttemptTexts } from '../../texts/use-attempt-texts'
import { type PaperCell, answerSaid, lackingSaid } from './paper-cells'

interface ReviewViewProps {
  cells: readonly PaperCell[]
  currentNumber: number
  headingRef: RefObject<HTMLHeadingElement | null>
  onOpen: (position: number) => void
  onBack: () => void
  onSubmit: () => void
  /** What has been predicted, where the rules ask. */
  prediction: ReactNode
  /** The line on saving. */
  children: ReactNode
}

/** Every item as a number with its state, blanks first, and the way out. */
export function ReviewView(props: ReviewViewProps) {
  const { cells, currentNumber, headingRef, onOpen, onBack, onSubmit, prediction, children } = props
  const t = useAttemptTexts()
  const blank = cells.filter((cell) => cell.isBlank)
  const marked = cells.filter((cell) => cell.isMarked && !cell.isBlank)
  const done = cells.filter((cell) => !cell.isMarked && !cell.isBlank)
  const markedCount = cells.filter((cell) => cell.isMarked).length
  const lacking = lackingSaid(cells, t)
  const group = (title: string, members: readonly PaperCell[]) =>
    members.length > 0 && (
      <section className="at-review-group" aria-label={`${title} (${members.length})`}>
        <h2>
          {title} <span className="at-review-count">{members.length}</span>
        </h2>
        <ul>
          {members.map((cell) => (
            <li key={cell.position}>
              <Cell cell={cell} onOpen={() => onOpen(cell.position)} />
            </li>
          ))}
        </ul>
      </section>
    )
  return (
    <>
      <div className="at-body at-review">
        <h1 ref={headingRef} tabIndex={-1}>
          {t('review.title')}
        </h1>
        <p className="at-review-sum">
          {blank.length === 0
            ? t('review.allDone', { total: cells.length })
            : t('review.blanks', { count: blank.length })}
          {markedCount > 0 && ` ${t('review.marks', { count: markedCount })}`}
          {lacking && <span className="at-review-lacking">{lacking}</span>}
        </p>
        {prediction}
        {group(t('review.blankGroup'), blank)}
        {group(t('review.markedGroup'), marked)}
        {group(t('review.doneGroup'), done)}
      </div>
      <div className="at-dock">
        {children}
        <div className="at-dock-buttons at-dock-two">
          <Button onClick={onBack}>{t('review.back', { position: currentNumber })}</Button>
          <Button variant="primary" onClick={onSubmit}>
            {t('review.submit')}
          </Button>
        </div>
      </div>
    </>
  )
}

function Cell({ cell, onOpen }: { cell: PaperCell; onOpen: () => void }) {
  const t = useAttemptTexts()
  const said = [
    t('review.open', { position: cell.number }),
    answerSaid(cell, t),
    cell.isMarked && t('review.markedWord'),
  ]
  return (
    <button type="button" className="at-cell" data-blank={cell.isBlank || undefined} onClick={onOpen}>
      <span className="ts-hidden">{said.filter(Boolean).join(', ')}</span>
      <span className="at-cell-number" aria-hidden="true">
        {cell.number}
      </span>
      <span className="at-cell-brief" aria-hidden="true">
        {cell.brief === '' ? <Icon of={Check} size={16} /> : (cell.brief ?? '–')}
      </span>
      {cell.isMarked && <Icon of={Bookmark} size={16} className="at-cell-mark" />}
    </button>
  )
}
