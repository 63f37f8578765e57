import { Badge, Banner, Card, DotPath, formatNumber, type Dot, useLocale } from '@thiso/kit'
import Medal from 'lucide-react/icons/medal'
import Trophy from 'lucide-react/icons/trophy'
import { useCommon } from '../../../lib/common'
import { useLocalized } from '../../../lib/localized'
import { useWinnersText } from '../hooks/use-winners-text'
import type { Tier } from '../tiers'
import { WinnerLine } from './winner-line'

/** More dots than this say nothing that the figures beside them do not. */
const MAX_DOTS = 30

export function TierCard({ tier }: { tier: Tier }) {
  const t = useWinnersText()
  const common = useCommon()
  const [locale] = useLocale()
  const localized = useLocalized()
  const name = common(`tier.${tier.tier}`)
  const waiting = tier.contested.reduce((sum, place) => sum + place.people.length, 0)
  const seats = tier.contested.reduce((sum, place) => sum + place.seats, 0)
  const dots: Dot[] = Array.from({ length: tier.count }, (_, index) => ({
    state: index < tier.settled.length ? 'done' : index < tier.settled.length + seats ? 'marked' : 'blank',
  }))
  const values = { tier: name, filled: tier.settled.length, total: tier.count, contested: waiting }
  const Icon = tier.tier === 'first' ? Trophy : Medal
  return (
    <Card
      className={`winners-tier winners-tier-${tier.tier}`}
      title={
        <span className="winners-tier-name">
          <Icon size={24} strokeWidth={1.75} aria-hidden="true" />
          {name}
        </span>
      }
      actions={
        <span className="winners-tier-slots">
          {tier.count > 1 && tier.count <= MAX_DOTS && (
            <DotPath
              dots={dots}
              size="small"
              label={t(waiting > 0 ? 'winners.slotsLabelContested' : 'winners.slotsLabel', values)}
            />
          )}
          <span className="ts-number">
            {t('winners.slots', { filled: formatNumber(tier.settled.length), total: formatNumber(tier.count) })}
          </span>
        </span>
      }
    >
      <p className="ts-quiet-text winners-reward">{localized(tier.reward)}</p>
      <ol className="winners-list">
        {tier.settled.map((winner) => (
          <WinnerLine
            key={winner.standing.accountId}
            standing={winner.standing}
            mark={winner.standing.isTied ? <Badge>{t('winners.tiedMark')}</Badge> : undefined}
          />
        ))}
        {tier.contested.map((place) => (
          <li key={place.rank} className="winners-contested">
            <Banner tone="warn">
              {t('winners.contested', {
                people: formatNumber(place.people.length),
                rank: formatNumber(place.rank),
                tier: locale === 'vi' ? name.toLocaleLowerCase('vi') : name,
                seats: formatNumber(place.seats),
              })}
            </Banner>
            <ol className="winners-list">
              {place.people.map((winner) => (
                <WinnerLine
                  key={winner.standing.accountId}
                  standing={winner.standing}
                  mark={<Badge tone="sun">{t('winners.contestedMark')}</Badge>}
                />
              ))}
            </ol>
          </li>
        ))}
        {tier.openCount > 0 && (
          <li className="winners-open">
            {t('winners.empty', { count: tier.openCount, formatted: formatNumber(tier.openCount) })}
          </li>
        )}
      </ol>
    </Card>
  )
}
