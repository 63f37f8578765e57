import type { ApiOutput } from '@thiso/contracts'
import { COLLECTIVE_MEASURES } from '@thiso/contracts/vocab'
import { Card, formatNumber } from '@thiso/kit'
import { useLocalized } from '../../../lib/localized'
import { usePrizeTexts } from '../texts/use-prize-texts'

type Figures = NonNullable<ApiOutput<'publicWinners'>['lists'][number]['figures']>
type UnitLine = Figures['units'][number]

const rounded = (value: number) => formatNumber(Math.round(value * 100) / 100)
/** Of a share from 0 to 1. */
const percent = (share: number) => `${formatNumber(Math.round(share * 1000) / 10)}%`

/** WN-6, WN-7: the numbers of all units as they were published, each open to what it was worked out from. */
export function UnitFigures({ figures }: { figures: Figures }) {
  const t = usePrizeTexts()
  const localized = useLocalized()
  const units = [...figures.units].sort(
    (a, b) => b.participants - a.participants || a.unitName.localeCompare(b.unitName, 'vi'),
  )
  return (
    <Card title={t('units.title')}>
      <p className="ts-quiet-text">
        {t('units.lead')}{' '}
        {figures.sources
          .map(({ roundName, number }) => t('units.source', { round: localized(roundName), number }))
          .join('; ')}
        .
      </p>
      <ul className="prizes-list">
        {units.map((unit) => (
          <li key={unit.unitId}>
            <details className="prizes-parts">
              <summary>
                <strong>{unit.unitName}</strong>
                <span className="prizes-unit">
                  {[
                    t('units.people', { count: unit.participants }),
                    unit.measures.rate !== null && t('units.rateIs', { rate: percent(unit.measures.rate) }),
                    unit.measures.quality !== null && t('units.qualityIs', { quality: percent(unit.measures.quality) }),
                    unit.isRosterLate && t('units.late'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </summary>
              <Parts unit={unit} figures={figures} />
            </details>
          </li>
        ))}
      </ul>
      <p className="ts-quiet-text ts-small">{t('units.note')}</p>
    </Card>
  )
}

function Parts({ unit, figures: { plan, meanShare } }: { unit: UnitLine; figures: Figures }) {
  const t = usePrizeTexts()
  const { roster, measures } = unit
  const weight = COLLECTIVE_MEASURES.reduce((sum, measure) => sum + plan.weights[measure], 0)
  const k = rounded(plan.shrinkage)
  const weighted = COLLECTIVE_MEASURES.map(
    (measure) => `${rounded(plan.weights[measure])} × ${rounded(unit.normalised[measure] ?? 0)}`,
  )
  return (
    <dl className="prizes-facts">
      <dt>{t('units.number')}</dt>
      <dd>{formatNumber(unit.participants)}</dd>
      <dt>{t('units.roster')}</dt>
      <dd>
        {roster === null ? t('units.noRoster') : formatNumber(roster)}
        {unit.isRosterLate && ` (${t('units.late')})`}
      </dd>
      <dt>{t('units.rate')}</dt>
      <dd>
        {measures.rate === null || roster === null
          ? '–'
          : `${formatNumber(unit.participants)} ÷ ${formatNumber(roster)} = ${percent(measures.rate)}`}
      </dd>
      <dt>{t('units.quality')}</dt>
      <dd>
        {measures.quality === null
          ? '–'
          : `(${rounded(unit.shareSum)} + ${k} × ${rounded(meanShare)}) ÷ (${formatNumber(unit.firstAttempts)} + ${k}) = ${percent(measures.quality)}`}
      </dd>
      {plan.prizes.some(({ by }) => by === 'formula') && weight > 0 && (
        <>
          <dt>{t('units.formula')}</dt>
          <dd>{`(${weighted.join(' + ')}) ÷ ${rounded(weight)} = ${rounded(unit.formula)}`}</dd>
        </>
      )}
      {unit.sizeClass && (
        <>
          <dt>{t('units.sizeClass')}</dt>
          <dd>{unit.sizeClass}</dd>
        </>
      )}
    </dl>
  )
}
