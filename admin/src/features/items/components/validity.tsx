import { Badge, formatDate } from '@thiso/kit'
import { useItemsText } from '../hooks/use-items-text'
import { today } from '../today'

interface ValidityProps {
  validFrom: string | null
  validTo: string | null
}

export function Validity({ validFrom, validTo }: ValidityProps) {
  const t = useItemsText()
  const from = validFrom ? formatDate(validFrom) : ''
  const to = validTo ? formatDate(validTo) : ''
  if (validTo && validTo < today())
    return (
      <Badge tone="bad" className="items-line">
        {t('validity.over', { to })}
      </Badge>
    )
  if (validFrom && validFrom > today())
    return (
      <Badge tone="frozen" className="items-line">
        {t('validity.ahead', { from })}
      </Badge>
    )
  if (!validFrom && !validTo) {
    return (
      <span className="ts-quiet-text">
        <span aria-hidden="true">–</span>
        <span className="ts-hidden">{t('validity.always')}</span>
      </span>
    )
  }
  return (
    <span className="items-line ts-number">
      {from && to ? t('validity.both', { from, to }) : from ? t('validity.from', { from }) : t('validity.to', { to })}
    </span>
  )
}
