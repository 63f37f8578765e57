import { TOPICS } from '@thiso/contracts/vocab'
import { ErrorState, Page, Skeleton } from '@thiso/kit'
import { useSubtopics } from '../../../lib/item-bank/queries'
import { PageHead } from '../../../lib/page-head'
import { useProblemText } from '../../../lib/problem'
import { TopicCard } from '../components/topic-card'
import { useBanksText } from '../hooks/use-banks-text'
import '../banks.css'

export default function SubtopicsPage() {
  const t = useBanksText()
  const problemText = useProblemText()
  const subtopics = useSubtopics()
  return (
    <Page tabTitle={t('subtopics.title')} width="wide">
      <PageHead title={t('subtopics.title')} up={{ to: '/ngan-hang', name: t('title') }} lead={t('subtopics.lead')} />
      {subtopics.isPending ? (
        <Skeleton height={480} />
      ) : subtopics.error ? (
        <ErrorState onRetry={() => void subtopics.refetch()}>{problemText(subtopics.error)}</ErrorState>
      ) : (
        <div className="banks-list">
          {TOPICS.map((topic) => (
            <TopicCard
              key={topic}
              topic={topic}
              subtopics={subtopics.data.subtopics.filter((subtopic) => subtopic.topic === topic)}
            />
          ))}
        </div>
      )}
    </Page>
  )
}
