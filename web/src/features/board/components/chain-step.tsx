import { formatDate, formatDuration, formatNumber, formatTime } from '@thiso/kit'
import type { BoardRowData } from '../../../lib/shapes'
import type { ChainStep } from '../hooks/chain'
import { useBoardTexts } from '../texts/use-board-texts'

const ends = { points: 'Points', time: 'Time', submitted: 'Submitted' } as const

interface ChainStepViewProps {
  step: ChainStep
  mine: BoardRowData
  rival: BoardRowData
}

const moment = (iso: string) => `${formatTime(iso, true)}, ${formatDate(iso)}`

export function ChainStepView({ step, mine, rival }: ChainStepViewProps) {
  const t = useBoardTexts()
  const { name, verdict } = step
  const gap = name === 'points' ? formatNumber(step.gap) : formatDuration(Math.max(1000, step.gap))
  const values: Record<ChainStep['name'], [string, string]> = {
    points: [
      t('why.pointsValue', { points: formatNumber(mine.points) }),
      t('why.pointsValue', { points: formatNumber(rival.points) }),
    ],
    time: [formatDuration(mine.timeUsedS * 1000), formatDuration(rival.timeUsedS * 1000)],
    submitted: [moment(mine.submittedAt), moment(rival.submittedAt)],
  }
  const said =
    verdict === 'skipped'
      ? t('why.skipped')
      : verdict === 'equal'
        ? t(name === 'submitted' ? 'why.allEqual' : 'why.equal')
        : t(`why.${verdict}${ends[name]}`, { gap })
  return (
    <li data-verdict={verdict}>
      <h3>{t(`why.${name}`)}</h3>
      <p className="ts-quiet-text ts-small">{t(`why.${name}Rule`)}</p>
      {verdict !== 'skipped' && (
        <dl className="board-chain-values">
          <div>
            <dt>{t('why.you')}</dt>
            <dd>{values[name][0]}</dd>
          </div>
          <div>
            <dt>{t('why.them', { rank: rival.rank })}</dt>
            <dd>{values[name][1]}</dd>
          </div>
        </dl>
      )}
      <p className="board-chain-said">{said}</p>
    </li>
  )
}
