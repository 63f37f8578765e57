import { keepPreviousData, useQuery } from '@tanstack/react-query'
import {
  Button,
  EmptyState,
  ErrorState,
  formatDate,
  formatNumber,
  Page,
  SearchInput,
  Skeleton,
  Stack,
} from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import FileUp from 'lucide-react/icons/file-up'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { DayPicker } from '../components/day-picker'
import { ImportPanel } from '../components/import-panel'
import { UnitTreeView } from '../components/unit-tree-view'
import { useDays } from '../hooks/use-days'
import { useUnitsAddress } from '../hooks/use-units-address'
import { useUnitsText } from '../hooks/use-units-text'
import '../units.css'

export default function UnitsPage() {
  const t = useUnitsText()
  const problemText = useProblemText()
  const address = useUnitsAddress()
  const { days, start, isPending } = useDays()
  const [isImporting, setIsImporting] = useState(false)
  const asOf = address.day ?? start

  const query = useQuery({
    queryKey: ['adminUnits', asOf],
    queryFn: ({ signal }) => call('adminUnits', { query: { asOf }, signal }),
    enabled: address.day !== null || !isPending,
    placeholderData: keepPreviousData,
  })
  const units = query.data?.units

  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="wide"
      actions={
        !isImporting && (
          <Button variant="primary" icon={FileUp} onClick={() => setIsImporting(true)}>
            {t('import')}
          </Button>
        )
      }
    >
      <Stack gap={5}>
        {isImporting && <ImportPanel onClose={() => setIsImporting(false)} />}
        <div className="units-filters">
          <DayPicker day={asOf} days={days} onChange={address.setDay} />
          <SearchInput
            label={t('search')}
            hideLabel={false}
            placeholder={t('searchHint')}
            value={address.typed}
            onChange={address.setTyped}
            maxLength={100}
          />
        </div>
        {units && units.length > 0 && (
          <p>
            {t('summary', {
              units: formatNumber(units.length),
              people: formatNumber(units.reduce((sum, unit) => sum + unit.personCount, 0)),
              day: formatDate(query.data?.asOf ?? asOf),
            })}
          </p>
        )}
        {query.error ? (
          <ErrorState onRetry={() => void query.refetch()} busy={query.isFetching}>
            {problemText(query.error)}
          </ErrorState>
        ) : !units ? (
          <Skeleton height={420} />
        ) : units.length === 0 ? (
          <EmptyState title={t('asOf.empty', { day: formatDate(asOf) })}>{t('asOf.emptyText')}</EmptyState>
        ) : (
          <UnitTreeView units={units} q={address.q} onClear={address.clear} />
        )}
      </Stack>
    </Page>
  )
}
