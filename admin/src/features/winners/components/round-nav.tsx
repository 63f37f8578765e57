import { NavItem } from '@thiso/kit'
import Activity from 'lucide-react/icons/activity'
import CalendarClock from 'lucide-react/icons/calendar-clock'
import ListOrdered from 'lucide-react/icons/list-ordered'
import Trophy from 'lucide-react/icons/trophy'
import { useWinnersText } from '../hooks/use-winners-text'

/** The pages of one round, side by side. */
export function RoundNav({ roundId }: { roundId: string }) {
  const t = useWinnersText()
  const base = `/dot/${roundId}`
  return (
    <nav className="winners-nav" aria-label={t('nav.label')}>
      <NavItem to={base} end icon={CalendarClock}>
        {t('nav.round')}
      </NavItem>
      <NavItem to={`${base}/theo-doi`} icon={Activity}>
        {t('nav.monitor')}
      </NavItem>
      <NavItem to={`${base}/bang`} icon={ListOrdered}>
        {t('nav.standings')}
      </NavItem>
      <NavItem to={`${base}/giai`} icon={Trophy}>
        {t('nav.winners')}
      </NavItem>
    </nav>
  )
}
