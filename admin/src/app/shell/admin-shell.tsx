import type { RouteName } from '@thiso/contracts/routes'
import { AppShell, Logo, type LucideIcon, NavGroup, NavItem } from '@thiso/kit'
import Building from 'lucide-react/icons/building-2'
import FileQuestion from 'lucide-react/icons/file-question-mark'
import FileSearch from 'lucide-react/icons/file-search'
import FileUp from 'lucide-react/icons/file-up'
import FolderOpen from 'lucide-react/icons/folder-open'
import LayoutDashboard from 'lucide-react/icons/layout-dashboard'
import ListChecks from 'lucide-react/icons/list-checks'
import ListTree from 'lucide-react/icons/list-tree'
import Printer from 'lucide-react/icons/printer'
import Scale from 'lucide-react/icons/scale'
import ScrollText from 'lucide-react/icons/scroll-text'
import Presentation from 'lucide-react/icons/presentation'
import School from 'lucide-react/icons/school'
import Trophy from 'lucide-react/icons/trophy'
import Users from 'lucide-react/icons/users-round'
import { type ReactNode, useEffect } from 'react'
import { Link, useLocation } from 'react-router'
import { mayCall } from '../../lib/access'
import { useCommon } from '../../lib/common'
import { type Account, isStaff } from '../../lib/session'
import { AccountMenu } from './account-menu'
import { Switches } from './switches'
import { useShellText } from './use-shell-text'

interface MenuEntry {
  to: string
  icon: LucideIcon
  word:
    | 'overview'
    | 'contests'
    | 'items'
    | 'imports'
    | 'banks'
    | 'topics'
    | 'documents'
    | 'printedPapers'
    | 'lessons'
    | 'lessonSets'
    | 'schoolClasses'
    | 'cases'
    | 'people'
    | 'units'
    | 'audit'
  /** The route that its page lives on: who may not call it does not see the entry. */
  route: RouteName
  end?: true
  /** Pages of another address that belong to this part. */
  also?: string
}

const first: readonly MenuEntry[] = [
  { to: '/', icon: LayoutDashboard, word: 'overview', route: 'contests', end: true },
  { to: '/cuoc-thi', icon: Trophy, word: 'contests', route: 'contests', also: '/dot/' },
]
const itemBank: readonly MenuEntry[] = [
  { to: '/cau-hoi', icon: FileQuestion, word: 'items', route: 'items' },
  { to: '/nhap-cau-hoi', icon: FileUp, word: 'imports', route: 'imports' },
  { to: '/ngan-hang', icon: FolderOpen, word: 'banks', route: 'banks' },
  { to: '/chu-de', icon: ListTree, word: 'topics', route: 'subtopics' },
  { to: '/van-ban', icon: Scale, word: 'documents', route: 'documents' },
  { to: '/de-in', icon: Printer, word: 'printedPapers', route: 'printedPapers' },
]
const classroom: readonly MenuEntry[] = [
  { to: '/buoi-choi', icon: Presentation, word: 'lessons', route: 'lessons' },
  { to: '/bo-cau-hoi', icon: ListChecks, word: 'lessonSets', route: 'lessonSets' },
  { to: '/lop-hoc', icon: School, word: 'schoolClasses', route: 'schoolClasses' },
]
const rest: readonly MenuEntry[] = [
  { to: '/vu-viec', icon: FileSearch, word: 'cases', route: 'cases' },
  { to: '/nguoi', icon: Users, word: 'people', route: 'people' },
  { to: '/don-vi', icon: Building, word: 'units', route: 'adminUnits' },
  { to: '/nhat-ky', icon: ScrollText, word: 'audit', route: 'auditEntries' },
]

export function AdminShell({ account, children }: { account: Account; children: ReactNode }) {
  const t = useShellText()
  const common = useCommon()
  const { pathname } = useLocation()

  // On a phone the menu is a strip longer than the screen: where one is must be in its visible part.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page, another place in the menu
  useEffect(() => {
    const here = document.querySelector<HTMLElement>('.ts-shell-nav [aria-current="page"]')
    const strip = here?.closest('nav')
    if (here && strip)
      strip.scrollLeft = here.offsetLeft - strip.offsetLeft - (strip.clientWidth - here.offsetWidth) / 2
  }, [pathname])

  const entries = (group: readonly MenuEntry[]) =>
    group
      .filter((entry) => mayCall(account.role, entry.route))
      .map((entry) => (
        <NavItem
          key={entry.to}
          to={entry.to}
          icon={entry.icon}
          end={entry.end ?? false}
          here={entry.also !== undefined && pathname.startsWith(entry.also)}
        >
          {t(entry.word)}
        </NavItem>
      ))

  const forClass = { label: 'classroom', of: classroom } as const
  const forItems = { label: 'itemBank', of: itemBank } as const
  // What one is here for comes first: a teacher for a class, the others for a contest.
  const groups = isStaff(account) ? [forItems, forClass] : [forClass, forItems]

  return (
    <AppShell
      navPlace="side"
      navLabel={t('nav')}
      brand={
        <Link to="/" className="ad-brand">
          <Logo />
          <span className="ad-brand-panel">{isStaff(account) ? common('panel') : common('role.teacher')}</span>
        </Link>
      }
      nav={
        // Until the temporary password is replaced every other page would only send the person back.
        account.mustChangePassword ? undefined : (
          <>
            {entries(first)}
            {groups.map(({ label, of }) => (
              <NavGroup key={label} label={t(label)}>
                {entries(of)}
              </NavGroup>
            ))}
            {entries(rest)}
          </>
        )
      }
      tools={
        <>
          <Switches />
          <AccountMenu account={account} />
        </>
      }
    >
      {children}
    </AppShell>
  )
}
