import { BarList, Button, Card, Stack, formatNumber } from '@thiso/kit'
import { useState } from 'react'
import type { MonitorReading } from '../../../lib/contest-queries'
import { useMonitorText } from '../use-monitor-text'

const FEW = 10

export function UnitBars({ byUnit }: { byUnit: MonitorReading['byUnit'] }) {
  const t = useMonitorText()
  const [isAll, setAll] = useState(false)
  const sorted = [...byUnit].sort(
    (a, b) => b.startedCount - a.startedCount || a.unitName.localeCompare(b.unitName, 'vi'),
  )
  const shown = isAll ? sorted : sorted.slice(0, FEW)
  return (
    <Card title={t('byUnit')}>
      {sorted.length === 0 ? (
        <p className="ts-quiet-text">{t('unitNone')}</p>
      ) : (
        <Stack>
          <BarList
            label={t('byUnit')}
            max={Math.max(1, sorted[0]?.startedCount ?? 1)}
            items={shown.map((unit) => ({
              id: unit.unitId,
              label: unit.unitName,
              value: unit.startedCount,
              text: t('unitText', {
                started: formatNumber(unit.startedCount),
                submitted: formatNumber(unit.submittedCount),
              }),
            }))}
          />
          {sorted.length > FEW && (
            <div>
              <Button variant="quiet" size="small" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
                {isAll ? t('fewUnits') : t('allUnits', { count: formatNumber(sorted.length) })}
              </Button>
            </div>
          )}
        </Stack>
      )}
    </Card>
  )
}
