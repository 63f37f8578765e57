import type { PlaceStep, RankingCriterionName } from '@thiso/contracts/vocab'
import { formatDate, formatDuration, formatNumber, formatTime } from '@thiso/kit'
import { gapOf } from '../hooks/chain'
import { useBoardTexts } from '../texts/use-board-texts'

interface ChainStepViewProps {
  step: PlaceStep
  /** How the two are called. */
  names: [mine: string, other: string]
}

const moment = (ms: number) => `${formatTime(ms, true)}, ${formatDate(ms)}`

export function ChainStepView({ step, names }: ChainStepViewProps) {
  const t = useBoardTexts()
  const { criterion, verdict } = step
  const { by, bucketS = 1 } = criterion
  const valueText = (value: number | null) => {
    if (value === null) return t('why.value.none')
    if (by === 'time-used') return formatDuration(value * 1000)
    if (by === 'submitted-at') return moment(value)
    return t(`why.value.${by}`, { value: formatNumber(value) })
  }
  const gap = gapOf(step)
  const gapText = (of: RankingCriterionName, value: number) => {
    if (of === 'time-used') return formatDuration(value * 1000)
    if (of === 'submitted-at') return formatDuration(Math.max(1000, value))
    return t(`why.value.${of}`, { value: formatNumber(value) })
  }
  const said =
    verdict === 'equal' || verdict === 'skipped'
      ? t('why.equal')
      : step.mine === null || step.other === null
        ? t(verdict === 'ahead' ? 'why.aheadNone' : 'why.behindNone')
        : gap === null
          ? t(verdict === 'ahead' ? 'why.aheadBucket' : 'why.behindBucket')
          : t(`why.${verdict}.${by}`, { gap: gapText(by, gap) })
  return (
    <li data-verdict={verdict}>
      <h4>{t(`why.name.${by}`)}</h4>
      <p className="ts-quiet-text ts-small">
        {t(`why.rules.${by}`)} {bucketS > 1 && t('why.bucket', { bucket: formatDuration(bucketS * 1000) })}
      </p>
      <dl className="board-chain-values">
        <div>
          <dt>{names[0]}</dt>
          <dd>{valueText(step.mine)}</dd>
        </div>
        <div>
          <dt>{names[1]}</dt>
          <dd>{valueText(step.other)}</dd>
        </div>
      </dl>
      <p className="board-chain-said">{said}</p>
    </li>
  )
}
