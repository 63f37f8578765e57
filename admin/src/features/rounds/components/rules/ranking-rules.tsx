import type { RankingCriterion } from '@thiso/contracts/vocab'
import { NumberInput } from '@thiso/kit'
import { RankingChainField } from '../../../../lib/ranking/ranking-chain-field'
import { RankingPresets } from '../../../../lib/ranking/ranking-presets'
import { useRankingText } from '../../../../lib/ranking/use-ranking-text'
import { useRoundText } from '../../use-round-text'
import { RulePart, type RulePartProps } from './rule-part'

/** The order of winners, and until when the public board moves. */
export function RankingRules({ rules, onChange, problemOf, disabled }: RulePartProps) {
  const t = useRoundText()
  const words = useRankingText()
  const problem = problemOf('ranking') ?? rules.ranking.map((_, index) => problemOf(`ranking.${index}`)).find(Boolean)
  const take = (ranking: RankingCriterion[]) => {
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
      now={rules.ranking.map(({ by }) => words(`by.${by}`)).join(' → ')}
      hasProblem={Boolean(problem ?? problemOf('freezeMinutes'))}
    >
      <RankingPresets canPredict disabled={disabled} onTake={take} />
      <RankingChainField
        label={words('chain')}
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
