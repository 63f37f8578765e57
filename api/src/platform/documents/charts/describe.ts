import type { BarChartBlock, LinePlotBlock, Locale } from '../document.js'
import { cleanText } from '../set-text.js'
import { formatNumber } from '../words.js'

/** The values of a chart in words, for those who do not see it. */
export function describeChart(chart: BarChartBlock | LinePlotBlock, locale: Locale): string {
  const title = chart.title === undefined ? '' : `${cleanText(chart.title)}. `
  if (chart.kind === 'bar-chart') {
    const unit = chart.unit === undefined ? '' : chart.unit === '%' ? '%' : ` ${chart.unit}`
    const values = chart.bars.map(
      ({ label, value }) => `${cleanText(label)}: ${formatNumber(value, locale, chart.decimals ?? 0)}${unit}`,
    )
    return title + values.join('; ')
  }
  const point = ({ x, y }: { x: number; y: number }) =>
    `${chart.x.ticks?.find(({ at }) => at === x)?.label ?? formatNumber(x, locale, chart.x.decimals ?? 2)}: ${formatNumber(y, locale, chart.y.decimals ?? 2)}`
  return (
    title + chart.series.map(({ name, points }) => `${cleanText(name)} (${points.map(point).join('; ')})`).join('. ')
  )
}
