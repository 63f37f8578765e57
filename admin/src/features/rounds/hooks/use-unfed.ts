import { formatNumber } from '@thiso/kit'
import type { BlueprintCheck } from '../../../lib/contest-queries'
import { useRoundText } from '../use-round-text'

/**
 * What the banks cannot give, said at the setting that asks for it: the blueprint that lacks items, the tolerance that papers cannot
 * keep. A draft may be saved so; a round cannot be published.
 */
export function useUnfed(
  check: BlueprintCheck | undefined,
  tolerance: number | null,
): (path: string) => string | undefined {
  const t = useRoundText()
  return (path) => {
    if (path === 'blueprint' && check && check.itemCount > 0 && check.missingCount > 0)
      return t('verdict.unfed', { count: check.missingCount, shown: formatNumber(check.missingCount) })
    if (path === 'drawLimits.dayPools' && check && check.days.unfed.length > 0)
      return t('limits.unfed', { days: check.days.dayPools })
    if (path === 'drawLimits.maxShare' && check && check.days.overCap.length > 0) return t('limits.overCap')
    const papers = check?.papers
    if (path === 'rules.paperTolerance' && tolerance !== null && papers && papers.outsideCount > 0)
      return t('papers.unequalShort', {
        least: formatNumber(papers.leastTolerance ?? 0, { maximumFractionDigits: 2 }),
      })
    return undefined
  }
}
