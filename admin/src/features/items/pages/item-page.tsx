import { useQuery } from '@tanstack/react-query'
import { COGNITIVE_LEVELS, TOPICS } from '@thiso/contracts/vocab'
import { ErrorState, Page, Skeleton, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useLocation, useParams, useSearchParams } from 'react-router'
import { PageHead } from '../../../lib/page-head'
import { useProblemText } from '../../../lib/problem'
import { useSession } from '../../../lib/session'
import { ItemEditor } from '../components/item-editor'
import { StateBadge } from '../components/state-badge'
import { useItemsText } from '../hooks/use-items-text'
import '../items.css'

export default function ItemPage() {
  const t = useItemsText()
  const problemText = useProblemText()
  const { account, endedAccount } = useSession()
  // The editor stays while the sign-in form stands over it, or what was typed would go.
  const author = account ?? endedAccount
  const { itemId } = useParams()
  const { state, key } = useLocation()
  const [params] = useSearchParams()
  const query = useQuery({
    queryKey: ['item', itemId ?? null],
    // Without the signal: a reading given up half-way is logged all the same, and asking again would log it twice.
    queryFn: () => call('item', { params: { itemId: itemId ?? '' } }),
    enabled: itemId !== undefined,
    // Reading an item shows its key and is logged, so the page does not ask again on its own; the next visit does.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 1_000,
  })
  const item = itemId ? query.data : null
  const listSearch = typeof state?.list === 'string' ? state.list : ''
  const start = {
    bankId: params.get('ngan-hang') ?? '',
    topic: TOPICS.find((topic) => topic === params.get('chu-de')) ?? '',
    level: COGNITIVE_LEVELS.find((level) => level === params.get('muc-do')) ?? '',
  } as const

  const title = item ? t('editor.title', { code: item.code }) : t(itemId ? 'editor.fallbackTitle' : 'editor.newTitle')

  return (
    <Page tabTitle={title} width="wide">
      <PageHead
        title={title}
        up={{ to: `/cau-hoi${listSearch}`, name: t('editor.back') }}
        badge={item && <StateBadge state={item.state} />}
      />
      {item !== undefined && author ? (
        <ItemEditor key={itemId ?? `new-${key}`} accountId={author.id} item={item} start={start} />
      ) : query.error ? (
        <ErrorState onRetry={() => void query.refetch()} busy={query.isFetching}>
          {problemText(query.error)}
        </ErrorState>
      ) : (
        <Stack>
          <Skeleton height={120} />
          <Skeleton height={360} />
        </Stack>
      )}
    </Page>
  )
}
