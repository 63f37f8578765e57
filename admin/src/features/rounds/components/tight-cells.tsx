import { Banner, formatNumber } from '@thiso/kit'
import { useCommon } from '../../../lib/common'
import type { BlueprintCheck } from '../../../lib/contest-queries'
import { cellKey } from '../../../lib/blueprint/counts'
import { useCellLevel } from '../../../lib/blueprint/use-cell-level'
import { useRoundText } from '../use-round-text'
import './verdict.css'

const MOST_TIGHT = 3

/** Cells that draw every item they have: nothing is missing, but every paper holds the same items. */
export function TightCells({ check }: { check: BlueprintCheck }) {
  const t = useRoundText()
  const common = useCommon()
  const nameOf = useCellLevel()
  const tight = check.cells.filter((cell) => cell.count > 0 && cell.count === cell.usableCount)
  if (tight.length === 0) return null
  return (
    <Banner tone="warn" title={t('verdict.tightTitle')}>
      <ul className="ad-verdict-list">
        {tight.slice(0, MOST_TIGHT).map((cell) => (
          <li key={`${cellKey(cell.topic, cell.level)} ${cell.type} ${cell.points}`}>
            {t('verdict.tightCell', {
              topic: common(`topic.${cell.topic}`),
              level: nameOf(cell),
              count: formatNumber(cell.count),
            })}
          </li>
        ))}
        {tight.length > MOST_TIGHT && (
          <li>{t('verdict.tightMore', { count: formatNumber(tight.length - MOST_TIGHT) })}</li>
        )}
      </ul>
    </Banner>
  )
}
