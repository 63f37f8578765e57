import { formatNumber, Table } from '@thiso/kit'
import { useCommon } from '../../../lib/common'
import { useRulebookText } from '../use-rulebook-text'
import type { Rehearsal } from '../rehearsal'

/** Where each prize ends, and whether a crowd shares that place. */
export function BorderTable({ borders }: { borders: Rehearsal['borders'] }) {
  const t = useRulebookText()
  const common = useCommon()
  if (borders.length === 0) return <p className="ts-quiet-text">{t('rehearsal.noPrizes')}</p>
  return (
    <>
      <Table
        caption={t('rehearsal.prizesCaption')}
        hideCaption
        dense
        rows={borders}
        rowKey={(_, index) => String(index)}
        columns={[
          {
            id: 'prize',
            header: t('rehearsal.prize'),
            rowHeader: true,
            cell: ({ tier, table }) =>
              table === null ? common(`tier.${tier}`) : t('rehearsal.prizeOf', { tier: common(`tier.${tier}`), table }),
          },
          { id: 'count', header: t('rehearsal.count'), numeric: true, cell: ({ count }) => formatNumber(count) },
          { id: 'place', header: t('rehearsal.place'), numeric: true, cell: ({ place }) => formatNumber(place) },
          {
            id: 'border',
            header: t('rehearsal.border'),
            cell: ({ sharedBy }) =>
              sharedBy > 1
                ? t('rehearsal.borderShared', { count: sharedBy, shown: formatNumber(sharedBy) })
                : t('rehearsal.borderClear'),
          },
        ]}
      />
      {borders.some(({ table }) => table !== null) && (
        <p className="ts-quiet-text ts-small">{t('rehearsal.perTable')}</p>
      )}
    </>
  )
}
