import { ITEM_STATES, ROLES, ROUND_STATES } from '@thiso/contracts/vocab'
import { formatDateTime, formatNumber } from '@thiso/kit'
import { useCommon } from '../../../lib/common'
import { FIELDS } from '../acts'
import { useAuditText } from '../hooks/use-audit-text'

const isIn = <T extends string>(words: readonly T[], word: string): word is T => words.some((known) => known === word)

/** From which device a host of a lesson did it. */
const BY = ['host', 'remote'] as const

/** What the log noted besides the act: known names and values in words, anything else as it was written. */
export function DetailList({ detail }: { detail: Record<string, unknown> }) {
  const t = useAuditText()
  const common = useCommon()

  const words = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('nothing')
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    if (typeof value === 'number') return formatNumber(value)
    if (typeof value !== 'string') return JSON.stringify(value, null, 2)
    if (isIn(ROLES, value)) return common(`role.${value}`)
    if (isIn(ITEM_STATES, value)) return common(`itemState.${value}`)
    if (isIn(ROUND_STATES, value)) return common(`roundState.${value}`)
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value)) return formatDateTime(value, true)
    return value
  }

  return (
    <dl className="audit-details">
      {Object.entries(detail).map(([name, value]) => (
        <div key={name}>
          <dt>{isIn(FIELDS, name) ? t(`fields.${name}`) : name}</dt>
          <dd>{name === 'by' && typeof value === 'string' && isIn(BY, value) ? t(`by.${value}`) : words(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
