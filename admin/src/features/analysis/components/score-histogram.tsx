import { formatNumber, MiniBars } from '@thiso/kit'
import type { Analysis } from '../figures'
import { useAnalysisText } from '../use-analysis-text'

/** How many papers have which score. */
export function ScoreHistogram({ bins, isWhole }: { bins: Analysis['bins']; isWhole: boolean }) {
  const t = useAnalysisText()
  const data = bins.map(({ from, to, count }) => ({
    label: isWhole ? formatNumber(from) : t('histogram.range', { from: formatNumber(from), to: formatNumber(to) }),
    value: count,
  }))
  const best = data.reduce((top, bin) => (bin.value > top.value ? bin : top), { label: '', value: 0 })
  return (
    <MiniBars
      label={t('histogram.label', { count: formatNumber(best.value), bin: best.label })}
      data={data}
      labelHead={t('histogram.bin')}
      valueHead={t('histogram.count')}
      height={240}
    />
  )
}
