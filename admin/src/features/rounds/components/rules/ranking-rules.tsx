import { RANKING_PRESETS, type RankingCriterion, type RankingPreset } from '@thiso/contracts/vocab'
import { Button, NumberInput } from '@thiso/kit'
import { useRoundText } from '../../use-round-text'
import { RankingChainField } from './ranking-chain-field'
import { RulePart, type RulePartProps } from './rule-part'

/** The order of winners, and until when the public board moves. */
export function RankingRules({ rules, onChange, problemOf, disabled }: RulePartProps) {
  const t = useRoundText()
  const problem = problemOf('ranking') ?? rules.ranking.map((_, index) => problemOf(`ranking.${index}`)).find(Boolean)
  const take = (preset: RankingPreset) => {
    const ranking: RankingCriterion[] = RANKING_PRESETS[preset].map((criterion) => ({ ...criterion }))
    const needsPrediction = ranking.some(({ by }) => by === 'prediction-error')
    onChange(
      needsPrediction && !rules.prediction
        ? { ranking, prediction: { target: 'perfect', unit: 'people', per: 'person', countsDisqualified: false } }
        : { ranking },
    )
  }
  return (
    <RulePart
      title={t('detail.ranking.title')}
      now={rules.ranking.map(({ by }) => t(`detail.ranking.by.${by}`)).join(' → ')}
      hasProblem={Boolean(problem ?? problemOf('freezeMinutes'))}
    >
      <p className="ts-quiet-text ts-small">{t('detail.ranking.presets')}</p>
      <div className="ad-presets">
        {(Object.keys(RANKING_PRESETS) as RankingPreset[]).map((preset) => (
          <Button key={preset} size="small" disabled={disabled} onClick={() => take(preset)}>
            {t(`detail.ranking.preset.${preset}`)}
          </Button>
        ))}
      </div>
      <RankingChainField
        label={t('detail.ranking.chain')}
        value={rules.ranking}
        onChange={(ranking) => onChange({ ranking })}
        hasPrediction={rules.prediction !== null}
        problem={problem}
        disabled={disabled}
      />
      <NumberInput
        label={t('detail.ranking.freeze')}
        hint={t('detail.ranking.freezeHint')}
        suffix={t('form.minutes')}
        value={rules.freezeMinutes}
        onChange={(minutes) => onChange({ freezeMinutes: Math.round(minutes ?? 0) })}
        min={0}
        max={10_080}
        disabled={disabled}
        error={problemOf('freezeMinutes')}
      />
    </RulePart>
  )
}
