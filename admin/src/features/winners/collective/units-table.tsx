import { Banner, Button, Card, type Column, EmptyState, formatDateTime, formatNumber, Table } from '@thiso/kit'
import { useState } from 'react'
import { useWinnersText } from '../hooks/use-winners-text'
import { type Collective, percent, type UnitLine } from './collective'
import { PartsDialog } from './parts-dialog'
import { RosterDialog } from './roster-dialog'

interface UnitsTableProps {
  contestId: string
  found: Collective
  onChanged: () => void
}

/** Every unit with its numbers; each opens to its parts. */
export function UnitsTable({ contestId, found, onChanged }: UnitsTableProps) {
  const t = useWinnersText()
  const [opened, setOpened] = useState<UnitLine | null>(null)
  const [confirming, setConfirming] = useState<UnitLine | null>(null)
  const prizeOf = (unitId: string) =>
    found.awards.flatMap(({ prize, unitIds, drawnAmong }) => {
      if (!unitIds.includes(unitId)) return []
      const how = unitIds.length > 1 ? t('units.equal') : drawnAmong.length > 0 ? t('units.drawn') : ''
      return [t('units.prizeNo', { n: prize + 1 }) + (how && ` (${how})`)]
    })
  const columns: Column<UnitLine>[] = [
    {
      id: 'unit',
      header: t('standings.unit'),
      rowHeader: true,
      cell: (unit) => (
        <span>
          {unit.unitName}
          <span className="winners-parent">
            {[...prizeOf(unit.unitId), ...unit.gaps.map((gap) => t(`units.gap.${gap}`))].join('. ')}
          </span>
        </span>
      ),
    },
    {
      id: 'participants',
      header: t('plan.by.participants'),
      numeric: true,
      cell: (unit) => formatNumber(unit.participants),
    },
    {
      id: 'roster',
      header: t('units.roster'),
      numeric: true,
      cell: (unit) => (
        <span>
          {unit.roster === null ? '–' : formatNumber(unit.roster)}
          {unit.isRosterLate && <span className="winners-parent">{t('units.late')}</span>}
        </span>
      ),
    },
    { id: 'rate', header: t('plan.by.rate'), numeric: true, cell: (unit) => percent(unit.measures.rate) },
    { id: 'quality', header: t('plan.by.quality'), numeric: true, cell: (unit) => percent(unit.measures.quality) },
    {
      id: 'formula',
      header: t('plan.by.formula'),
      numeric: true,
      cell: (unit) => formatNumber(Math.round(unit.formula * 100) / 100),
    },
    {
      id: 'acts',
      header: '',
      name: t('units.acts'),
      cell: (unit) => (
        <span className="winners-acts">
          <Button size="small" variant="quiet" onClick={() => setOpened(unit)}>
            {t('units.parts')}
          </Button>
          {!found.isSigned && (
            <Button size="small" variant="quiet" onClick={() => setConfirming(unit)}>
              {t('units.confirmRoster')}
            </Button>
          )}
        </span>
      ),
    },
  ]
  return (
    <Card title={t('units.title')}>
      {found.rosterUntil && (
        <p className="ts-quiet-text">{t('units.rosterUntil', { at: formatDateTime(found.rosterUntil) })}</p>
      )}
      <p className="ts-quiet-text">{t('units.sources')}</p>
      {!found.isFinal && <Banner>{t('units.notFinal')}</Banner>}
      <Table
        caption={t('units.title')}
        hideCaption
        dense
        columns={columns}
        rows={[...found.units].sort(
          (a, b) => b.participants - a.participants || a.unitName.localeCompare(b.unitName, 'vi'),
        )}
        rowKey={(unit) => unit.unitId}
        empty={<EmptyState compact title={t('units.empty')} />}
      />
      {opened && <PartsDialog unit={opened} found={found} onClose={() => setOpened(null)} />}
      {confirming && (
        <RosterDialog
          contestId={contestId}
          unit={confirming}
          isLate={found.rosterUntil !== null && Date.parse(found.rosterUntil) <= Date.now()}
          onClose={() => setConfirming(null)}
          onDone={() => {
            setConfirming(null)
            onChanged()
          }}
        />
      )}
    </Card>
  )
}
