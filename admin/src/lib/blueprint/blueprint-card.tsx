import { Button, Card, NumberInput, Stack } from '@thiso/kit'
import { type ReactNode, useState } from 'react'
import { BlueprintMatrix } from './blueprint-matrix'
import { type Counts, totalOf, type UsableCell } from './counts'
import { spread } from './spread'
import { useBlueprintText } from './use-blueprint-text'
import './blueprint-card.css'

interface BlueprintCardProps {
  counts: Counts
  usable: readonly UsableCell[] | undefined
  disabled?: boolean
  error: string | undefined
  onChange: (counts: Counts) => void
  /** What stands beneath the matrix. */
  children?: ReactNode
}

export function BlueprintCard({ counts, usable, disabled, error, onChange, children }: BlueprintCardProps) {
  const t = useBlueprintText()
  const [wanted, setWanted] = useState<number | null>(20)
  const hasItems = usable?.some((cell) => cell.usableCount > 0)
  return (
    <Card title={t('title')}>
      <Stack>
        <p className="ts-quiet-text">{t('lead')}</p>
        {!disabled && (
          <div className="ad-spread">
            <NumberInput
              label={t('spreadTotal')}
              value={wanted}
              onChange={setWanted}
              min={1}
              max={500}
              className="ad-spread-total"
            />
            <Button disabled={!hasItems || !wanted} onClick={() => usable && onChange(spread(wanted ?? 0, usable))}>
              {t('spread')}
            </Button>
            <Button variant="quiet" disabled={totalOf(counts) === 0} onClick={() => onChange({})}>
              {t('clear')}
            </Button>
            <p className="ts-quiet-text ts-small">{t('spreadHint')}</p>
          </div>
        )}
        {error && (
          <p className="ts-field-error" id="blueprint-error" role="alert">
            {error}
          </p>
        )}
        <BlueprintMatrix counts={counts} usable={usable} disabled={disabled} onChange={onChange} />
        {children}
      </Stack>
    </Card>
  )
}
