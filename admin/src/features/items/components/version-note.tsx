import { Banner, formatNumber } from '@thiso/kit'
import { useItemsText } from '../hooks/use-items-text'
import type { Item } from '../item-draft'

/** What saving a change will mean for an item that is approved or has been in papers, said before anyone types. */
export function VersionNote({ item }: { item: Item }) {
  const t = useItemsText()
  if (item.useCount > 0) {
    return (
      <Banner tone="warn" title={t('version.usedTitle')}>
        {t('version.used', { count: item.useCount, formatted: formatNumber(item.useCount) })} {t('version.again')}
      </Banner>
    )
  }
  return item.state === 'draft' ? null : <Banner>{t('version.unused')}</Banner>
}
