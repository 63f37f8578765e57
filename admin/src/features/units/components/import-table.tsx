import type { ApiOutput } from '@thiso/contracts'
import {
  Badge,
  type BadgeTone,
  type Column,
  EmptyState,
  formatNumber,
  type LucideIcon,
  Table,
  useLocale,
} from '@thiso/kit'
import CircleAlert from 'lucide-react/icons/circle-alert'
import Equal from 'lucide-react/icons/equal'
import Pencil from 'lucide-react/icons/pencil'
import Plus from 'lucide-react/icons/plus'
import { useUnitsText } from '../hooks/use-units-text'

type ImportRow = ApiOutput<'importUnits'>['rows'][number]

const looks: Record<ImportRow['action'], { tone: BadgeTone; icon: LucideIcon }> = {
  create: { tone: 'good', icon: Plus },
  update: { tone: 'blue', icon: Pencil },
  keep: { tone: 'neutral', icon: Equal },
  refuse: { tone: 'bad', icon: CircleAlert },
}

export function ImportTable({ rows }: { rows: ImportRow[] }) {
  const t = useUnitsText()
  const [locale] = useLocale()
  const columns: Column<ImportRow>[] = [
    {
      id: 'line',
      header: t('importing.table.line'),
      numeric: true,
      width: '5rem',
      cell: (row) => formatNumber(row.line),
    },
    {
      id: 'code',
      header: t('importing.table.code'),
      cell: (row) => <span className="units-code units-line">{row.code || '–'}</span>,
    },
    { id: 'name', header: t('importing.table.name'), rowHeader: true, cell: (row) => row.name || '–' },
    {
      id: 'action',
      header: t('importing.table.action'),
      cell: (row) => (
        <Badge {...looks[row.action]} className="units-line">
          {t(`importing.action.${row.action}`)}
        </Badge>
      ),
    },
    {
      id: 'problem',
      header: t('importing.table.problem'),
      cell: (row) => (row.problem ? row.problem[locale] : '–'),
    },
  ]
  return (
    <Table
      caption={t('importing.table.caption')}
      hideCaption
      dense
      columns={columns}
      rows={rows}
      rowKey={(row) => String(row.line)}
      rowTone={(row) => (row.action === 'refuse' ? 'bad' : row.action === 'keep' ? 'muted' : undefined)}
      empty={<EmptyState compact title={t('importing.noneOfThis')} />}
    />
  )
}
