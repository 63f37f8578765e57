import { useQuery } from '@tanstack/react-query'
import { Page } from '@thiso/kit'
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router'
import { useBanks } from '../../../lib/contest-queries'
import { filterOf } from '../../../lib/item-bank/item-filter'
import { itemQuery } from '../../../lib/item-bank/queries'
import { StateBadge } from '../../../lib/item-bank/state-badge'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { useSession } from '../../../lib/session'
import type { Start } from '../draft/item-draft'
import { ItemEditor } from '../editor/item-editor'
import { useItemsText } from '../hooks/use-items-text'
import '../items.css'

export default function ItemEditPage() {
  const t = useItemsText()
  const { account, endedAccount } = useSession()
  // The editor stays while the sign-in form stands over it, or what was typed would go.
  const author = account ?? endedAccount
  const { itemId } = useParams()
  const { state, key, search } = useLocation()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const query = useQuery({ ...itemQuery(itemId ?? ''), enabled: itemId !== undefined })
  const item = itemId ? query.data : null

  const listSearch = typeof state?.list === 'string' ? state.list : ''
  const up = itemId
    ? { to: `/cau-hoi/${itemId}`, name: item ? t('page.title', { code: item.code }) : t('page.fallbackTitle') }
    : { to: `/cau-hoi${listSearch}`, name: t('page.back') }
  const title = itemId ? t('editor.title', { code: item?.code ?? '' }) : t('editor.newTitle')
  // A new item begins with its bank chosen where there is only one, so the banks are waited for.
  const known = useBanks()
  const onlyBank = known.data?.banks.length === 1 ? known.data.banks[0]?.id : undefined
  if (item === undefined || !author || (!itemId && known.isPending))
    return <PageWait title={title} up={up} height={480} error={query.error} onRetry={() => void query.refetch()} />

  const { bankId, topic, subtopicId, level, type, tag, competence } = filterOf(params)
  const fromList: Start = {
    ...((bankId ?? onlyBank) && { bankId: bankId ?? onlyBank }),
    ...(topic && { topic }),
    ...(subtopicId && { subtopicId }),
    ...(level && { level }),
    ...(type && { type }),
    ...(tag && { tags: [tag] }),
    ...(competence && { competences: [competence] }),
  }
  // The next item of a row is told where to go on by the one before.
  const start: Start = state?.start ?? fromList
  const begin = (next: Start) => {
    navigate({ pathname: '/cau-hoi/moi', search: itemId ? '' : search }, { state: { ...state, start: next } })
    window.scrollTo(0, 0)
  }
  return (
    <Page tabTitle={title} width="wide">
      <PageHead title={title} up={up} badge={item && <StateBadge state={item.state} />} />
      <ItemEditor key={itemId ?? `new-${key}`} accountId={author.id} item={item} start={start} onNext={begin} />
    </Page>
  )
}
