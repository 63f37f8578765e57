import { useQuery } from '@tanstack/react-query'
import { LinkButton, Page } from '@thiso/kit'
import Plus from 'lucide-react/icons/plus'
import { useParams } from 'react-router'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { FilesCards } from '../components/files-cards'
import { PaperFacts } from '../components/paper-facts'
import { paperQuery } from '../hooks/paper-queries'
import { usePapersText } from '../hooks/use-papers-text'
import '../papers.css'

export default function PaperPage() {
  const t = usePapersText()
  const { paperId = '' } = useParams()
  const query = useQuery(paperQuery(paperId))
  const paper = query.data
  const up = { to: '/de-in', name: t('title') }
  if (!paper)
    return <PageWait title={t('one')} up={up} height={480} error={query.error} onRetry={() => void query.refetch()} />
  return (
    <Page tabTitle={paper.title} width="wide">
      <PageHead
        title={paper.title}
        up={up}
        actions={
          <LinkButton icon={Plus} to="/de-in/moi">
            {t('paper.again')}
          </LinkButton>
        }
      />
      <div className="papers-columns">
        <div className="papers-files">
          <FilesCards paper={paper} />
        </div>
        <PaperFacts paper={paper} />
      </div>
    </Page>
  )
}
