import { Button, Icon } from '@thiso/kit'
import Bookmark from 'lucide-react/icons/bookmark'
import type { ReactNode, RefObject } from 'react'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

export interface ReviewCell {
  position: number
  number: number
  isBlank: boolean
  isMarked: boolean
  letter: string | null
}

interface ReviewViewProps {
  cells: readonly ReviewCell[]
  currentNumber: number
  headingRef: RefObject<HTMLHeadingElement | null>
  onOpen: (position: number) => void
  onBack: () => void
  onSubmit: () => void
  /** The line on saving. */
  children: ReactNode
}

/** Every item as a number with its state, blanks first, and the way out. */
export function ReviewView(props: ReviewViewProps) {
  const { cells, currentNumber, headingRef, onOpen, onBack, onSubmit, children } = props
  const t = useAttemptTexts()
  const blank = cells.filter((cell) => cell.isBlank)
  const marked = cells.filter((cell) => cell.isMarked && !cell.isBlank)
  const done = cells.filter((cell) => !cell.isMarked && !cell.isBlank)
  const markedCount = cells.filter((cell) => cell.isMarked).length
  const group = (title: string, members: readonly ReviewCell[]) =>
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
        </p>
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

function Cell({ cell, onOpen }: { cell: ReviewCell; onOpen: () => void }) {
  const t = useAttemptTexts()
  const said = [
    t('review.open', { position: cell.number }),
    cell.letter ? t('review.chosen', { letter: cell.letter }) : t('review.blank'),
    cell.isMarked && t('review.markedWord'),
  ]
  return (
    <button type="button" className="at-cell" data-blank={cell.isBlank || undefined} onClick={onOpen}>
      <span className="ts-hidden">{said.filter(Boolean).join(', ')}</span>
      <span className="at-cell-number" aria-hidden="true">
        {cell.number}
      </span>
      <span className="at-cell-letter" aria-hidden="true">
        {cell.letter ?? '–'}
      </span>
      {cell.isMarked && <Icon of={Bookmark} size={16} className="at-cell-mark" />}
    </button>
  )
}
