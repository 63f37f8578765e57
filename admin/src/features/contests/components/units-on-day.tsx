import { useQuery } from '@tanstack/react-query'
import { Banner, formatNumber } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useContestText } from '../use-contest-text'

/** How many units contestants will choose from on that day: with none, nobody could sign up. */
export function UnitsOnDay({ day }: { day: string }) {
  const t = useContestText()
  const { data } = useQuery({
    queryKey: ['units', 'on', day],
    queryFn: ({ signal }) => call('units', { query: { asOf: day }, signal }),
    enabled: /^\d{4}-\d{2}-\d{2}$/.test(day),
    staleTime: 60_000,
  })
  if (!data || data.asOf !== day) return null
  if (data.units.length === 0)
    return (
      <Banner tone="warn" live="polite">
        {t('form.noUnits')}
      </Banner>
    )
  return (
    <p className="ts-quiet-text" aria-live="polite">
      {t('form.unitsThatDay', { shown: formatNumber(data.units.length) })}
    </p>
  )
}
