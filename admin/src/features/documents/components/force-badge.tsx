import { Badge, formatDate } from '@thiso/kit'
import type { SourceDocument } from '../../../lib/item-bank/queries'
import { useBankWords } from '../../../lib/item-bank/use-words'
import { today } from '../../../lib/today'
import { useDocumentsText } from '../hooks/use-documents-text'

/** Is it in force, and until when. */
export function ForceBadge({ document }: { document: SourceDocument }) {
  const words = useBankWords()
  const { isInForce, inForceFrom } = document
  if (isInForce) return <Badge tone="good">{words('document.inForce')}</Badge>
  if (inForceFrom !== null && inForceFrom > today()) return <Badge tone="frozen">{words('document.ahead')}</Badge>
  return <Badge tone="bad">{words('document.ended')}</Badge>
}

export function ForceDays({ document }: { document: SourceDocument }) {
  const t = useDocumentsText()
  const from = document.inForceFrom ? formatDate(document.inForceFrom) : ''
  const to = document.inForceTo ? formatDate(document.inForceTo) : ''
  if (!from && !to) return null
  return (
    <span className="ts-quiet-text ts-small ts-number">
      {t(from && to ? 'days.both' : from ? 'days.from' : 'days.to', { from, to })}
    </span>
  )
}
