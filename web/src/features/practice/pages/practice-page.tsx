import { useQuery } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { Banner, ErrorState, Loading, Page, Skeleton } from '@thiso/kit'
import { useProblemText } from '../../../lib/problem'
import { useSession } from '../../../lib/session'
import { NothingOpen } from '../components/nothing-open'
import { NowCard } from '../components/now-card'
import { TopicList } from '../components/topic-list'
import { Welcome } from '../components/welcome'
import { practiceQuery } from '../session/queries'
import { usePracticeTexts } from '../texts/use-practice-texts'
import './practice.css'

export default function PracticePage() {
  const t = usePracticeTexts()
  const sentence = useProblemText()
  const { account, isLoading } = useSession()
  // What is due grows by itself: each visit asks anew.
  const progress = useQuery({ ...practiceQuery, enabled: account !== null, refetchOnMount: 'always' })
  return (
    <Page title={t('title')} lead={t('lead')} className="pr-page">
      {!account && !isLoading && <Welcome />}
      {(isLoading || (account && progress.isPending)) && (
        <>
          <Loading />
          <Skeleton height={168} />
          <Skeleton height={520} />
        </>
      )}
      {account && progress.isError && !progress.data && (
        <ErrorState busy={progress.isFetching} onRetry={() => void progress.refetch()}>
          {sentence(progress.error)}
        </ErrorState>
      )}
      {account && progress.data && <Overview progress={progress.data} />}
    </Page>
  )
}

function Overview({ progress }: { progress: ApiOutput<'practice'> }) {
  const t = usePracticeTexts()
  const { topics, embargoedCount } = progress
  if (topics.every(({ itemCount }) => itemCount === 0)) return <NothingOpen embargoedCount={embargoedCount} />
  return (
    <>
      <NowCard progress={progress} />
      <TopicList topics={topics} />
      {embargoedCount > 0 && <Banner tone="info">{t('embargo.some', { count: embargoedCount })}</Banner>}
    </>
  )
}
