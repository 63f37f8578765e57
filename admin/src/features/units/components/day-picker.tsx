import { Chip, DateInput, formatDate } from '@thiso/kit'
import type { NamedDay } from '../hooks/use-days'
import { useUnitsText } from '../hooks/use-units-text'

interface DayPickerProps {
  day: string
  days: NamedDay[]
  onChange: (day: string) => void
}

export function DayPicker({ day, days, onChange }: DayPickerProps) {
  const t = useUnitsText()
  return (
    <div className="units-day">
      {/* A half-written date is not a day to look at; the tree waits until it is whole. */}
      <DateInput label={t('asOf.label')} value={day} onChange={(value) => value && onChange(value)} />
      <fieldset className="units-days" aria-label={t('asOf.legend')}>
        {days.map((named) => (
          <Chip key={named.day} pressed={named.day === day} onPress={() => onChange(named.day)}>
            {named.contest ? t('asOf.contest', { title: named.contest, day: formatDate(named.day) }) : t('asOf.today')}
          </Chip>
        ))}
      </fieldset>
    </div>
  )
}
