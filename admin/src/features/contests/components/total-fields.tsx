import { type ContestRules, DEFAULT_ROUND_RULES } from '@thiso/contracts/vocab'
import { Checkbox, NumberInput } from '@thiso/kit'
import { RankingChainField } from '../../../lib/ranking/ranking-chain-field'
import { RankingPresets } from '../../../lib/ranking/ranking-presets'
import { useRankingText } from '../../../lib/ranking/use-ranking-text'
import { useContestText } from '../use-contest-text'
import type { TermsPartProps } from './terms-part'

interface TotalFieldsProps extends Omit<TermsPartProps, 'units'> {
  /** Whether a round asks, or may come to ask, for a prediction. */
  canPredict: boolean
}

/** The running total over the rounds: which rounds count, and its own order. */
export function TotalFields({ draft, onChange, problemOf, canPredict }: TotalFieldsProps) {
  const t = useContestText()
  const words = useRankingText()
  const { rules } = draft
  const { total } = rules
  const change = (part: Partial<NonNullable<ContestRules['total']>>) =>
    total && onChange({ rules: { ...rules, total: { ...total, ...part } } })
  return (
    <>
      <Checkbox
        label={t('rules.hasTotal')}
        hint={t('rules.hasTotalHint')}
        checked={total !== null}
        error={problemOf('rules.total')}
        onChange={(hasTotal) =>
          onChange({
            rules: { ...rules, total: hasTotal ? { bestRounds: null, ranking: DEFAULT_ROUND_RULES.ranking } : null },
          })
        }
      />
      {total && (
        <>
          <NumberInput
            label={t('rules.bestRounds')}
            hint={t('rules.bestRoundsHint')}
            value={total.bestRounds}
            min={1}
            max={100}
            error={problemOf('rules.total.bestRounds')}
            onChange={(bestRounds) => change({ bestRounds })}
          />
          <RankingPresets canPredict={canPredict} onTake={(ranking) => change({ ranking })} />
          <RankingChainField
            label={words('chain')}
            value={total.ranking}
            onChange={(ranking) => change({ ranking })}
            hasPrediction={canPredict}
            problem={
              problemOf('rules.total.ranking') ??
              total.ranking.map((_, index) => problemOf(`rules.total.ranking.${index}`)).find(Boolean)
            }
          />
        </>
      )}
    </>
  )
}
