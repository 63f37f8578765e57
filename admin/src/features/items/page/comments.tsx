import { Badge, Button, formatDateTime, Stack, Textarea } from '@thiso/kit'
import MessageSquarePlus from 'lucide-react/icons/message-square-plus'
import { type FormEvent, useState } from 'react'
import type { Item } from '../../../lib/item-bank/queries'
import { useBankWords } from '../../../lib/item-bank/use-words'
import { ProblemBanner } from '../../../lib/problem-banner'
import { useItemsText } from '../hooks/use-items-text'
import { useItemActs } from './use-item-acts'

/** What people said of the item, and what they did to it. */
export function Comments({ item }: { item: Item }) {
  const t = useItemsText()
  const words = useBankWords()
  const { comment } = useItemActs(item)
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() && !comment.isPending) comment.mutate(text.trim(), { onSuccess: () => setText('') })
  }
  return (
    <Stack>
      {item.comments.length === 0 ? (
        <p className="ts-quiet-text">{t('comments.none')}</p>
      ) : (
        <ul className="items-comments">
          {item.comments.map((one) => (
            <li key={one.id}>
              <div className="items-comment-head">
                <strong>{one.authorName || t('comments.platform')}</strong>
                {one.act && <Badge>{words(`act.${one.act}`)}</Badge>}
                <span className="ts-quiet-text ts-small">
                  {t('comments.at', { at: formatDateTime(one.at), version: one.version })}
                </span>
              </div>
              {one.text && <p className="items-comment-text">{one.text}</p>}
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={submit} noValidate>
        <Stack gap={3}>
          <Textarea label={t('comments.write')} rows={3} maxLength={2000} value={text} onChange={setText} />
          <ProblemBanner error={comment.error} />
          <div>
            <Button type="submit" icon={MessageSquarePlus} busy={comment.isPending} disabled={!text.trim()}>
              {t('comments.send')}
            </Button>
          </div>
        </Stack>
      </form>
    </Stack>
  )
}
