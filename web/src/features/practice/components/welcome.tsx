import { Card, Icon, LinkButton } from '@thiso/kit'
import CalendarClock from 'lucide-react/icons/calendar-clock'
import Lightbulb from 'lucide-react/icons/lightbulb'
import ShieldCheck from 'lucide-react/icons/shield-check'
import { signInPath } from '../../../lib/session'
import { usePracticeTexts } from '../texts/use-practice-texts'

const points = [
  ['one', Lightbulb],
  ['two', CalendarClock],
  ['three', ShieldCheck],
] as const

/** For visitors: what practising is, and the door. */
export function Welcome() {
  const t = usePracticeTexts()
  return (
    <Card title={t('welcome.title')} tone="raised">
      <ul className="pr-points">
        {points.map(([name, icon]) => (
          <li key={name}>
            <Icon of={icon} size={22} />
            <span>{t(`welcome.${name}`)}</span>
          </li>
        ))}
      </ul>
      <p className="pr-now-text">{t('welcome.needAccount')}</p>
      <LinkButton variant="primary" size="large" block to={signInPath('/luyen-tap')}>
        {t('welcome.signIn')}
      </LinkButton>
      <LinkButton variant="quiet" block to="/dang-ky?tiep=/luyen-tap">
        {t('welcome.signUp')}
      </LinkButton>
    </Card>
  )
}
