import type { RoundRules } from '@thiso/contracts/vocab'
import { NumberInput } from '@thiso/kit'
import { useRoundText } from '../../use-round-text'
import { RulePart, type RulePartProps } from './rule-part'

/** What wrong and blank answers cost, and what speed adds. */
export function ScoringRules({ rules, onChange, problemOf, disabled }: RulePartProps) {
  const t = useRoundText()
  const { scoring } = rules
  const change = (part: Partial<RoundRules['scoring']>) => onChange({ scoring: { ...scoring, ...part } })
  const isPlain = scoring.wrongPenalty === 0 && scoring.blankPenalty === 0 && scoring.speedBonus === 0
  return (
    <RulePart
      title={t('detail.scoring.title')}
      now={
        isPlain
          ? t('detail.scoring.plain')
          : [
              scoring.wrongPenalty > 0 && t('detail.scoring.wrongNow', { percent: percentOf(scoring.wrongPenalty) }),
              scoring.blankPenalty > 0 && t('detail.scoring.blankNow', { percent: percentOf(scoring.blankPenalty) }),
              scoring.speedBonus > 0 && t('detail.scoring.bonusNow', { points: scoring.speedBonus }),
            ]
              .filter(Boolean)
              .join(' · ')
      }
      hasProblem={['wrongPenalty', 'blankPenalty', 'speedBonus'].some((name) => problemOf(`scoring.${name}`))}
    >
      <div className="ad-pair">
        {(['wrongPenalty', 'blankPenalty'] as const).map((name) => (
          <NumberInput
            key={name}
            label={t(`detail.scoring.${name}`)}
            hint={t('detail.scoring.penaltyHint')}
            suffix="%"
            value={percentOf(scoring[name])}
            onChange={(percent) => change({ [name]: Math.round(percent ?? 0) / 100 })}
            min={0}
            max={100}
            disabled={disabled}
            error={problemOf(`scoring.${name}`)}
          />
        ))}
      </div>
      <NumberInput
        label={t('detail.scoring.bonus')}
        hint={t('detail.scoring.bonusHint')}
        suffix={t('detail.points')}
        value={scoring.speedBonus}
        onChange={(points) => change({ speedBonus: points ?? 0 })}
        min={0}
        max={100}
        decimals={2}
        disabled={disabled}
        error={problemOf('scoring.speedBonus')}
      />
    </RulePart>
  )
}

const percentOf = (share: number) => Math.round(share * 100)
