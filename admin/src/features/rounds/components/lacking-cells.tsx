import { Banner, formatNumber } from '@thiso/kit'
import { useCellLevel } from '../../../lib/blueprint/use-cell-level'
import { useCommon } from '../../../lib/common'
import type { BlueprintCheck } from '../../../lib/contest-queries'
import { useRoundText } from '../use-round-text'
import './verdict.css'

/** The blueprint can be fed, but not with the items dealt out to days or kept on so few papers. */
export function LackingCells({ days }: { days: BlueprintCheck['days'] }) {
  const t = useRoundText()
  const common = useCommon()
  const nameOf = useCellLevel()
  const lists = [
    [t('limits.unfed', { days: days.dayPools }), days.unfed],
    [t('limits.overCap'), days.overCap],
  ] as const
  return lists.map(
    ([title, cells]) =>
      cells.length > 0 && (
        <Banner key={title} tone="bad" title={title}>
          <ul className="ad-verdict-list">
            {cells.map((cell) => (
              <li key={`${cell.topic} ${cell.level} ${cell.type} ${cell.points}`}>
                {t('limits.lacking', {
                  topic: common(`topic.${cell.topic}`),
                  level: nameOf(cell),
                  available: formatNumber(cell.availableCount),
                  needed: formatNumber(cell.neededCount),
                })}
              </li>
            ))}
          </ul>
        </Banner>
      ),
  )
}
