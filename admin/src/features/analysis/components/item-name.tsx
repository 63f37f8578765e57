import { plainText } from '@thiso/contracts/vocab'
import { useLocale } from '@thiso/kit'
import type { AnalysedItem } from '../figures'
import { useAnalysisText } from '../use-analysis-text'

interface ItemNameProps {
  item: AnalysedItem
  onOpen: (itemVersionId: string) => void
}

/** An item in a table: its code, which opens its figures, and its first words. */
export function ItemName({ item, onOpen }: ItemNameProps) {
  const t = useAnalysisText()
  const [locale] = useLocale()
  return (
    <>
      <button
        type="button"
        className="analysis-code"
        aria-label={t('table.open', { code: item.code })}
        onClick={() => onOpen(item.itemVersionId)}
      >
        {item.code}
      </button>
      <span className="analysis-stem">{plainText(item.stem[locale] || item.stem.vi)}</span>
    </>
  )
}
