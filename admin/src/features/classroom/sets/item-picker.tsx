import { keepPreviousData, useQuery } from '@tanstack/react-query'
import {
  COGNITIVE_LEVELS,
  type CognitiveLevel,
  ITEM_TYPES,
  type ItemType,
  TOPICS,
  type Topic,
} from '@thiso/contracts/vocab'
import { Button, Dialog, formatNumber, Pagination, SearchInput, Select, Skeleton, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useCommon } from '../../../lib/common'
import { useProblemText } from '../../../lib/problem'
import { useSettled } from '../../../lib/use-settled'
import { FoundItem } from './found-item'
import type { ClassItem } from './set-draft'
import { useSetsText } from './use-sets-text'

const A_PAGE = 10

interface ItemPickerProps {
  title: string
  /** Items that the set has already. */
  chosen: readonly string[]
  /** One item is wanted; the dialog is closed with it. */
  isSingle?: boolean
  onPick: (item: ClassItem) => void
  onClose: () => void
}

/** Items of the banks, found by topic, level, type and words. */
export function ItemPicker({ title, chosen, isSingle = false, onPick, onClose }: ItemPickerProps) {
  const t = useSetsText()
  const common = useCommon()
  const problemText = useProblemText()
  const [typed, setTyped] = useState('')
  const [topic, setTopic] = useState<Topic | 'any'>('any')
  const [level, setLevel] = useState<CognitiveLevel | 'any'>('any')
  const [type, setType] = useState<ItemType | 'any'>('any')
  const [page, setPage] = useState(1)
  const [viewed, setViewed] = useState<string | null>(null)
  const words = useSettled(typed.trim(), 300)
  const query = {
    page,
    size: A_PAGE,
    ...(topic === 'any' ? {} : { topic }),
    ...(level === 'any' ? {} : { level }),
    ...(type === 'any' ? {} : { type }),
    ...(words === '' ? {} : { words }),
  }
  const found = useQuery({
    queryKey: ['class-items', query],
    queryFn: ({ signal }) => call('classItems', { query, signal, timeoutMs: 30_000 }),
    placeholderData: keepPreviousData,
  })
  const narrow = (act: () => void) => {
    act()
    setPage(1)
  }
  const count = chosen.length
  return (
    <Dialog
      open
      size="large"
      title={title}
      onClose={onClose}
      actions={
        <>
          {!isSingle && (
            <p className="sets-picked" role="status">
              {t('picker.count', { count, shown: formatNumber(count) })}
            </p>
          )}
          <Button variant={isSingle ? 'quiet' : 'primary'} onClick={onClose}>
            {isSingle ? common('cancel') : t('picker.done')}
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <p className="ts-quiet-text">{t('picker.lead')}</p>
        <SearchInput
          label={t('picker.words')}
          hideLabel={false}
          data-autofocus
          maxLength={200}
          value={typed}
          onChange={(next) => narrow(() => setTyped(next))}
        />
        <div className="sets-filters">
          <Select<Topic | 'any'>
            label={t('picker.topic')}
            options={[
              { value: 'any', label: t('picker.anyTopic') },
              ...TOPICS.map((value) => ({ value, label: common(`topic.${value}`) })),
            ]}
            value={topic}
            onChange={(next) => narrow(() => setTopic(next))}
          />
          <Select<CognitiveLevel | 'any'>
            label={t('picker.level')}
            options={[
              { value: 'any', label: t('picker.anyLevel') },
              ...COGNITIVE_LEVELS.map((value) => ({ value, label: common(`level.${value}`) })),
            ]}
            value={level}
            onChange={(next) => narrow(() => setLevel(next))}
          />
          <Select<ItemType | 'any'>
            label={t('picker.type')}
            options={[
              { value: 'any', label: t('picker.anyType') },
              ...ITEM_TYPES.map((value) => ({ value, label: t(`type.${value}`) })),
            ]}
            value={type}
            onChange={(next) => narrow(() => setType(next))}
          />
        </div>
        {found.error ? (
          <p className="ts-field-error" role="alert">
            {t('picker.failed', { reason: problemText(found.error) })}
          </p>
        ) : !found.data ? (
          <Skeleton height={320} />
        ) : (
          <>
            <p className="ts-quiet-text" role="status">
              {found.data.total === 0
                ? t('picker.none')
                : t('picker.found', { count: found.data.total, shown: formatNumber(found.data.total) })}
            </p>
            <ul className="sets-found" aria-busy={found.isPlaceholderData || undefined}>
              {found.data.rows.map((item) => (
                <FoundItem
                  key={item.itemId}
                  item={item}
                  isChosen={chosen.includes(item.itemId)}
                  isViewed={viewed === item.itemId}
                  word={t(isSingle ? 'picker.use' : 'picker.add')}
                  onView={() => setViewed(viewed === item.itemId ? null : item.itemId)}
                  onPick={() => onPick(item)}
                />
              ))}
            </ul>
            <Pagination page={page} pageSize={A_PAGE} total={found.data.total} onChange={setPage} />
          </>
        )}
      </Stack>
    </Dialog>
  )
}
