import { Card, type Column, formatNumber, Stack, Table } from '@thiso/kit'
import { addressOf, type Draw, type Ties } from '../draw'
import { useDrawTexts } from '../texts/use-draw-texts'

type Entry = Ties['entries'][number]
const MEASURES = ['participants', 'rate', 'quality', 'formula'] as const

/** Who is equal to whom, in the order of the list; after the draw in the drawn one. */
export function DrawTies({ draw, ties }: { draw: Draw; ties: Ties }) {
  const t = useDrawTexts()
  const isUnits = draw.kind === 'units'
  const headOf = ({ table, rank }: Entry) => {
    const measure = isUnits && MEASURES.find((by) => by === table)
    if (measure) return t(`ties.by.${measure}`, { rank })
    return table ? t('ties.table', { table, rank }) : t('ties.rank', { rank })
  }
  const columns: Column<Entry>[] = [
    { id: 'n', header: t('ties.n'), numeric: true, wideOnly: true, cell: ({ n }) => formatNumber(n) },
    {
      id: 'code',
      header: t(isUnits ? 'ties.unit' : 'ties.code'),
      rowHeader: true,
      cell: ({ code, name }) => name ?? <code className="draw-code">{code}</code>,
    },
    {
      id: 'order',
      header: t('ties.order'),
      numeric: true,
      cell: ({ order }) => (order === null ? t('ties.waits') : formatNumber(order)),
    },
  ]
  const groups = new Map<string, Entry[]>()
  for (const entry of ties.entries) groups.set(headOf(entry), [...(groups.get(headOf(entry)) ?? []), entry])
  return (
    <Card title={t(isUnits ? 'ties.units' : 'ties.people')}>
      <Stack>
        <p>{t(isUnits ? 'ties.leadUnits' : 'ties.leadPeople')}</p>
        {groups.size === 0 && <p>{t('ties.none')}</p>}
        {[...groups].map(([head, entries]) => (
          <Table
            key={head}
            caption={head}
            dense
            narrow="scroll"
            columns={columns}
            rows={[...entries].sort((a, b) => (a.order ?? a.n) - (b.order ?? b.n))}
            rowKey={({ n }) => `${n}`}
          />
        ))}
        {ties.count > ties.entries.length && (
          <p className="ts-quiet-text">
            {t('ties.more', { shown: formatNumber(ties.entries.length), count: ties.count })}
          </p>
        )}
        <p>
          <a href={`${addressOf(draw)}/list.txt`} download>
            {t('ties.list', { count: draw.listCount ?? 0 })}
          </a>
        </p>
      </Stack>
    </Card>
  )
}
