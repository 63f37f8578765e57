import { type Column, EmptyState, formatDateTime, formatNumber, Table } from '@thiso/kit'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { useProblemText } from '../../../lib/problem'
import { usePapersText } from '../hooks/use-papers-text'
import type { PrintedPaper } from '../paper-draft'

interface PapersTableProps {
  rows: PrintedPaper[] | undefined
  isPending: boolean
  error: Error | null
  onRetry: () => void
  emptyAction: ReactNode
}

/** So many codes are named; of more only how many there are. */
const CODES_SHOWN = 6

export function PapersTable({ rows, isPending, error, onRetry, emptyAction }: PapersTableProps) {
  const t = usePapersText()
  const problemText = useProblemText()
  const navigate = useNavigate()
  const codesText = (codes: readonly string[]) =>
    [...codes.slice(0, CODES_SHOWN), ...(codes.length > CODES_SHOWN ? ['…'] : [])].join(', ')
  const columns: Column<PrintedPaper>[] = [
    {
      id: 'title',
      header: t('table.title'),
      rowHeader: true,
      width: '40%',
      cell: (paper) => (
        <div className="papers-name">
          <Link to={`/de-in/${paper.id}`} lang="vi" tabIndex={-1}>
            {paper.title}
          </Link>
          {paper.subject && (
            <div className="ts-quiet-text ts-small" lang="vi">
              {paper.subject}
            </div>
          )}
        </div>
      ),
    },
    {
      id: 'codes',
      header: t('table.codes'),
      cell: ({ codes }) => (
        <span className="ts-number">
          {t('table.codeList', { count: codes.length, shown: formatNumber(codes.length), codes: codesText(codes) })}
        </span>
      ),
    },
    { id: 'items', header: t('table.items'), numeric: true, cell: (paper) => formatNumber(paper.itemCount) },
    { id: 'points', header: t('table.points'), numeric: true, cell: (paper) => formatNumber(paper.maxPoints) },
    { id: 'author', header: t('table.author'), wideOnly: true, cell: (paper) => paper.authorName },
    { id: 'createdAt', header: t('table.createdAt'), cell: (paper) => formatDateTime(paper.createdAt) },
  ]
  return (
    <Table
      caption={t('table.caption')}
      hideCaption
      dense
      columns={columns}
      rows={rows}
      rowKey={(paper) => paper.id}
      loading={isPending}
      error={error ? problemText(error) : undefined}
      onRetry={onRetry}
      onOpen={(paper) => navigate(`/de-in/${paper.id}`)}
      empty={
        <EmptyState compact title={t('empty.title')} action={emptyAction}>
          {t('empty.text')}
        </EmptyState>
      }
    />
  )
}
