import { formatDateTime, formatNumber, Table } from '@thiso/kit'
import type { Amendment } from '../amendment-queries'
import { useAmendmentText } from '../use-amendment-text'

/** Before and after, setting by setting. */
export function ChangeTable({ changes }: Pick<Amendment, 'changes'>) {
  const t = useAmendmentText()
  const shown = (value: unknown): string => {
    if (value === null || value === undefined) return t('absent')
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    if (typeof value === 'number') return formatNumber(value)
    if (typeof value === 'string') return /^\d{4}-\d\d-\d\dT/.test(value) ? formatDateTime(value) : value
    if (Array.isArray(value)) return value.map(shown).join('; ') || t('absent')
    return Object.entries(value)
      .map(([key, part]) => `${key}: ${shown(part)}`)
      .join(', ')
  }
  return (
    <Table
      caption={t('caption')}
      hideCaption
      rows={changes}
      rowKey={(change) => change.path}
      dense
      columns={[
        { id: 'path', header: t('setting'), rowHeader: true, cell: (change) => <code>{change.path}</code> },
        { id: 'before', header: t('before'), cell: (change) => shown(change.before) },
        { id: 'after', header: t('after'), cell: (change) => shown(change.after) },
      ]}
    />
  )
}
