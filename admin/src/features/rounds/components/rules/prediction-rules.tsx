import { PREDICTION_PER, PREDICTION_TARGETS, PREDICTION_UNITS, type RoundRules } from '@thiso/contracts/vocab'
import { Checkbox, RadioGroup } from '@thiso/kit'
import { useRoundText } from '../../use-round-text'
import { RulePart, type RulePartProps } from './rule-part'

type Prediction = NonNullable<RoundRules['prediction']>

const USUAL: Prediction = { target: 'perfect', unit: 'people', per: 'person', countsDisqualified: false }

/** The prediction question and what it is compared with. */
export function PredictionRules({ rules, onChange, problemOf, disabled }: RulePartProps) {
  const t = useRoundText()
  const { prediction } = rules
  const change = (part: Partial<Prediction>) => onChange({ prediction: { ...(prediction ?? USUAL), ...part } })
  return (
    <RulePart
      title={t('detail.prediction.title')}
      now={
        prediction
          ? `${t(`detail.prediction.target.${prediction.target}`)} (${t(`detail.prediction.unit.${prediction.unit}`)})`
          : t('detail.prediction.none')
      }
      hasProblem={['', '.target', '.unit', '.per', '.countsDisqualified'].some((name) =>
        problemOf(`prediction${name}`),
      )}
    >
      <Checkbox
        label={t('detail.prediction.ask')}
        hint={t('detail.prediction.askHint')}
        checked={prediction !== null}
        onChange={(isAsked) =>
          onChange(
            isAsked
              ? { prediction: USUAL }
              : { prediction: null, ranking: rules.ranking.filter(({ by }) => by !== 'prediction-error') },
          )
        }
        disabled={disabled}
        error={problemOf('prediction')}
      />
      {prediction && (
        <>
          <RadioGroup
            label={t('detail.prediction.targetLabel')}
            options={PREDICTION_TARGETS.map((value) => ({ value, label: t(`detail.prediction.target.${value}`) }))}
            value={prediction.target}
            onChange={(target) => change({ target })}
            disabled={disabled}
            error={problemOf('prediction.target')}
          />
          <RadioGroup
            look="segments"
            label={t('detail.prediction.unitLabel')}
            options={PREDICTION_UNITS.map((value) => ({ value, label: t(`detail.prediction.unit.${value}`) }))}
            value={prediction.unit}
            onChange={(unit) => change({ unit })}
            disabled={disabled}
            error={problemOf('prediction.unit')}
          />
          <RadioGroup
            look="segments"
            label={t('detail.prediction.perLabel')}
            options={PREDICTION_PER.map((value) => ({ value, label: t(`detail.prediction.per.${value}`) }))}
            value={prediction.per}
            onChange={(per) => change({ per })}
            disabled={disabled}
            error={problemOf('prediction.per')}
          />
          <Checkbox
            label={t('detail.prediction.disqualified')}
            hint={t('detail.prediction.disqualifiedHint')}
            checked={prediction.countsDisqualified}
            onChange={(countsDisqualified) => change({ countsDisqualified })}
            disabled={disabled}
            error={problemOf('prediction.countsDisqualified')}
          />
        </>
      )}
    </RulePart>
  )
}
