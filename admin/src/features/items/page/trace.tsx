import { useQuery } from '@tanstack/react-query'
import { ITEM_STATES } from '@thiso/contracts/vocab'
import { ErrorState, formatDateTime, Skeleton } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useCommon } from '../../../lib/common'
import { useProblemText } from '../../../lib/problem'
import { useItemsText } from '../hooks/use-items-text'
import { isTraceAct } from './trace-acts'

const isState = (word: unknown): word is (typeof ITEM_STATES)[number] => ITEM_STATES.some((state) => state === word)

/** IB-4: who read the key, who changed what. */
export function Trace({ itemId }: { itemId: string }) {
  const t = useItemsText()
  const common = useCommon()
  const problemText = useProblemText()
  const query = useQuery({
    queryKey: ['item-trace', itemId],
    queryFn: ({ signal }) => call('itemTrace', { params: { itemId }, signal }),
  })
  if (query.isPending) return <Skeleton lines={6} />
  if (query.error)
    return (
      <ErrorState compact onRetry={() => void query.refetch()}>
        {problemText(query.error)}
      </ErrorState>
    )

  const more = (detail: Record<string, unknown>) =>
    [
      isState(detail['from']) && isState(detail['to'])
        ? `${common(`itemState.${detail['from']}`)} → ${common(`itemState.${detail['to']}`)}`
        : '',
      typeof detail['version'] === 'number' ? t('trace.version', { version: detail['version'] }) : '',
      typeof detail['reason'] === 'string' ? detail['reason'] : '',
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <ol className="items-trace">
      {query.data.entries.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the log only grows, and two entries may share a moment
        <li key={`${entry.at} ${index}`}>
          <span className="ts-quiet-text ts-number ts-small">{formatDateTime(entry.at, true)}</span>
          <span>
            <strong>{entry.actorName || t('trace.system')}</strong>{' '}
            {isTraceAct(entry.act) ? t(`trace.acts.${entry.act}`) : entry.act}
            {more(entry.detail) && <span className="ts-quiet-text"> · {more(entry.detail)}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
