import Activity from 'lucide-react/icons/activity'
import AlarmClock from 'lucide-react/icons/alarm-clock'
import BadgeCheck from 'lucide-react/icons/badge-check'
import ChartNoAxes from 'lucide-react/icons/chart-no-axes-column'
import ChartScatter from 'lucide-react/icons/chart-scatter'
import FileSearch from 'lucide-react/icons/file-search'
import FilePen from 'lucide-react/icons/file-pen'
import FlaskConical from 'lucide-react/icons/flask-conical'
import Medal from 'lucide-react/icons/medal'
import MessageSquareText from 'lucide-react/icons/message-square-text'
import ScanSearch from 'lucide-react/icons/scan-search'
import ScrollText from 'lucide-react/icons/scroll-text'
import Users from 'lucide-react/icons/users'
import type { AdminRound } from '../../lib/contest-queries'
import type { PartLink } from '../../lib/part-links'

export const REHEARSAL_ID = 'dien-tap'

export type PartName =
  | 'monitor'
  | 'figures'
  | 'clock'
  | 'credit'
  | 'entrants'
  | 'rehearsal'
  | 'rulebook'
  | 'amend'
  | 'standings'
  | 'results'
  | 'complaints'
  | 'cases'
  | 'winners'
  | 'analysis'
  | 'signals'

const ICONS: Record<PartName, PartLink['icon']> = {
  monitor: Activity,
  figures: Activity,
  clock: AlarmClock,
  credit: AlarmClock,
  entrants: Users,
  rehearsal: FlaskConical,
  rulebook: ScrollText,
  amend: FilePen,
  standings: ChartNoAxes,
  results: BadgeCheck,
  complaints: MessageSquareText,
  cases: FileSearch,
  winners: Medal,
  analysis: ChartScatter,
  signals: ScanSearch,
}

/** The pages of a round that matter in its state, in the order in which they are needed. */
export function partsOf(round: AdminRound): PartName[] {
  const list: PartName[] = round.rules.entry.kind === 'open' ? [] : ['entrants']
  if (round.state === 'closed')
    return [
      'results',
      'analysis',
      'signals',
      'cases',
      'winners',
      'complaints',
      'standings',
      'figures',
      'credit',
      ...list,
    ]
  if (round.state === 'open')
    return ['monitor', 'clock', 'standings', ...list, ...(round.hasAttempts ? (['amend'] as const) : []), 'winners']
  return [...list, 'rehearsal', 'rulebook']
}

export function partLink(part: PartName, round: AdminRound): Pick<PartLink, 'to' | 'icon' | 'elementId'> {
  const pages: Record<PartName, string> = {
    monitor: 'theo-doi',
    figures: 'theo-doi',
    clock: 'dong-ho',
    credit: 'dong-ho',
    entrants: 'danh-sach',
    rehearsal: '',
    rulebook: '',
    amend: 'sua-the-le',
    standings: 'bang',
    results: 'ket-qua',
    complaints: 'phuc-khao',
    cases: 'vu-viec',
    winners: 'giai',
    analysis: 'phan-tich',
    signals: 'dau-hieu',
  }
  const icon = ICONS[part]
  if (part === 'rulebook') return { to: `/cuoc-thi/${round.contestId}/the-le`, icon }
  if (part === 'rehearsal') return { to: `/dot/${round.id}#${REHEARSAL_ID}`, icon, elementId: REHEARSAL_ID }
  return { to: `/dot/${round.id}/${pages[part]}`, icon }
}
