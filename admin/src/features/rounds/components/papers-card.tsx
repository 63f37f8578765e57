import { Banner, Card, formatNumber, formatShare, Stack } from '@thiso/kit'
import type { BlueprintCheck } from '../../../lib/contest-queries'
import { useRoundText } from '../use-round-text'
import './papers-card.css'

interface PapersCardProps {
  papers: NonNullable<BlueprintCheck['papers']>
  /** In points; null: papers are drawn without regard to difficulty. */
  tolerance: number | null
}

const points = (value: number) => formatNumber(value, { maximumFractionDigits: 2 })

/** What the papers would be like, from simulated ones: how equally hard, how much two of them share. */
export function PapersCard({ papers, tolerance }: PapersCardProps) {
  const t = useRoundText()
  const { min, max, target, sd, quantiles, exposure } = papers
  const facts = [
    [t('papers.expected'), t('papers.expectedValue', { mean: points(target), sd: points(sd) })],
    [t('papers.range'), t('papers.rangeValue', { min: points(min), max: points(max), gap: points(max - min) })],
    [t('papers.most'), t('papers.mostValue', { from: points(quantiles.p5), to: points(quantiles.p95) })],
    [
      t('papers.shared'),
      t('papers.sharedValue', {
        shared: formatNumber(papers.sharedMean, { maximumFractionDigits: 1 }),
        all: formatNumber(papers.itemCount),
      }),
    ],
    [
      t('papers.exposure'),
      t('papers.exposureValue', {
        items: formatNumber(exposure.itemCount),
        least: formatShare(exposure.least, 0),
        most: formatShare(exposure.most, 0),
      }),
    ],
  ] as const
  return (
    <Card title={t('papers.title')}>
      <Stack gap={3}>
        <p className="ts-quiet-text ts-small">{t('papers.lead', { papers: formatNumber(papers.papers) })}</p>
        {papers.outsideCount > 0 && (
          <Banner tone="bad">
            {t('papers.unequal', { tolerance: points(tolerance ?? 0), least: points(papers.leastTolerance ?? 0) })}
          </Banner>
        )}
        {tolerance !== null && papers.outsideCount === 0 && (
          <Banner tone="good">{t('papers.equal', { tolerance: points(tolerance) })}</Banner>
        )}
        <dl className="ad-papers ts-number">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Stack>
    </Card>
  )
}
