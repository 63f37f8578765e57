import { Card, Icon } from '@thiso/kit'
import Award from 'lucide-react/icons/award'
import { useLocalized } from '../../../lib/localized'
import type { PublicContestData } from '../../../lib/shapes'
import { useHomeTexts } from '../texts/use-home-texts'

export function PrizeList({ prizes }: { prizes: PublicContestData['prizes'] }) {
  const t = useHomeTexts()
  const localized = useLocalized()
  if (prizes.length === 0) return null
  return (
    <Card title={t('prizes.title')}>
      <ul className="home-prizes">
        {prizes.map((prize) => (
          <li key={`${prize.tier} ${prize.reward.vi}`} data-tier={prize.tier}>
            <Icon of={Award} size={24} />
            <div>
              <strong>{t(`prizes.${prize.tier}`)}</strong>{' '}
              <span className="ts-quiet-text">({t('prizes.count', { count: prize.count })})</span>
              <div>{localized(prize.reward)}</div>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
