import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ItemState } from '@thiso/contracts/vocab'
import { call } from '@thiso/kit/api/client'
import { bodyOf, type Item, type ItemDraft } from '../item-draft'

/** Saving and changing the state of an item; both leave the fresh item in the cache and the lists to be asked again. */
export function useItemActs(item: Item | null) {
  const client = useQueryClient()
  const store = (stored: Item) => {
    client.setQueryData(['item', stored.id], stored)
    void client.invalidateQueries({ queryKey: ['items'] })
    void client.invalidateQueries({ queryKey: ['banks'] })
  }
  const save = useMutation({
    mutationFn: (draft: ItemDraft) =>
      item
        ? call('updateItem', { params: { itemId: item.id }, body: bodyOf(draft) })
        : call('createItem', { body: bodyOf(draft) }),
    onSuccess: store,
  })
  const setState = useMutation({
    mutationFn: ({ itemId, state }: { itemId: string; state: ItemState }) =>
      call('setItemState', { params: { itemId }, body: { state } }),
    onSuccess: store,
  })
  return { save, setState }
}
