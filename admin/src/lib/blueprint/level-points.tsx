import { COGNITIVE_LEVELS } from '@thiso/contracts/vocab'
import { NumberInput } from '@thiso/kit'
import { useCommon } from '../common'
import type { LevelPoints } from './design'
import { LEAST_POINTS, MOST_POINTS } from './limits'
import { useBlueprintText } from './use-blueprint-text'

interface LevelPointsProps {
  value: LevelPoints
  disabled?: boolean
  onChange: (value: LevelPoints) => void
}

/** What an item of the matrix is worth, by its level. */
export function LevelPointsFields({ value, disabled, onChange }: LevelPointsProps) {
  const t = useBlueprintText()
  const common = useCommon()
  return (
    <fieldset className="ad-level-points">
      <legend>{t('levelPoints')}</legend>
      {COGNITIVE_LEVELS.map((level) => (
        <NumberInput
          key={level}
          label={common(`level.${level}`)}
          value={value[level]}
          min={LEAST_POINTS}
          max={MOST_POINTS}
          decimals={2}
          disabled={disabled}
          onChange={(points) => onChange({ ...value, [level]: points ?? 1 })}
        />
      ))}
    </fieldset>
  )
}
