import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { formatNumber } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useEffect, useId, useState } from 'react'
import { FindingList } from '../../../lib/item-bank/finding-list'
import { isBlankHtml } from '../../../lib/rich/rich-media'
import { useBankWords } from '../../../lib/item-bank/use-words'
import { itemInOf } from '../draft/draft-body'
import { gapsOf } from '../draft/draft-gaps'
import type { Draft, ItemIn } from '../draft/item-draft'
import { useItemsText } from '../hooks/use-items-text'

const PAUSE_MS = 800

/** What the quality check says while one writes; it advises and keeps nobody from saving. */
export function LiveFindings({ draft, itemId }: { draft: Draft; itemId: string | null }) {
  const t = useItemsText()
  const words = useBankWords()
  const titleId = useId()
  const body = useCheckable(draft)
  const check = useQuery({
    queryKey: ['item-check', itemId, body],
    queryFn: ({ signal }) =>
      call('checkItem', { body: { ...(body as ItemIn), ...(itemId ? { itemId } : {}) }, signal }),
    enabled: body !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  })
  const found = body ? check.data : undefined
  return (
    <section className="items-findings" aria-labelledby={titleId}>
      <h2 id={titleId} className="items-side-title">
        {t('findings.title')}
      </h2>
      {!body ? (
        <p className="ts-quiet-text ts-small">{t('findings.waiting')}</p>
      ) : check.error ? (
        <p className="ts-quiet-text ts-small">{t('findings.failed')}</p>
      ) : !found ? (
        <p className="ts-quiet-text ts-small">{t('findings.looking')}</p>
      ) : (
        <>
          {found.findings.length === 0 ? (
            <p className="ts-quiet-text ts-small">{words('lintNone')}</p>
          ) : (
            <FindingList findings={found.findings} />
          )}
          <p className="ts-quiet-text ts-small">
            {t('findings.reading', { count: found.readingSeconds, formatted: formatNumber(found.readingSeconds) })}
          </p>
        </>
      )}
    </section>
  )
}

/** What can be looked at, once the author pauses: a stem in a bank. What is still missing is left out or told by itself. */
function useCheckable(draft: Draft): ItemIn | null {
  const [body, setBody] = useState(() => checkable(draft))
  useEffect(() => {
    const timer = setTimeout(() => setBody(checkable(draft)), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft])
  return body
}

function checkable(draft: Draft): ItemIn | null {
  if (!draft.bankId || isBlankHtml(draft.stem)) return null
  const wrong = new Set(gapsOf(draft).map((gap) => gap.field))
  return itemInOf({
    ...draft,
    topic: draft.topic || 'concepts',
    level: draft.level || 'recall',
    citations: draft.citations.map((one) => (wrong.has(`url:${one.id}`) ? { ...one, url: '' } : one)),
  })
}
