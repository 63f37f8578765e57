import { formatNumber } from '@thiso/kit'
import type { RoundData } from '../../../../lib/shapes'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

/** After the end: how equally hard the papers were that people got. */
export function PapersLine({ papers }: { papers: NonNullable<RoundData['papers']> }) {
  const t = useAttemptTexts()
  if (papers.papers < 2) return null
  const points = (value: number) => formatNumber(value, { maximumFractionDigits: 2 })
  return (
    <p className="ts-quiet-text ts-number">
      {t('round.papers', {
        gap: points(papers.max - papers.min),
        papers: formatNumber(papers.papers),
        mean: points(papers.mean),
      })}
    </p>
  )
}
