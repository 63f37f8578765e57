import { useQueries } from '@tanstack/react-query'
import { Badge, Banner, Button, Card, ConfirmDialog, formatDate, Icon, Stack, Textarea } from '@thiso/kit'
import ExternalLink from 'lucide-react/icons/external-link'
import ShieldCheck from 'lucide-react/icons/shield-check'
import { useState } from 'react'
import { Link } from 'react-router'
import { documentName } from '../../../lib/item-bank/document-search'
import { type Citation, documentQuery, type Item, type SourceDocument } from '../../../lib/item-bank/queries'
import { useBankWords } from '../../../lib/item-bank/use-words'
import { useProblemText } from '../../../lib/problem'
import { useItemsText } from '../hooks/use-items-text'
import { useItemActs } from './use-item-acts'

/** Where the item comes from, whether that is still in force, and the way to say that it is true all the same. */
export function CitationsCard({ item }: { item: Item }) {
  const t = useItemsText()
  const [confirming, setConfirming] = useState<SourceDocument | null>(null)
  const ids = [...new Set(item.citations.flatMap(({ documentId }) => (documentId ? [documentId] : [])))]
  const documents = useQueries({ queries: ids.map((id) => documentQuery(id)) })
  const byId = new Map(documents.flatMap(({ data }) => (data ? [[data.id, data] as const] : [])))
  return (
    <Card title={t('sources.heading')}>
      {item.citations.length === 0 ? (
        <p className="ts-quiet-text">{t('citations.none')}</p>
      ) : (
        <ul className="items-citations">
          {item.citations.map((citation) => (
            <li key={`${citation.documentId} ${citation.title} ${citation.locator}`}>
              <CitationLine
                citation={citation}
                document={byId.get(citation.documentId ?? '')}
                onConfirm={setConfirming}
              />
            </li>
          ))}
        </ul>
      )}
      {item.facts.length > 0 && (
        <p className="ts-small items-facts-line">
          {t('more.facts')}: {item.facts.join(', ')}
        </p>
      )}
      {confirming && <ConfirmCitation item={item} document={confirming} onClose={() => setConfirming(null)} />}
    </Card>
  )
}

interface CitationLineProps {
  citation: Citation
  document: SourceDocument | undefined
  onConfirm: (document: SourceDocument) => void
}

function CitationLine({ citation, document, onConfirm }: CitationLineProps) {
  const t = useItemsText()
  const words = useBankWords()
  const hasEnded = document !== undefined && !document.isInForce && document.inForceTo !== null
  const name = document ? documentName(document) : citation.title
  const url = citation.url || document?.url || ''
  return (
    <Stack gap={2}>
      <div>
        {citation.documentId ? (
          <Link to={`/van-ban/${citation.documentId}`} lang="vi">
            {name}
          </Link>
        ) : (
          <span lang="vi">{name}</span>
        )}
        {citation.locator && <span lang="vi">, {citation.locator}</span>}
        {/^https?:\/\//i.test(url) && (
          <a href={url} target="_blank" rel="noopener noreferrer" className="items-open-source ad-nowrap">
            {t('citations.open')} <Icon of={ExternalLink} size={14} className="items-inline-icon" />
            <span className="ts-hidden">({t('citations.newTab')})</span>
          </a>
        )}
      </div>
      {citation.documentId && (
        <div>
          <Badge tone={citation.role === 'basis' ? 'blue' : 'neutral'}>{words(`role.${citation.role}`)}</Badge>
        </div>
      )}
      {document && hasEnded && citation.role === 'basis' && (
        <Banner
          tone="warn"
          action={
            <Button size="small" icon={ShieldCheck} onClick={() => onConfirm(document)}>
              {t('citations.confirm')}
            </Button>
          }
        >
          {t('citations.ended', {
            name: document.number || document.title,
            day: formatDate(document.inForceTo ?? ''),
          })}
          {document.replacedByTitle && ` ${t('citations.replaced', { name: document.replacedByTitle })}`}
        </Banner>
      )}
      {hasEnded && citation.role === 'reference' && (
        <p className="ts-quiet-text ts-small">
          {t('citations.endedReference', { day: formatDate(document.inForceTo ?? '') })}
        </p>
      )}
    </Stack>
  )
}

function ConfirmCitation({ item, document, onClose }: { item: Item; document: SourceDocument; onClose: () => void }) {
  const t = useItemsText()
  const problemText = useProblemText()
  const { confirm } = useItemActs(item)
  const [reason, setReason] = useState('')
  const [isChecked, setChecked] = useState(false)
  const hasReason = reason.trim().length >= 3
  const submit = () => {
    setChecked(true)
    if (hasReason) confirm.mutate({ documentId: document.id, reason: reason.trim() }, { onSuccess: onClose })
  }
  return (
    <ConfirmDialog
      open
      title={t('citations.confirmTitle')}
      confirmLabel={t('citations.confirm')}
      busy={confirm.isPending}
      error={confirm.error ? problemText(confirm.error) : undefined}
      onConfirm={submit}
      onCancel={onClose}
    >
      <Stack gap={3}>
        <p>{t('citations.confirmText', { name: documentName(document) })}</p>
        <Textarea
          label={t('citations.reason')}
          hint={t('citations.reasonHint')}
          required
          rows={3}
          maxLength={500}
          data-autofocus
          value={reason}
          onChange={setReason}
          error={isChecked && !hasReason ? t('citations.missingReason') : undefined}
        />
      </Stack>
    </ConfirmDialog>
  )
}
