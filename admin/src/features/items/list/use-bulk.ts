import { useMutation, useQueryClient } from '@tanstack/react-query'
import { formatNumber, notify } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { type BulkEdit, itemsChanged } from '../../../lib/item-bank/queries'
import { useProblemText } from '../../../lib/problem'
import { useItemsText } from '../hooks/use-items-text'
import type { BulkChange } from './bulk-change'

/** Changing many items at once, and taking that back. */
export function useBulk() {
  const t = useItemsText()
  const problemText = useProblemText()
  const client = useQueryClient()
  const settle = () => {
    itemsChanged(client)
    void client.invalidateQueries({ queryKey: ['bulk-edits'] })
    void client.invalidateQueries({ queryKey: ['item'] })
  }
  const undo = useMutation({
    mutationFn: (editId: string) => call('undoBulkEdit', { params: { editId } }),
    onSuccess: (edit: BulkEdit) => {
      settle()
      notify(t('bulk.undone', { count: edit.changedCount, formatted: formatNumber(edit.changedCount) }))
    },
    onError: (error) => notify(problemText(error), { tone: 'bad' }),
  })
  const run = useMutation({
    mutationFn: (body: { itemIds: string[]; change: BulkChange }) => call('bulkEditItems', { body, timeoutMs: 60_000 }),
    onSuccess: settle,
  })
  /** Says that it is done, with the way back. */
  const announce = (edit: BulkEdit) =>
    notify(t('bulk.done', { count: edit.changedCount, formatted: formatNumber(edit.changedCount) }), {
      action: { label: t('undo'), onPress: () => undo.mutate(edit.id) },
      duration: 20_000,
    })
  return { run, undo, announce }
}
