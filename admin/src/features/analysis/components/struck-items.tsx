import { Card, formatNumber, Table } from '@thiso/kit'
import { type AnalysedItem, percent } from '../figures'
import { useAnalysisText } from '../use-analysis-text'
import { ItemName } from './item-name'

interface StruckItemsProps {
  items: readonly AnalysedItem[]
  onOpen: (itemVersionId: string) => void
}

/** Items that a ruling struck out, apart from those that make the figures of the whole. */
export function StruckItems({ items, onOpen }: StruckItemsProps) {
  const t = useAnalysisText()
  return (
    <Card title={t('struck.title')}>
      <p className="ts-quiet-text">{t('struck.lead')}</p>
      <Table
        caption={t('struck.title')}
        hideCaption
        dense
        rows={items}
        rowKey={(item) => item.itemVersionId}
        columns={[
          {
            id: 'item',
            header: t('table.item'),
            rowHeader: true,
            cell: (item) => <ItemName item={item} onOpen={onOpen} />,
          },
          { id: 'facility', header: t('table.facility'), numeric: true, cell: (item) => percent(item.facility) },
          { id: 'index', header: t('table.index'), numeric: true, cell: (item) => percent(item.discriminationIndex) },
          { id: 'served', header: t('table.served'), numeric: true, cell: (item) => formatNumber(item.servedCount) },
        ]}
      />
    </Card>
  )
}
