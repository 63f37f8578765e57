import { ErrorState, Page, Skeleton } from '@thiso/kit'
import { useSubtopics } from '../../../lib/item-bank/queries'
import { useProblemText } from '../../../lib/problem'
import { TopicTreeView } from '../components/topic-tree-view'
import { useTopicsText } from '../hooks/use-topics-text'
import '../topics.css'

export default function TopicsPage() {
  const t = useTopicsText()
  const problemText = useProblemText()
  const tree = useSubtopics()
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      {tree.isPending ? (
        <Skeleton height={480} />
      ) : tree.error ? (
        <ErrorState onRetry={() => void tree.refetch()}>{problemText(tree.error)}</ErrorState>
      ) : (
        <TopicTreeView tree={tree.data} />
      )}
    </Page>
  )
}
