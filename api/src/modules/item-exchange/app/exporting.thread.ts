import { EXPORT_LOSSES, type ExportLoss, type ItemDraft, type ItemFormat } from '@thiso/contracts/vocab'
import { type Ask, serveThread } from '../../../platform/threads/serve-thread.js'
import { lossesOf, writerOf } from '../infra/format-registry.js'
import type { MediaFile, WrittenFile } from '../infra/formats/format.js'
import { mediaOf } from './check-draft.js'
import { TEMPLATE_ITEMS } from './template-items.js'

export interface ExportOrder {
  task: 'check' | 'write' | 'template'
  format: ItemFormat
  locale: 'vi' | 'en'
}

/** An item on its way out; `hasUnsaid`: the bank knows something of it for which a draft has no place. */
export interface OutgoingItem {
  draft: ItemDraft
  hasUnsaid: boolean
}

export interface ExportCheck {
  itemCount: number
  carriedCount: number
  losses: { loss: ExportLoss; count: number }[]
}

const MEDIA_AT_ONCE = 10

/** A thread of its own for every export: items come part by part, the file goes back whole. */
serveThread<ExportOrder>(async ({ task, format, locale }, ask) => {
  if (task === 'template') {
    const { makeTemplate } = await import('../infra/formats/template.js')
    return handedOver(makeTemplate(locale, TEMPLATE_ITEMS))
  }
  const losses = await lossesOf(format)
  const counts = new Map<ExportLoss, number>()
  const carried: ItemDraft[] = []
  const mediaIds = new Set<string>()
  let itemCount = 0
  for (;;) {
    const part = await ask<OutgoingItem[]>('items')
    if (part.length === 0) break
    itemCount += part.length
    for (const { draft, hasUnsaid } of part) {
      const lost = new Set(losses(draft))
      if (!lost.has('type_not_carried')) {
        carried.push(draft)
        if (hasUnsaid && format !== 'json') lost.add('metadata_lost')
        if (!lost.has('media_lost')) for (const id of mediaOf(draft)) mediaIds.add(id)
      }
      for (const loss of lost) counts.set(loss, (counts.get(loss) ?? 0) + 1)
    }
  }
  if (task === 'check') {
    const told = EXPORT_LOSSES.flatMap((loss) => {
      const count = counts.get(loss)
      return count === undefined ? [] : [{ loss, count }]
    })
    return { result: { itemCount, carriedCount: carried.length, losses: told } satisfies ExportCheck }
  }
  const write = await writerOf(format)
  return handedOver(await write({ items: carried, media: await mediaFrom(ask, [...mediaIds]), locale }))
})

function handedOver(file: WrittenFile) {
  // A copy of its own: what the writer gives may lie within a larger buffer.
  const bytes = Uint8Array.from(file.bytes)
  return { result: { ...file, bytes }, transfer: [bytes.buffer] }
}

async function mediaFrom(ask: Ask, ids: readonly string[]): Promise<Map<string, MediaFile>> {
  const media = new Map<string, MediaFile>()
  for (let from = 0; from < ids.length; from += MEDIA_AT_ONCE) {
    const part = await ask<(MediaFile & { id: string })[]>('media', ids.slice(from, from + MEDIA_AT_ONCE))
    for (const { id, mime, bytes } of part) media.set(id, { mime, bytes })
  }
  return media
}
