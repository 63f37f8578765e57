import { Card, formatNumber } from '@thiso/kit'
import { useWinnersText } from '../hooks/use-winners-text'
import type { WinnerList } from './use-winner-list'

type Skipped = WinnerList['skipped'][number]

/** Who gets no prize though the points would reach one, table by table, with the reason. */
export function SkippedCard({ skipped }: { skipped: readonly Skipped[] }) {
  const t = useWinnersText()
  const tables = [...new Set(skipped.map(({ table }) => table))].sort((a, b) => (a ?? '').localeCompare(b ?? '', 'vi'))
  return (
    <Card title={t('list.skipped')}>
      {tables.map((table) => (
        <div key={table}>
          {table !== null && <h3>{t('list.tableHead', { table })}</h3>}
          <ul className="winners-list">
            {skipped
              .filter((one) => one.table === table)
              .map((one) => (
                <SkippedPerson key={one.accountId} person={one} />
              ))}
          </ul>
        </div>
      ))}
    </Card>
  )
}

function SkippedPerson({ person: { name, unitName, rank, reasons } }: { person: Skipped }) {
  const t = useWinnersText()
  return (
    <li className="winners-skip">
      <strong>{name}</strong> {rank === null ? t('list.noRank') : t('rank', { rank: formatNumber(rank) })}
      {unitName && `, ${unitName}`}
      <span className="winners-note">
        {reasons
          .map(
            ({ reason, note }) =>
              `${t(`list.reason.${reason}`)}${note && reason !== 'barred' && reason !== 'holds-higher-prize' ? `: ${note}` : ''}`,
          )
          .join('; ')}
      </span>
    </li>
  )
}
