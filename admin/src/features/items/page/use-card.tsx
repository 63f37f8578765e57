import { Card, formatDate, formatNumber, Stack } from '@thiso/kit'
import type { Item } from '../../../lib/item-bank/queries'
import { useBankWords } from '../../../lib/item-bank/use-words'
import { useItemsText } from '../hooks/use-items-text'

/** When the item may be drawn, and who has seen it so far. */
export function UseCard({ item }: { item: Item }) {
  const t = useItemsText()
  const words = useBankWords()
  const { validity, exposure } = item
  const from = validity.from && formatDate(validity.from)
  const to = validity.to && formatDate(validity.to)
  return (
    <Card title={t('use.title')}>
      <Stack gap={3}>
        <p>
          {from && to
            ? t('use.between', { from, to })
            : from
              ? t('use.since', { from })
              : to
                ? t('use.until', { to })
                : t('use.always')}
        </p>
        {validity.reasons.length > 0 && (
          <ul className="items-plain-list ts-small">
            {validity.reasons.map(({ reason, name, day }) => (
              <li key={`${reason} ${name} ${day}`}>
                {words(`reasonLong.${reason}`, { name, day: day ? formatDate(day) : '' })}
              </li>
            ))}
          </ul>
        )}
        <dl className="ad-facts">
          <dt>{t('use.rounds')}</dt>
          <dd>{formatNumber(item.useCount)}</dd>
          <dt>{t('use.shown')}</dt>
          <dd>{formatNumber(exposure.shownCount)}</dd>
          <dt>{t('use.practised')}</dt>
          <dd>{formatNumber(exposure.practiceCount)}</dd>
          <dt>{t('use.printed')}</dt>
          <dd>{formatNumber(exposure.printedCount)}</dd>
        </dl>
      </Stack>
    </Card>
  )
}
