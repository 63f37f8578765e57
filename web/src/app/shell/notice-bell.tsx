import { useQuery } from '@tanstack/react-query'
import { formatNumber, Icon } from '@thiso/kit'
import Bell from 'lucide-react/icons/bell'
import { Link } from 'react-router'
import { unreadNoticesQuery } from '../../lib/queries'
import { useAppTexts } from '../texts/use-app-texts'

/** Two digits at most: the number is there to be noticed, not to be read. */
const MOST = 99

export function NoticeBell() {
  const t = useAppTexts()
  const { data } = useQuery(unreadNoticesQuery)
  const count = data?.unreadCount ?? 0
  return (
    <Link
      to="/thong-bao"
      className="app-bell"
      aria-label={count === 0 ? t('notices') : t('noticesUnread', { number: formatNumber(count) })}
    >
      <Icon of={Bell} size={22} />
      {count > 0 && (
        <span className="app-bell-count" aria-hidden="true">
          {count > MOST ? `${MOST}+` : count}
        </span>
      )}
    </Link>
  )
}
