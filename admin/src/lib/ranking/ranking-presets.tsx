import { RANKING_PRESETS, type RankingCriterion, type RankingPreset } from '@thiso/contracts/vocab'
import { Button } from '@thiso/kit'
import { useRankingText } from './use-ranking-text'
import './ranking.css'

interface RankingPresetsProps {
  /** Whether an order that goes by a prediction can be taken. */
  canPredict: boolean
  disabled?: boolean
  onTake: (ranking: RankingCriterion[]) => void
}

/** Orders of real contests, taken with one press. */
export function RankingPresets({ canPredict, disabled, onTake }: RankingPresetsProps) {
  const t = useRankingText()
  const presets = (Object.keys(RANKING_PRESETS) as RankingPreset[]).filter(
    (preset) => canPredict || !RANKING_PRESETS[preset].some(({ by }) => by === 'prediction-error'),
  )
  return (
    <div>
      <p className="ts-quiet-text ts-small">{t('presets')}</p>
      <div className="ad-presets">
        {presets.map((preset) => (
          <Button
            key={preset}
            size="small"
            disabled={disabled}
            onClick={() => onTake(RANKING_PRESETS[preset].map((criterion) => ({ ...criterion })))}
          >
            {t(`preset.${preset}`)}
          </Button>
        ))}
      </div>
    </div>
  )
}
