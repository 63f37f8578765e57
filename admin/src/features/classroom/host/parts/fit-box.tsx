import { IconButton } from '@thiso/kit'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import type { ReactNode } from 'react'
import { useFit } from '../use-fit'
import { useHostText } from '../use-host-text'

/** How long a page of names stands, and one of sentences. */
const NAMES_MS = 6_000
const SENTENCES_MS = 15_000

interface FitBoxProps {
  /** Of the box that the children stand in. */
  className: string
  /** Fits again when it changes. */
  about: unknown
  largest?: number
  /** names: pages turn quickly; sentences: they are read. */
  of: 'names' | 'sentences'
  /** What is new stands at the end, and is shown first. */
  startsAtEnd?: boolean
  children: ReactNode
}

/** A part of the screen that is as large as there is room for and never scrolls: what is too much for it goes on pages. */
export function FitBox({ className, about, largest = 1.35, of, startsAtEnd = false, children }: FitBoxProps) {
  const t = useHostText()
  const fit = useFit(about, largest, of === 'names' ? NAMES_MS : SENTENCES_MS, startsAtEnd)
  return (
    <div className="hs-fit" ref={fit.frame}>
      <div className={className} ref={fit.box}>
        {children}
      </div>
      {fit.pageCount > 1 && (
        <div className="hs-pager">
          <IconButton icon={ChevronLeft} label={t('pages.before')} onClick={() => fit.show(fit.page - 1)} />
          <span>{t('pages.of', { page: fit.page + 1, count: fit.pageCount })}</span>
          <IconButton icon={ChevronRight} label={t('pages.next')} onClick={() => fit.show(fit.page + 1)} />
        </div>
      )}
    </div>
  )
}
