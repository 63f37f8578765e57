import type { ItemState } from '@thiso/contracts/vocab'
import { Button, Card, ConfirmDialog, formatDateTime, formatNumber, Stack } from '@thiso/kit'
import Archive from 'lucide-react/icons/archive'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import { useState } from 'react'
import { useItemsText } from '../hooks/use-items-text'
import type { Item } from '../item-draft'
import { StateBadge } from './state-badge'

interface StateCardProps {
  item: Item | null
  isDirty: boolean
  isBusy: boolean
  error: string | undefined
  onState: (state: ItemState, done: () => void) => void
}

/** Where the item stands on its way from draft to retired, and the step that can be taken next. */
export function StateCard({ item, isDirty, isBusy, error, onState }: StateCardProps) {
  const t = useItemsText()
  const [isRetiring, setIsRetiring] = useState(false)
  if (!item) {
    return (
      <Card title={t('state.title')} actions={<StateBadge state="draft" />}>
        <p className="ts-quiet-text">{t('state.newItem')}</p>
      </Card>
    )
  }
  return (
    <Card title={t('state.title')} actions={<StateBadge state={item.state} />}>
      <Stack gap={3}>
        <p className="ts-quiet-text">{t(`state.${item.state}`)}</p>
        <dl className="items-facts">
          <dt>{t('state.version')}</dt>
          <dd>{formatNumber(item.version)}</dd>
          <dt>{t('state.uses')}</dt>
          <dd>{formatNumber(item.useCount)}</dd>
          <dt>{t('state.updatedAt')}</dt>
          <dd>{formatDateTime(item.updatedAt)}</dd>
        </dl>
        {item.state === 'approved' && (
          <Button icon={Archive} disabled={isDirty} onClick={() => setIsRetiring(true)}>
            {t('state.retire')}
          </Button>
        )}
        {item.state === 'approved' && isDirty && <p className="ts-quiet-text ts-small">{t('state.saveFirst')}</p>}
        {item.state === 'retired' && (
          <Button icon={RotateCcw} disabled={isDirty} busy={isBusy} onClick={() => onState('approved', () => {})}>
            {t('state.reuse')}
          </Button>
        )}
      </Stack>
      <ConfirmDialog
        open={isRetiring}
        tone="danger"
        title={t('state.retireTitle', { code: item.code })}
        confirmLabel={t('state.retire')}
        busy={isBusy}
        error={error}
        onConfirm={() => onState('retired', () => setIsRetiring(false))}
        onCancel={() => setIsRetiring(false)}
      >
        <p>{t('state.retireText')}</p>
      </ConfirmDialog>
    </Card>
  )
}
