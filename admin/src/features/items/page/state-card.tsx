import type { ItemAct } from '@thiso/contracts/vocab'
import {
  Banner,
  Button,
  Card,
  ConfirmDialog,
  formatDateTime,
  formatNumber,
  type LucideIcon,
  Stack,
  Textarea,
} from '@thiso/kit'
import Archive from 'lucide-react/icons/archive'
import CircleCheck from 'lucide-react/icons/circle-check'
import CornerUpLeft from 'lucide-react/icons/corner-up-left'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import Send from 'lucide-react/icons/send'
import Undo from 'lucide-react/icons/undo-2'
import { useState } from 'react'
import type { Item } from '../../../lib/item-bank/queries'
import { StateBadge } from '../../../lib/item-bank/state-badge'
import { useBankWords } from '../../../lib/item-bank/use-words'
import { useProblemText } from '../../../lib/problem'
import { useItemsText } from '../hooks/use-items-text'
import { useItemActs } from './use-item-acts'

const ICONS: Record<ItemAct, LucideIcon> = {
  submit: Send,
  withdraw: Undo,
  approve: CircleCheck,
  send_back: CornerUpLeft,
  retire: Archive,
  restore: RotateCcw,
}

/** Where the item stands on its way from draft to retired, and the steps that this person may take. */
export function StateCard({ item }: { item: Item }) {
  const t = useItemsText()
  const words = useBankWords()
  const problemText = useProblemText()
  const { act } = useItemActs(item)
  const [asked, setAsked] = useState<'send_back' | 'retire' | null>(null)
  const [comment, setComment] = useState('')
  const [isChecked, setChecked] = useState(false)
  const needsComment = asked === 'send_back'

  const press = (name: ItemAct) => {
    act.reset()
    if (name !== 'send_back' && name !== 'retire') return act.mutate({ act: name })
    setChecked(false)
    setComment('')
    setAsked(name)
  }
  const confirm = () => {
    setChecked(true)
    if (!asked || (needsComment && !comment.trim())) return
    act.mutate({ act: asked, comment: comment.trim() }, { onSuccess: () => setAsked(null) })
  }
  const [main, ...rest] = [...item.acts].sort((a, b) => Number(isMain(b)) - Number(isMain(a)))

  return (
    <Card title={t('state.title')} actions={<StateBadge state={item.state} />}>
      <Stack gap={3}>
        <p className="ts-quiet-text">{t(`state.${item.state}`)}</p>
        {item.state === 'in_review' && item.isOwnWork && <Banner tone="info">{t('state.secondPerson')}</Banner>}
        <div className="items-acts">
          {main && (
            <Button
              variant={isMain(main) ? 'primary' : 'secondary'}
              icon={ICONS[main]}
              block={isMain(main)}
              busy={act.isPending && act.variables?.act === main}
              onClick={() => press(main)}
            >
              {words(`act.${main}`)}
            </Button>
          )}
          {rest.map((name) => (
            <Button
              key={name}
              icon={ICONS[name]}
              busy={act.isPending && act.variables?.act === name}
              onClick={() => press(name)}
            >
              {words(`act.${name}`)}
            </Button>
          ))}
        </div>
        {act.error && !asked && (
          <Banner tone="bad" live="assertive">
            {problemText(act.error)}
          </Banner>
        )}
        <dl className="ad-facts">
          <dt>{t('state.version')}</dt>
          <dd>{formatNumber(item.version)}</dd>
          {item.authorName && (
            <>
              <dt>{t('state.author')}</dt>
              <dd>{item.authorName}</dd>
            </>
          )}
          <dt>{t('state.updatedAt')}</dt>
          <dd className="ts-number">{formatDateTime(item.updatedAt)}</dd>
        </dl>
      </Stack>
      <ConfirmDialog
        open={asked !== null}
        tone={asked === 'retire' ? 'danger' : 'primary'}
        title={t(asked === 'retire' ? 'acts.retireTitle' : 'acts.sendBackTitle', { code: item.code })}
        confirmLabel={asked ? words(`act.${asked}`) : ''}
        busy={act.isPending}
        error={act.error ? problemText(act.error) : undefined}
        onConfirm={confirm}
        onCancel={() => setAsked(null)}
      >
        <Stack gap={3}>
          <p>{t(asked === 'retire' ? 'acts.retireText' : 'acts.sendBackText')}</p>
          <Textarea
            label={t(asked === 'retire' ? 'acts.why' : 'acts.whatToChange')}
            optional={!needsComment}
            required={needsComment}
            rows={3}
            maxLength={2000}
            data-autofocus
            value={comment}
            onChange={setComment}
            error={isChecked && needsComment && !comment.trim() ? t('acts.missingComment') : undefined}
          />
        </Stack>
      </ConfirmDialog>
    </Card>
  )
}

const isMain = (act: ItemAct) => act === 'submit' || act === 'approve' || act === 'restore'
