import { useQuery } from '@tanstack/react-query'
import { Banner, Button, formatDateTime, Row, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import type { Item } from '../../../lib/item-bank/queries'
import { useProblemText } from '../../../lib/problem'
import { useItemsText } from '../hooks/use-items-text'
import { ItemDiff } from '../page/item-diff'

interface ConflictBannerProps {
  /** The item as it was when editing began. */
  base: Item
  isSaving: boolean
  onOverwrite: (storedAt: string) => void
}

/** Somebody else has stored the item meanwhile: what they changed, and what can be done with what stands on this page. */
export function ConflictBanner({ base, isSaving, onOverwrite }: ConflictBannerProps) {
  const t = useItemsText()
  const problemText = useProblemText()
  const theirs = useQuery({
    queryKey: ['item', base.id, 'stored-meanwhile'],
    queryFn: () => call('item', { params: { itemId: base.id } }),
    staleTime: 0,
    gcTime: 0,
  })
  return (
    <Banner tone="warn" live="assertive" title={t('conflict.title')}>
      <Stack gap={3}>
        <p>{t('conflict.text')}</p>
        {theirs.error && <p>{problemText(theirs.error)}</p>}
        {theirs.data && (
          <>
            <p className="ts-small">{t('conflict.theirs', { at: formatDateTime(theirs.data.updatedAt) })}</p>
            <ItemDiff from={base} to={theirs.data} />
            <Row gap={2}>
              <a
                className="ts-button ts-button-secondary"
                href={`/admin/cau-hoi/${base.id}`}
                target="_blank"
                rel="noopener"
              >
                <span>{t('conflict.open')}</span>
              </a>
              <Button variant="danger" busy={isSaving} onClick={() => onOverwrite(theirs.data.updatedAt)}>
                {t('conflict.overwrite')}
              </Button>
            </Row>
          </>
        )}
      </Stack>
    </Banner>
  )
}
