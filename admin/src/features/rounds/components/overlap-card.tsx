import { Banner, Card, formatNumber, formatShare, Stack } from '@thiso/kit'
import type { AdminRoundData, BlueprintCheck } from '../../../lib/contest-queries'
import { useRoundText } from '../use-round-text'
import './papers-card.css'

type Overlap = NonNullable<BlueprintCheck['overlap']>
type Drawn = NonNullable<AdminRoundData['drawnOverlap']>

const count = (value: number) => formatNumber(value, { maximumFractionDigits: 1 })
/** Chances below one in a thousand are not rounded to nothing. */
const chance = (value: number) => (value > 0 && value < 0.001 ? `< ${formatShare(0.001, 1)}` : formatShare(value, 1))

/** How much two papers share and what that means: before the round from the blueprint, after it from what was drawn. */
export function OverlapCard({ overlap, drawn }: { overlap: Overlap | null; drawn?: Drawn | null }) {
  const t = useRoundText()
  const told = drawn ?? overlap
  if (!told) return null
  const meanValue = t('overlap.meanValue', {
    mean: count(told.mean),
    all: formatNumber(told.itemCount),
    share: formatShare(told.mean / told.itemCount, 0),
  })
  const facts = drawn
    ? ([
        [t('overlap.papers'), formatNumber(drawn.papers)],
        [t('overlap.drawnMean'), meanValue],
        [
          t('overlap.exposure'),
          t('overlap.exposureValue', {
            least: formatShare(drawn.least, 0),
            most: formatShare(drawn.most, 0),
            never: formatNumber(drawn.neverCount),
            pool: formatNumber(drawn.poolCount),
          }),
        ],
      ] as const)
    : overlap
      ? ([
          [t('overlap.mean'), meanValue],
          [t('overlap.half'), chance(overlap.halfOrMore)],
          [t('overlap.rare'), t('overlap.rareValue', { count: formatNumber(overlap.oneInHundred) })],
        ] as const)
      : []
  return (
    <Card title={t(drawn ? 'overlap.drawnTitle' : 'overlap.title')}>
      <Stack gap={3}>
        <dl className="ad-papers ts-number">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <Banner tone={told.advice === 'pays-and-hides' ? 'warn' : 'info'}>{t(`overlap.advice.${told.advice}`)}</Banner>
        <p className="ts-quiet-text ts-small">{t(`overlap.sight.${told.sight}`)}</p>
      </Stack>
    </Card>
  )
}
