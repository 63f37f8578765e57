import { formatDate } from '@thiso/kit'
import { today } from '../../../lib/today'
import { useItemsText } from '../hooks/use-items-text'

interface ValidityProps {
  validFrom: string | null
  validTo: string | null
}

/** The item's own days, where it has any. */
export function Validity({ validFrom, validTo }: ValidityProps) {
  const t = useItemsText()
  if (!validFrom && !validTo) return null
  const from = validFrom ? formatDate(validFrom) : ''
  const to = validTo ? formatDate(validTo) : ''
  const word =
    validTo && validTo < today()
      ? 'over'
      : validFrom && validFrom > today()
        ? 'ahead'
        : !from
          ? 'to'
          : to
            ? 'both'
            : 'from'
  return <span className="ts-quiet-text ts-small ts-number">{t(`validity.${word}`, { from, to })}</span>
}
