import { Banner, formatNumber } from '@thiso/kit'
import type { UnitsOn } from '../../../lib/units/use-units-on'
import { useContestText } from '../use-contest-text'

/** How many units contestants will choose from on the contest's day: with none, nobody could sign up. */
export function UnitsOnDay({ units }: { units: UnitsOn }) {
  const t = useContestText()
  if (!units.isKnown) return null
  if (units.nodes.length === 0)
    return (
      <Banner tone="warn" live="polite">
        {t('form.noUnits')}
      </Banner>
    )
  return (
    <p className="ts-quiet-text" aria-live="polite">
      {t('form.unitsThatDay', { shown: formatNumber(units.nodes.length) })}
    </p>
  )
}
