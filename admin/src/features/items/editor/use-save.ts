import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '@thiso/kit/api/client'
import { type Item, itemsChanged } from '../../../lib/item-bank/queries'
import { itemInOf } from '../draft/draft-body'
import type { Draft } from '../draft/item-draft'

interface Saving {
  draft: Draft
  /** When what was edited was stored last; another time in the store means that somebody else was here. */
  basedOn: string | undefined
}

/** Stores the item and leaves the fresh one in the cache. */
export function useSave(item: Item | null) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ draft, basedOn }: Saving) =>
      item
        ? call('updateItem', {
            params: { itemId: item.id },
            body: { ...itemInOf(draft), ...(basedOn ? { updatedAt: basedOn } : {}) },
          })
        : call('createItem', { body: itemInOf(draft) }),
    onSuccess: (stored) => {
      client.setQueryData(['item', stored.id], stored)
      void client.invalidateQueries({ queryKey: ['item-versions', stored.id] })
      itemsChanged(client)
    },
  })
}
