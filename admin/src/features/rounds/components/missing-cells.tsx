import { Banner, Button, formatNumber } from '@thiso/kit'
import { useCommon } from '../../../lib/common'
import type { BlueprintCheck } from '../../../lib/contest-queries'
import { cellKey } from '../../../lib/blueprint/counts'
import { useCellLevel } from '../../../lib/blueprint/use-cell-level'
import { useRoundText } from '../use-round-text'
import { cellId } from '../../../lib/blueprint/blueprint-matrix'
import './verdict.css'

/** What the banks lack, a sentence for each cell. */
export function MissingCells({ check, canFix }: { check: BlueprintCheck; canFix?: boolean }) {
  const t = useRoundText()
  const common = useCommon()
  const nameOf = useCellLevel()
  return (
    <Banner
      tone="bad"
      title={t('verdict.missingTotal', { count: check.missingCount, shown: formatNumber(check.missingCount) })}
    >
      <ul className="ad-verdict-list">
        {check.cells
          .filter((cell) => cell.missingCount > 0)
          .map((cell) => {
            const names = { topic: common(`topic.${cell.topic}`), level: nameOf(cell) }
            return (
              <li key={`${cellKey(cell.topic, cell.level)} ${cell.type} ${cell.points}`}>
                <span>
                  {t('verdict.missingCell', {
                    ...names,
                    count: formatNumber(cell.missingCount),
                    usable: formatNumber(cell.usableCount),
                    asked: formatNumber(cell.count),
                  })}
                </span>
                {canFix && cell.type === null && (
                  <Button
                    variant="quiet"
                    size="small"
                    aria-label={t('verdict.fixCell', names)}
                    onClick={() => document.getElementById(cellId(cellKey(cell.topic, cell.level)))?.focus()}
                  >
                    {t('form.fix')}
                  </Button>
                )}
              </li>
            )
          })}
      </ul>
    </Banner>
  )
}
