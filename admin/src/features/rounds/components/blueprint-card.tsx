import { Button, Card, NumberInput, Stack } from '@thiso/kit'
import { useState } from 'react'
import type { BlueprintCheck } from '../../../lib/contest-queries'
import { type Counts, totalOf } from '../round-draft'
import { spread } from '../spread'
import { useRoundText } from '../use-round-text'
import { BlueprintMatrix } from './blueprint-matrix'
import './blueprint-card.css'

interface BlueprintCardProps {
  counts: Counts
  usable: BlueprintCheck['usable'] | undefined
  disabled?: boolean
  error: string | undefined
  onChange: (counts: Counts) => void
}

export function BlueprintCard({ counts, usable, disabled, error, onChange }: BlueprintCardProps) {
  const t = useRoundText()
  const [wanted, setWanted] = useState<number | null>(20)
  const hasItems = usable?.some((cell) => cell.usableCount > 0)
  return (
    <Card title={t('blueprint.title')}>
      <Stack>
        <p className="ts-quiet-text">{t('blueprint.lead')}</p>
        {!disabled && (
          <div className="ad-spread">
            <NumberInput
              label={t('blueprint.spreadTotal')}
              value={wanted}
              onChange={setWanted}
              min={1}
              max={500}
              className="ad-spread-total"
            />
            <Button disabled={!hasItems || !wanted} onClick={() => usable && onChange(spread(wanted ?? 0, usable))}>
              {t('blueprint.spread')}
            </Button>
            <Button variant="quiet" disabled={totalOf(counts) === 0} onClick={() => onChange({})}>
              {t('blueprint.clear')}
            </Button>
            <p className="ts-quiet-text ts-small">{t('blueprint.spreadHint')}</p>
          </div>
        )}
        {error && (
          <p className="ts-field-error" id="blueprint-error" role="alert">
            {error}
          </p>
        )}
        <BlueprintMatrix counts={counts} usable={usable} disabled={disabled} onChange={onChange} />
      </Stack>
    </Card>
  )
}
