import { formatNumber } from '@thiso/kit'
import type { AdminRound } from '../../../lib/contest-queries'
import type { Rehearsal } from '../rehearsal'
import { useRulebookText } from '../use-rulebook-text'

interface RehearsalLimitsProps {
  found: Rehearsal
  rules: AdminRound['rules']
}

/** Which of this round's rules a rehearsal takes more simply than they are, and in which direction it errs. */
export function RehearsalLimits({ found, rules }: RehearsalLimitsProps) {
  const t = useRulebookText()
  const hasClock = rules.itemClockS !== null || found.advice.some(({ kind }) => kind === 'item-clock')
  const lines = [
    hasClock && t('rehearsal.limits.clock'),
    found.manyPartItems > 0 &&
      t('rehearsal.limits.manyPart', { count: found.manyPartItems, shown: formatNumber(found.manyPartItems) }),
    rules.entry.kind === 'qualified' && t('rehearsal.limits.qualified'),
    found.attemptsEach > 1 && t('rehearsal.limits.repeated'),
    rules.prediction !== null && t('rehearsal.limits.prediction'),
  ].filter((line) => line !== false)
  if (lines.length === 0) return null
  return (
    <section className="ts-small">
      <h3>{t('rehearsal.limits.title')}</h3>
      <ul className="rh-limits">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
