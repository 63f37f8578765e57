import { RANKING_CRITERIA, type RankingCriterion } from '@thiso/contracts/vocab'
import { Banner, Button, IconButton, NumberInput } from '@thiso/kit'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { useRankingText } from './use-ranking-text'
import './ranking.css'

interface RankingChainFieldProps {
  label: string
  value: RankingCriterion[]
  onChange: (value: RankingCriterion[]) => void
  hasPrediction: boolean
  problem: string | undefined
  disabled?: boolean
}

/** The order of people, criterion by criterion: moved up and down, left out, added. */
export function RankingChainField(props: RankingChainFieldProps) {
  const { label, value, onChange, hasPrediction, problem, disabled = false } = props
  const t = useRankingText()
  const swap = (from: number, to: number) => {
    const next = [...value]
    const [moved] = next.splice(from, 1)
    if (moved) next.splice(to, 0, moved)
    onChange(next)
  }
  const missing = RANKING_CRITERIA.filter(
    (by) => !value.some((criterion) => criterion.by === by) && (by !== 'prediction-error' || hasPrediction),
  )
  const add = (by: RankingCriterion['by']) => {
    const hasEnd = value.at(-1)?.by === 'draw'
    onChange(by === 'draw' || !hasEnd ? [...value, { by }] : [...value.slice(0, -1), { by }, { by: 'draw' }])
  }
  return (
    <fieldset className="ad-chain-field" disabled={disabled}>
      <legend className="ts-field-label">{label}</legend>
      <ol className="ad-chain">
        {value.map((criterion, index) => {
          const name = t(`by.${criterion.by}`)
          return (
            <li key={criterion.by}>
              <span className="ad-chain-name">{name}</span>
              {(criterion.by === 'time-used' || criterion.by === 'submitted-at') && (
                <span className="ad-chain-step">
                  <span className="ts-quiet-text ts-small" aria-hidden="true">
                    {t('each')}
                  </span>
                  <NumberInput
                    label={t('bucket', { name })}
                    hideLabel
                    suffix={t('seconds')}
                    value={criterion.bucketS ?? 1}
                    onChange={(bucketS) =>
                      onChange(
                        value.map((other, at) =>
                          at === index ? { by: other.by, ...(bucketS && bucketS > 1 ? { bucketS } : {}) } : other,
                        ),
                      )
                    }
                    min={1}
                    max={86_400}
                  />
                </span>
              )}
              <span className="ad-chain-acts">
                <IconButton
                  icon={ArrowUp}
                  label={t('up', { name })}
                  disabled={index === 0}
                  onClick={() => swap(index, index - 1)}
                />
                <IconButton
                  icon={ArrowDown}
                  label={t('down', { name })}
                  disabled={index === value.length - 1}
                  onClick={() => swap(index, index + 1)}
                />
                <IconButton
                  icon={X}
                  label={t('leaveOut', { name })}
                  disabled={value.length === 1}
                  onClick={() => onChange(value.filter((_, at) => at !== index))}
                />
              </span>
            </li>
          )
        })}
      </ol>
      {missing.length > 0 && (
        <div className="ad-presets">
          {missing.map((by) => (
            <Button key={by} size="small" variant="quiet" icon={Plus} onClick={() => add(by)}>
              {t(`by.${by}`)}
            </Button>
          ))}
        </div>
      )}
      {problem && <Banner tone="warn">{problem}</Banner>}
    </fieldset>
  )
}
