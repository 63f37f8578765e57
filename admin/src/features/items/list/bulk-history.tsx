import { useQuery } from '@tanstack/react-query'
import { Badge, Button, Dialog, EmptyState, ErrorState, formatDateTime, formatNumber, Skeleton } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import Undo from 'lucide-react/icons/undo-2'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { useItemsText } from '../hooks/use-items-text'
import { useChangeWords } from './change-words'
import { useBulk } from './use-bulk'

/** Past bulk edits, each with what it did, what it could not, and the way back. */
export function BulkHistory({ onClose }: { onClose: () => void }) {
  const t = useItemsText()
  const localized = useLocalized()
  const problemText = useProblemText()
  const changeWords = useChangeWords()
  const { undo } = useBulk()
  const edits = useQuery({ queryKey: ['bulk-edits'], queryFn: ({ signal }) => call('bulkEdits', { signal }) })
  return (
    <Dialog
      open
      title={t('bulk.historyTitle')}
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t('close')}
        </Button>
      }
    >
      {edits.isPending ? (
        <Skeleton lines={6} />
      ) : edits.error ? (
        <ErrorState compact onRetry={() => void edits.refetch()}>
          {problemText(edits.error)}
        </ErrorState>
      ) : edits.data.edits.length === 0 ? (
        <EmptyState compact title={t('bulk.historyEmpty')}>
          {t('bulk.historyEmptyText')}
        </EmptyState>
      ) : (
        <ul className="items-edits">
          {edits.data.edits.map((edit) => (
            <li key={edit.id}>
              <div>
                <strong>{changeWords(edit.change)}</strong>
                <div className="ts-quiet-text ts-small">
                  {t('bulk.done', { count: edit.changedCount, formatted: formatNumber(edit.changedCount) })} ·{' '}
                  {edit.authorName} · <span className="ad-nowrap">{formatDateTime(edit.at)}</span>
                </div>
                {edit.refused.length > 0 && (
                  <details className="ts-small">
                    <summary>
                      {t('bulk.refused', { count: edit.refused.length, formatted: formatNumber(edit.refused.length) })}
                    </summary>
                    <ul className="items-refused">
                      {edit.refused.map(({ itemId, code, reason }) => (
                        <li key={itemId}>
                          {code}: {localized(reason)}
                        </li>
                      ))}
                    </ul>
                  </details>
                )}
              </div>
              {edit.undoneAt ? (
                <Badge>{t('bulk.undoneAt', { at: formatDateTime(edit.undoneAt) })}</Badge>
              ) : edit.changedCount > 0 ? (
                <Button
                  size="small"
                  icon={Undo}
                  busy={undo.isPending && undo.variables === edit.id}
                  onClick={() => undo.mutate(edit.id)}
                >
                  {t('undo')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
