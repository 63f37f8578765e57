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
  if (validTo && validTo < today()) return <Badge tone="bad">{t('validity.over', { to })}</Badge>
  if (validFrom && validFrom > today()) return <Badge tone="frozen">{t('validity.ahead', { from })}</Badge>
  if (!validFrom && !validTo) return <span className="ts-quiet-text">{t('validity.always')}</span>
  return (
    <span className="ts-number">
      {from && to ? t('validity.both', { from, to }) : from ? t('validity.from', { from }) : t('validity.to', { to })}
    </span>
  )
}
