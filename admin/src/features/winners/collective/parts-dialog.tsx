import { COLLECTIVE_MEASURES } from '@thiso/contracts/vocab'
import { Dialog, formatDateTime, formatNumber } from '@thiso/kit'
import { useWinnersText } from '../hooks/use-winners-text'
import { type Collective, percent, type UnitLine } from './collective'

const rounded = (value: number) => formatNumber(Math.round(value * 100) / 100)

/** How each number of a unit came about, so that anybody can work it out again. */
export function PartsDialog({ unit, found, onClose }: { unit: UnitLine; found: Collective; onClose: () => void }) {
  const t = useWinnersText()
  const { plan, meanShare } = found
  const weight = COLLECTIVE_MEASURES.reduce((sum, measure) => sum + plan.weights[measure], 0)
  return (
    <Dialog open onClose={onClose} title={unit.unitName}>
      <dl className="winners-identity">
        <dt>{t('plan.by.participants')}</dt>
        <dd>{formatNumber(unit.participants)}</dd>
        <dt>{t('units.roster')}</dt>
        <dd>
          {unit.roster === null || !unit.rosterConfirmedAt
            ? t('units.gap.no-roster')
            : t('units.rosterBy', {
                size: formatNumber(unit.roster),
                name: unit.rosterConfirmedBy ?? '',
                at: formatDateTime(unit.rosterConfirmedAt),
              })}
        </dd>
        <dt>{t('plan.by.rate')}</dt>
        <dd>
          {unit.measures.rate === null
            ? '–'
            : `${formatNumber(unit.participants)} ÷ ${formatNumber(unit.roster ?? 0)} = ${percent(unit.measures.rate)}`}
        </dd>
        <dt>{t('plan.by.quality')}</dt>
        <dd>
          {unit.measures.quality === null
            ? '–'
            : `(${rounded(unit.shareSum)} + ${rounded(plan.shrinkage)} × ${rounded(meanShare)}) ÷ (${formatNumber(unit.firstAttempts)} + ${rounded(plan.shrinkage)}) = ${percent(unit.measures.quality)}`}
        </dd>
        <dt>{t('plan.by.formula')}</dt>
        <dd>
          {weight === 0
            ? '–'
            : `(${COLLECTIVE_MEASURES.map((measure) => `${rounded(plan.weights[measure])} × ${rounded(unit.normalised[measure] ?? 0)}`).join(' + ')}) ÷ ${rounded(weight)} = ${rounded(unit.formula)}`}
        </dd>
        {unit.sizeClass && (
          <>
            <dt>{t('plan.sizeClass')}</dt>
            <dd>{unit.sizeClass}</dd>
          </>
        )}
      </dl>
      {unit.rosterRecords.length > 0 && (
        <>
          <h3>{t('units.records')}</h3>
          <ul>
            {unit.rosterRecords.map(({ size, confirmedBy, confirmedAt, isLate, reason }) => (
              <li key={confirmedAt}>
                {t('units.record', { size: formatNumber(size), name: confirmedBy, at: formatDateTime(confirmedAt) })}
                {isLate && ` (${[t('units.late'), reason].filter(Boolean).join(': ')})`}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="ts-quiet-text">{t('units.qualityNote')}</p>
    </Dialog>
  )
}
