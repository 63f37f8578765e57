import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { Button } from '../action/Button'
import { useKit } from '../i18n/setup'
import { formatNumber } from '../text/format'

export interface PaginationProps {
  /** From 1. */
  page: number
  pageSize: number
  total: number
  onChange: (page: number) => void
  label?: string
}

export function Pagination({ page, pageSize, total, onChange, label }: PaginationProps) {
  const kit = useKit()
  // An empty list says so itself.
  if (total === 0) return null
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const rows = kit('rowsOf', {
    from: formatNumber((page - 1) * pageSize + 1),
    to: formatNumber(Math.min(total, page * pageSize)),
    total: formatNumber(total),
  })
  return (
    <nav className="ts-pagination" aria-label={label ?? kit('pages')}>
      <span className="ts-pagination-rows ts-number">{rows}</span>
      <Button size="small" icon={ChevronLeft} disabled={page <= 1} onClick={() => onChange(page - 1)}>
        {kit('previous')}
      </Button>
      <span className="ts-number" aria-live="polite">
        {kit('pageOf', { page: formatNumber(page), pages: formatNumber(pages) })}
      </span>
      <Button size="small" iconEnd={ChevronRight} disabled={page >= pages} onClick={() => onChange(page + 1)}>
        {kit('next')}
      </Button>
    </nav>
  )
}

/** For lists read by cursor, whose total nobody counts. */
export function Pager({ onPrevious, onNext, label }: { onPrevious?: () => void; onNext?: () => void; label?: string }) {
  const kit = useKit()
  return (
    <nav className="ts-pagination" aria-label={label ?? kit('pages')}>
      <Button size="small" icon={ChevronLeft} disabled={!onPrevious} onClick={onPrevious}>
        {kit('previous')}
      </Button>
      <Button size="small" iconEnd={ChevronRight} disabled={!onNext} onClick={onNext}>
        {kit('next')}
      </Button>
    </nav>
  )
}
