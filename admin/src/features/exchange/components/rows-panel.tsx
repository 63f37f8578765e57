import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  Button,
  Chip,
  EmptyState,
  ErrorState,
  formatNumber,
  notify,
  Pagination,
  Row,
  Skeleton,
  Stack,
} from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import Download from 'lucide-react/icons/download'
import { useEffect, useRef } from 'react'
import { useExchangeWords } from '../../../lib/exchange/use-exchange-words'
import { useProblemText } from '../../../lib/problem'
import { saveFile } from '../../../lib/save-file'
import { type Batch, isOpen, ROWS_AT_ONCE, rowsQuery, type Show, SHOWS } from '../queries'
import { useExchangeText } from '../use-exchange-text'
import { useLocale } from '@thiso/kit'
import { RowCard, type RowEditor } from './row-card'

interface RowsPanelProps {
  batch: Batch
  show: Show
  page: number
  onShow: (show: Show) => void
  onPage: (page: number) => void
  /** The row that is being corrected. */
  editing: number | null
  onEditing: (ordinal: number | null) => void
  Editor: RowEditor
}

/** Every item of the file with its problems, filtered, chosen and corrected. */
export function RowsPanel({ batch, show, page, onShow, onPage, editing, onEditing, Editor }: RowsPanelProps) {
  const t = useExchangeText()
  const words = useExchangeWords()
  const problemText = useProblemText()
  const [locale] = useLocale()
  const client = useQueryClient()
  const top = useRef<HTMLHeadingElement>(null)
  const query = useQuery({ ...rowsQuery(batch.id, show, page), placeholderData: keepPreviousData })
  const choose = useMutation({
    mutationFn: (choice: 'good' | 'good_and_new' | 'none') =>
      call('chooseImportRows', { params: { batchId: batch.id }, body: { choose: choice } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['imports'] }),
    onError: (error) => notify(problemText(error), { tone: 'bad' }),
  })
  const faults = useMutation({
    mutationFn: () => saveFile('importFaults', { batchId: batch.id }, { locale }),
    onError: (error) => notify(words('saveFailed', { reason: problemText(error) }), { tone: 'bad' }),
  })
  const counts: Record<Show, number> = {
    all: batch.rowCount,
    good: batch.goodCount,
    faulty: batch.faultyCount,
    warned: batch.warnedCount,
    duplicate: batch.duplicateCount,
  }
  const total = query.data?.total ?? 0
  const open = isOpen(batch)
  const hasFaults = batch.faultyCount + batch.warnedCount + batch.duplicateCount > 0

  // Another list of rows: the one being corrected is out of sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the filter and the page name the list
  useEffect(() => onEditing(null), [show, page])
  // The last row of a page was corrected away.
  useEffect(() => {
    if (query.data && query.data.rows.length === 0 && page > 1) onPage(1)
  }, [query.data, page, onPage])

  return (
    <Stack>
      <h2 ref={top} tabIndex={-1}>
        {t('rows.heading')}
      </h2>
      <fieldset className="exchange-chips" aria-label={t('rows.filter')}>
        {SHOWS.map((each) => (
          <Chip key={each} pressed={show === each} onPress={() => onShow(each)}>
            {`${t(`rows.show.${each}`)} (${formatNumber(counts[each])})`}
          </Chip>
        ))}
      </fieldset>
      {(open || hasFaults) && (
        <Row justify="space-between" gap={3}>
          {open && (
            <fieldset className="exchange-chips" aria-label={t('rows.quick')}>
              <span className="ts-quiet-text">{t('rows.quick')}:</span>
              <Button size="small" variant="quiet" onClick={() => choose.mutate('good_and_new')}>
                {t('rows.chooseNew')}
              </Button>
              <Button size="small" variant="quiet" onClick={() => choose.mutate('good')}>
                {t('rows.chooseGood')}
              </Button>
              <Button size="small" variant="quiet" onClick={() => choose.mutate('none')}>
                {t('rows.chooseNone')}
              </Button>
            </fieldset>
          )}
          {hasFaults && (
            <Button
              size="small"
              variant="quiet"
              icon={Download}
              busy={faults.isPending}
              onClick={() => faults.mutate()}
            >
              {t('batch.faults')}
            </Button>
          )}
        </Row>
      )}
      {query.error ? (
        <ErrorState onRetry={() => void query.refetch()} busy={query.isFetching}>
          {problemText(query.error)}
        </ErrorState>
      ) : !query.data ? (
        <Skeleton height={420} />
      ) : query.data.rows.length === 0 ? (
        <EmptyState compact title={t(`rows.none.${show}`)} />
      ) : (
        <ul className="exchange-rows" aria-busy={query.isPlaceholderData || undefined}>
          {query.data.rows.map((row) => (
            <RowCard
              key={row.ordinal}
              batchId={batch.id}
              row={row}
              isOpen={open}
              isEditing={editing === row.ordinal}
              onEdit={(isEditing) => onEditing(isEditing ? row.ordinal : null)}
              Editor={Editor}
            />
          ))}
        </ul>
      )}
      {total > ROWS_AT_ONCE && (
        <Pagination
          page={page}
          pageSize={ROWS_AT_ONCE}
          total={total}
          onChange={(next) => {
            onPage(next)
            top.current?.focus()
            top.current?.scrollIntoView()
          }}
        />
      )}
    </Stack>
  )
}
