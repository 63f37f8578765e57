import { Banner, Button, formatNumber } from '@thiso/kit'
import { useCommon } from '../../../lib/common'
import type { BlueprintCheck } from '../../../lib/contest-queries'
import { cellKey } from '../../../lib/blueprint/counts'
import { useRoundText } from '../use-round-text'
import { cellId } from '../../../lib/blueprint/blueprint-matrix'
import './verdict.css'

/** What the banks lack, a sentence for each cell. */
export function MissingCells({ check, canFix }: { check: BlueprintCheck; canFix?: boolean }) {
  const t = useRoundText()
  const common = useCommon()
  return (
    <Banner
      tone="bad"
      title={t('verdict.missingTotal', { count: check.missingCount, shown: formatNumber(check.missingCount) })}
    >
      <ul className="ad-verdict-list">
        {check.cells
          .filter((cell) => cell.missingCount > 0)
          .map((cell) => {
            const names = { topic: common(`topic.${cell.topic}`), level: common(`level.${cell.level}`) }
            return (
              <li key={cellKey(cell.topic, cell.level)}>
                <span>
                  {t('verdict.missingCell', {
                    ...names,
                    count: formatNumber(cell.missingCount),
                    usable: formatNumber(cell.usableCount),
                    asked: formatNumber(cell.count),
                  })}
                </span>
                {canFix && (
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
