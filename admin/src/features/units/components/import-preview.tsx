import type { ApiOutput } from '@thiso/contracts'
import { Banner, Button, Chip, EmptyState, formatNumber, Pagination, Row, Stack } from '@thiso/kit'
import Upload from 'lucide-react/icons/upload'
import { useState } from 'react'
import { useUnitsText } from '../hooks/use-units-text'
import { ImportTable } from './import-table'

type Import = ApiOutput<'importUnits'>
type Action = Import['rows'][number]['action']

const ACTIONS: readonly Action[] = ['create', 'update', 'keep', 'refuse']
const PAGE_SIZE = 50

interface ImportPreviewProps {
  found: Import
  isWriting: boolean
  canWrite: boolean
  onSubmit: () => void
}

/** What the file does, line by line: beforehand as a plan, afterwards as what was done. */
export function ImportPreview({ found, isWriting, canWrite, onSubmit }: ImportPreviewProps) {
  const t = useUnitsText()
  const [only, setOnly] = useState<Action | null>(null)
  const [page, setPage] = useState(1)
  const counts: Record<Action, number> = {
    create: found.createCount,
    update: found.updateCount,
    keep: found.keepCount,
    refuse: found.refuseCount,
  }
  const goodCount = found.createCount + found.updateCount
  const rows = only ? found.rows.filter((row) => row.action === only) : found.rows
  const show = (action: Action | null) => {
    setOnly(action)
    setPage(1)
  }

  if (found.rows.length === 0) {
    return (
      <EmptyState compact title={t('importing.noRows')}>
        {t('importing.noRowsText')}
      </EmptyState>
    )
  }
  return (
    <Stack>
      {found.isPreview ? (
        <Banner tone="info" live="polite" title={t('importing.previewTitle')}>
          {t('importing.whole')}
        </Banner>
      ) : (
        <Banner tone="good" live="polite" title={t('importing.doneTitle')}>
          {t('importing.done', {
            create: formatNumber(counts.create),
            update: formatNumber(counts.update),
            keep: formatNumber(counts.keep),
            refuse: formatNumber(counts.refuse),
          })}
        </Banner>
      )}
      {found.isPreview && counts.refuse > 0 && (
        <Banner tone="warn">
          {t(goodCount > 0 ? 'importing.refused' : 'importing.nothingGood', {
            count: counts.refuse,
            formatted: formatNumber(counts.refuse),
          })}
        </Banner>
      )}
      <fieldset className="units-days" aria-label={t('importing.filter')}>
        <Chip pressed={only === null} onPress={() => show(null)}>
          {`${t('importing.all')} (${formatNumber(found.rows.length)})`}
        </Chip>
        {ACTIONS.map((action) => (
          <Chip key={action} pressed={only === action} onPress={() => show(action)}>
            {`${t(`importing.action.${action}`)} (${formatNumber(counts[action])})`}
          </Chip>
        ))}
      </fieldset>
      <ImportTable rows={rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)} />
      {rows.length > PAGE_SIZE && (
        <Pagination page={page} pageSize={PAGE_SIZE} total={rows.length} onChange={setPage} />
      )}
      {found.isPreview && goodCount === 0 && counts.refuse === 0 && (
        <p className="ts-quiet-text">{t('importing.nothing')}</p>
      )}
      {found.isPreview && goodCount > 0 && canWrite && (
        <Row>
          <Button variant="primary" icon={Upload} busy={isWriting} onClick={onSubmit}>
            {t('importing.submit', { count: goodCount, formatted: formatNumber(goodCount) })}
          </Button>
        </Row>
      )}
    </Stack>
  )
}
