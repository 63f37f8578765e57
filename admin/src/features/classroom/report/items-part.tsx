import { EmptyState, Pagination, RadioGroup, Stack } from '@thiso/kit'
import { useState } from 'react'
import { hardestOf, inHardness, isTold, mostMisledOf, type Report } from './figures'
import { ItemCard } from './item-card'
import { useReportText } from './use-report-text'

const PAGE_SIZE = 10

/** Every item with what the class made of it. */
export function ItemsPart({ report }: { report: Report }) {
  const t = useReportText()
  const [order, setOrder] = useState<'place' | 'hardness'>('place')
  const [page, setPage] = useState(1)
  if (report.items.length === 0) return <EmptyState compact title={t('items.noneTitle')} />
  const played = report.items.filter((item) => isTold(item) || item.isSkipped)
  const waiting = report.items.filter((item) => !isTold(item) && !item.isSkipped).map(({ place }) => place)
  const items = order === 'place' ? played : inHardness(played)
  const hardest = hardestOf(report.items)
  const misled = mostMisledOf(report.items)
  return (
    <Stack gap={4}>
      {played.length > 1 && (
        <RadioGroup
          label={t('items.order')}
          look="segments"
          options={[
            { value: 'place', label: t('items.byPlace') },
            { value: 'hardness', label: t('items.byHardness') },
          ]}
          value={order}
          onChange={(value) => {
            setOrder(value)
            setPage(1)
          }}
        />
      )}
      <div className="lesson-items">
        {items.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((item) => (
          <ItemCard key={item.place} item={item} isHardest={item === hardest} isMostMisled={item === misled} />
        ))}
      </div>
      {items.length > PAGE_SIZE && (
        <Pagination page={page} pageSize={PAGE_SIZE} total={items.length} onChange={setPage} />
      )}
      {waiting.length > 0 && (
        <p className="ts-quiet-text">
          {t(report.lesson.phase === 'ended' ? 'items.notPlayed' : 'items.notTold', { places: waiting.join(', ') })}
        </p>
      )}
    </Stack>
  )
}
