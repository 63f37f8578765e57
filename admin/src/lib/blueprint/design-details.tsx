import { formatNumber } from '@thiso/kit'
import { useState } from 'react'
import { type Design, itemsOf, pointsOf } from './design'
import { ExtraCells, type TypedCell } from './extra-cells'
import { LevelPointsFields } from './level-points'
import { useBlueprintText } from './use-blueprint-text'
import './extra-cells.css'

interface DesignDetailsProps {
  design: Design
  usable: readonly TypedCell[] | undefined
  disabled?: boolean
  onChange: (part: Partial<Design>) => void
}

/** Points and types: folded away unless the blueprint came with some, so that the usual blueprint is the matrix alone. */
export function DesignDetails({ design, usable, disabled, onChange }: DesignDetailsProps) {
  const t = useBlueprintText()
  const [isUsed] = useState(
    () => design.extra.length > 0 || Object.values(design.levelPoints).some((points) => points !== 1),
  )
  return (
    <details className="ad-design" open={isUsed}>
      <summary>
        {t('more')}{' '}
        <span className="ts-quiet-text ts-small ts-number">
          {t('sum', { items: formatNumber(itemsOf(design)), points: formatNumber(pointsOf(design)) })}
        </span>
      </summary>
      <div className="ad-design-parts">
        <LevelPointsFields
          value={design.levelPoints}
          disabled={disabled}
          onChange={(levelPoints) => onChange({ levelPoints })}
        />
        <ExtraCells design={design} usable={usable} disabled={disabled} onChange={(extra) => onChange({ extra })} />
      </div>
    </details>
  )
}
