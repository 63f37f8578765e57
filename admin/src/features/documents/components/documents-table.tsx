import { type Column, EmptyState, formatNumber, Table } from '@thiso/kit'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import type { SourceDocument } from '../../../lib/item-bank/queries'
import { useBankWords } from '../../../lib/item-bank/use-words'
import { useProblemText } from '../../../lib/problem'
import { useDocumentsText } from '../hooks/use-documents-text'
import { ForceBadge, ForceDays } from './force-badge'

interface DocumentsTableProps {
  rows: SourceDocument[] | undefined
  isPending: boolean
  error: Error | null
  isSearched: boolean
  onRetry: () => void
  emptyAction: ReactNode
}

export function DocumentsTable({ rows, isPending, error, isSearched, onRetry, emptyAction }: DocumentsTableProps) {
  const t = useDocumentsText()
  const words = useBankWords()
  const problemText = useProblemText()
  const navigate = useNavigate()
  const columns: Column<SourceDocument>[] = [
    {
      id: 'title',
      header: t('table.title'),
      rowHeader: true,
      width: '48%',
      cell: (document) => (
        <div className="documents-name">
          <Link to={`/van-ban/${document.id}`} lang="vi" tabIndex={-1}>
            {document.number && <strong>{document.number} </strong>}
            {document.title}
          </Link>
          <div className="ts-quiet-text ts-small">
            {words(`documentKind.${document.kind}`)}
            {document.issuer && <span lang="vi"> · {document.issuer}</span>}
          </div>
        </div>
      ),
    },
    {
      id: 'force',
      header: t('table.force'),
      cell: (document) => (
        <div className="documents-force">
          <ForceBadge document={document} />
          <ForceDays document={document} />
        </div>
      ),
    },
    {
      id: 'items',
      header: t('table.items'),
      numeric: true,
      cell: (document) => formatNumber(document.itemCount),
    },
    {
      id: 'basis',
      header: t('table.basis'),
      numeric: true,
      cell: (document) => formatNumber(document.basisCount),
    },
  ]
  return (
    <Table
      caption={t('table.caption')}
      hideCaption
      dense
      columns={columns}
      rows={rows}
      rowKey={(document) => document.id}
      loading={isPending}
      expect={10}
      error={error ? problemText(error) : undefined}
      onRetry={onRetry}
      onOpen={(document) => navigate(`/van-ban/${document.id}`)}
      empty={
        <EmptyState compact title={t(isSearched ? 'empty.none' : 'empty.all')} action={emptyAction}>
          {t(isSearched ? 'empty.noneText' : 'empty.allText')}
        </EmptyState>
      }
    />
  )
}
