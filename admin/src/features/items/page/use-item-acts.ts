import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ItemAct } from '@thiso/contracts/vocab'
import { notify } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useCommon } from '../../../lib/common'
import { type Item, itemsChanged } from '../../../lib/item-bank/queries'
import { useItemsText } from '../hooks/use-items-text'

/** What can be done to a stored item; each leaves the fresh one in the cache. */
export function useItemActs(item: Item) {
  const t = useItemsText()
  const common = useCommon()
  const client = useQueryClient()
  const params = { itemId: item.id }
  const store = (stored: Item) => {
    client.setQueryData(['item', stored.id], stored)
    void client.invalidateQueries({ queryKey: ['item-trace', stored.id] })
    itemsChanged(client)
  }
  const act = useMutation({
    mutationFn: ({ act, comment = '' }: { act: ItemAct; comment?: string }) =>
      call('actOnItem', { params, body: { act, comment, updatedAt: item.updatedAt } }),
    // Somebody has changed it: what is there now comes onto the screen before anything is decided.
    onError: () => client.invalidateQueries({ queryKey: ['item', item.id] }),
    onSuccess: (stored) => {
      store(stored)
      notify(t('acts.done', { code: stored.code, state: common(`itemState.${stored.state}`) }))
    },
  })
  const comment = useMutation({
    mutationFn: (text: string) => call('commentItem', { params, body: { text } }),
    onSuccess: store,
  })
  const confirm = useMutation({
    mutationFn: (body: { documentId: string; reason: string }) => call('confirmCitation', { params, body }),
    onSuccess: (stored) => {
      store(stored)
      notify(t('citations.confirmed'))
    },
  })
  return { act, comment, confirm }
}
