import { useQuery } from '@tanstack/react-query'
import {
  Badge,
  BarList,
  Button,
  EmptyState,
  ErrorState,
  fold,
  formatNumber,
  matchesAllWords,
  SearchInput,
  Skeleton,
} from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useDeferredValue, useMemo, useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { useBoardTexts } from '../texts/use-board-texts'

const STEP = 30
const SEARCH_FROM = 8

interface UnitsTabProps {
  roundId: string
  myUnitId: string | undefined
  /** Of official results; they come with other figures at once. */
  finalNumber: number | undefined
}

export function UnitsTab({ roundId, myUnitId, finalNumber }: UnitsTabProps) {
  const t = useBoardTexts()
  const sentence = useProblemText()
  const [text, setText] = useState('')
  const [limit, setLimit] = useState(STEP)
  const wanted = useDeferredValue(text)
  const units = useQuery({
    queryKey: ['board-units', roundId, finalNumber],
    queryFn: ({ signal }) => call('boardByUnit', { params: { roundId }, signal }),
    refetchInterval: () => 30_000 + Math.random() * 15_000,
  })
  const all = useMemo(
    () => (units.data?.rows ?? []).map((row, index) => ({ ...row, place: index + 1, folded: fold(row.unitName) })),
    [units.data],
  )

  if (units.isPending) return <Skeleton height={320} />
  if (!units.data) {
    return (
      <ErrorState busy={units.isFetching} onRetry={() => void units.refetch()}>
        {sentence(units.error)}
      </ErrorState>
    )
  }
  if (all.length === 0) return <EmptyState title={t('units.empty')}>{t('emptyText')}</EmptyState>

  const found = all.filter((row) => matchesAllWords(row.folded, wanted))
  const shown = found.slice(0, limit)
  const top = Math.max(0, ...all.map((row) => row.participantCount))
  return (
    <div className="board-units">
      {all.length > SEARCH_FROM && (
        <SearchInput label={t('units.search')} placeholder={t('units.search')} value={text} onChange={setText} />
      )}
      <p className="ts-quiet-text ts-small" role="status">
        {wanted ? t('units.found', { count: formatNumber(found.length) }) : t('units.note')}
      </p>
      {found.length === 0 && <EmptyState compact title={t('units.none')} />}
      {shown.length > 0 && (
        <div className="board-card board-bars">
          <BarList
            label={t('units.list')}
            max={top}
            items={shown.map((row) => ({
              id: row.unitId,
              value: row.participantCount,
              text: t('units.people', { count: formatNumber(row.participantCount) }),
              label: (
                <>
                  <span className="ts-number">{row.place}.</span> {row.unitName}{' '}
                  {row.unitId === myUnitId && <Badge tone="blue">{t('units.yours')}</Badge>}
                  <span className="board-unit-line">
                    {t('units.line', {
                      average: formatNumber(row.averagePoints),
                      best: formatNumber(row.bestPoints),
                    })}
                  </span>
                </>
              ),
            }))}
          />
        </div>
      )}
      {found.length > limit && (
        <Button block onClick={() => setLimit(limit + STEP * 3)}>
          {t('units.more', { count: formatNumber(found.length - limit) })}
        </Button>
      )}
    </div>
  )
}
