import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ActionBar, Banner, Button, ConfirmDialog, formatDateTime, formatNumber, notify, Page, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import Trash from 'lucide-react/icons/trash-2'
import Upload from 'lucide-react/icons/upload'
import { useCallback, useEffect, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useExchangeWords } from '../../../lib/exchange/use-exchange-words'
import { itemsChanged } from '../../../lib/item-bank/queries'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { useProblemText } from '../../../lib/problem'
import { BatchOutcome } from '../components/batch-outcome'
import type { RowEditor } from '../components/row-card'
import { RowsPanel } from '../components/rows-panel'
import { RunDialog } from '../components/run-dialog'
import { BatchBadge } from '../components/state-badge'
import { type Batch, batchQuery, isOpen, type Show, SHOWS } from '../queries'
import { useExchangeText } from '../use-exchange-text'
import '../exchange.css'

/** From the reading of a file to its items in the bank, and back. */
export function ImportPage({ Editor }: { Editor: RowEditor }) {
  const t = useExchangeText()
  const words = useExchangeWords()
  const problemText = useProblemText()
  const { batchId = '' } = useParams()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [params, setParams] = useSearchParams()
  const [asking, setAsking] = useState<'run' | 'undo' | 'remove' | null>(null)
  const [editing, setEditing] = useState<number | null>(null)
  // Once it is given up nothing asks for it any more: there would be nothing to find.
  const [isLeaving, setLeaving] = useState(false)
  const query = useQuery({ ...batchQuery(batchId), enabled: !isLeaving })
  const batch = query.data
  const state = batch?.state

  // Reading and importing have ended, or somebody has taken it back: the rows and the lists of items are others now.
  useEffect(() => {
    if (state === undefined || state === 'reading' || state === 'importing') return
    void client.invalidateQueries({ queryKey: ['imports', 'rows', batchId] })
    void client.invalidateQueries({ queryKey: ['imports', 'list'] })
    if (state === 'imported' || state === 'undone') itemsChanged(client)
  }, [client, batchId, state])

  const undo = useMutation({
    mutationFn: () => call('undoImport', { params: { batchId }, timeoutMs: 60_000 }),
    onSuccess: (undone) => {
      client.setQueryData(batchQuery(batchId).queryKey, undone)
      setAsking(null)
    },
  })
  const remove = useMutation({
    mutationFn: async () => {
      setLeaving(true)
      await client.cancelQueries({ queryKey: ['imports', 'one', batchId] })
      return call('deleteImport', { params: { batchId } })
    },
    onError: () => setLeaving(false),
    onSuccess: () => {
      notify(t('batch.removed'))
      navigate('/nhap-cau-hoi', { replace: true })
      client.removeQueries({ queryKey: ['imports', 'one', batchId] })
      void client.invalidateQueries({ queryKey: ['imports', 'list'] })
    },
  })
  const asked = params.get('xem')
  const show = SHOWS.find((each) => each === asked) ?? 'all'
  const page = Math.max(1, Math.trunc(Number(params.get('trang'))) || 1)
  const turnTo = useCallback(
    (next: Show, number: number) =>
      setParams(
        { ...(next === 'all' ? {} : { xem: next }), ...(number > 1 ? { trang: String(number) } : {}) },
        { replace: true },
      ),
    [setParams],
  )
  const toPage = useCallback((number: number) => turnTo(show, number), [turnTo, show])

  const up = { to: '/nhap-cau-hoi', name: t('back') }
  if (!batch)
    return (
      <PageWait
        title={t('batch.fallbackTitle')}
        up={up}
        height={420}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    )
  const open = isOpen(batch)
  const encoding = batch.encoding as 'tcvn3' | 'vni' | 'windows-1258' | string | null
  const formatName = ({ format, fileName }: Batch) =>
    format === 'docx' && /\.txt$/i.test(fileName) ? t('start.plain') : format ? words(`format.${format}`) : ''
  const counted = (count: number) => ({ count, formatted: formatNumber(count) })
  // After undoing, rows whose items have stayed are not imported again.
  const importable = Math.max(0, batch.chosenCount - batch.importedCount)
  return (
    <Page tabTitle={batch.fileName} width="wide">
      <PageHead
        title={batch.fileName}
        up={up}
        badge={<BatchBadge state={batch.state} />}
        lead={[
          t('batch.into', { bank: batch.bankName }),
          formatName(batch),
          `${batch.authorName}, ${formatDateTime(batch.createdAt)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={
          batch.state !== 'importing' && (
            <Button variant="quiet" icon={Trash} onClick={() => setAsking('remove')}>
              {t(batch.state === 'reading' ? 'batch.giveUp' : 'batch.remove')}
            </Button>
          )
        }
      />
      <Stack gap={6}>
        <BatchOutcome batch={batch} onUndo={() => setAsking('undo')} />
        {(encoding === 'tcvn3' || encoding === 'vni' || encoding === 'windows-1258') && batch.rowCount > 0 && (
          <Banner>{t(`batch.encoding.${encoding}`)}</Banner>
        )}
        {batch.rowCount > 0 && batch.state !== 'importing' && (
          <RowsPanel
            batch={batch}
            show={show}
            page={page}
            onShow={(next) => turnTo(next, 1)}
            onPage={toPage}
            editing={editing}
            onEditing={setEditing}
            Editor={Editor}
          />
        )}
      </Stack>
      {/* Nobody shall import past what is being corrected. */}
      {open && editing === null && (
        <ActionBar className="exchange-bar">
          <span role="status">
            {importable === 0 ? t('run.nothing') : t('run.chosen', counted(importable))}
            {batch.faultyCount > 0 && (
              <span className="ts-quiet-text exchange-bar-left"> · {t('run.left', counted(batch.faultyCount))}</span>
            )}
          </span>
          <Button variant="primary" icon={Upload} disabled={importable === 0} onClick={() => setAsking('run')}>
            {t('run.open', counted(importable))}
          </Button>
        </ActionBar>
      )}
      {asking === 'run' && <RunDialog batch={batch} count={importable} onClose={() => setAsking(null)} />}
      <ConfirmDialog
        open={asking === 'undo'}
        tone="danger"
        title={t('batch.undoTitle', counted(batch.importedCount))}
        confirmLabel={t('batch.undoSubmit')}
        busy={undo.isPending}
        error={undo.error ? problemText(undo.error) : undefined}
        onConfirm={() => undo.mutate()}
        onCancel={() => setAsking(null)}
      >
        <p>{t('batch.undoText')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'remove'}
        tone="danger"
        title={t('batch.removeTitle')}
        confirmLabel={t(batch.state === 'reading' ? 'batch.giveUp' : 'batch.remove')}
        busy={remove.isPending}
        error={remove.error ? problemText(remove.error) : undefined}
        onConfirm={() => remove.mutate()}
        onCancel={() => setAsking(null)}
      >
        <p>{t(batch.importedCount > 0 ? 'batch.removeText' : 'batch.removeUnread')}</p>
      </ConfirmDialog>
    </Page>
  )
}
