import { Card } from '@thiso/kit'
import Building from 'lucide-react/icons/building-2'
import FilePen from 'lucide-react/icons/file-pen'
import Hourglass from 'lucide-react/icons/hourglass'
import Medal from 'lucide-react/icons/medal'
import ScrollText from 'lucide-react/icons/scroll-text'
import Users from 'lucide-react/icons/users'
import { useAmendments } from '../../../lib/amendments/amendment-queries'
import type { AdminContest } from '../../../lib/contest-queries'
import { type PartLink, PartLinks } from '../../../lib/part-links'
import { useContestText } from '../use-contest-text'

type PartName = 'rulebook' | 'amendments' | 'entrants' | 'extraTime' | 'total' | 'collective'

const PARTS: Record<PartName, { page: string; icon: PartLink['icon'] }> = {
  rulebook: { page: 'the-le', icon: ScrollText },
  amendments: { page: 'sua-the-le', icon: FilePen },
  entrants: { page: 'danh-sach', icon: Users },
  extraTime: { page: 'them-gio', icon: Hourglass },
  total: { page: 'tong', icon: Medal },
  collective: { page: 'giai/tap-the', icon: Building },
}

/** The pages of a contest beside its rounds; those that its rules leave empty are not there. */
export function ContestParts({ contest }: { contest: AdminContest }) {
  const t = useContestText()
  const waiting = useAmendments(contest.id).data?.amendments.filter(({ state }) => state === 'proposed').length ?? 0
  const { eligibility, total } = contest.rules
  const names: PartName[] = [
    'rulebook',
    'amendments',
    ...(eligibility.invitedOnly ? (['entrants'] as const) : []),
    'extraTime',
    ...(total ? (['total'] as const) : []),
    'collective',
  ]
  return (
    <Card title={t('part.title')}>
      <PartLinks
        label={t('part.title')}
        parts={names.map((part) => ({
          to: `/cuoc-thi/${contest.id}/${PARTS[part].page}`,
          icon: PARTS[part].icon,
          name: t(`part.${part}.name`),
          text: t(`part.${part}.text`),
          waiting: part === 'amendments' && waiting > 0 ? t('part.waiting', { count: waiting }) : undefined,
        }))}
      />
    </Card>
  )
}
