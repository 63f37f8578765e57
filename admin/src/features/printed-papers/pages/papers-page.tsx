import { useQuery } from '@tanstack/react-query'
import { LinkButton, Page } from '@thiso/kit'
import Plus from 'lucide-react/icons/plus'
import { PapersTable } from '../components/papers-table'
import { papersQuery } from '../hooks/paper-queries'
import { usePapersText } from '../hooks/use-papers-text'
import '../papers.css'

export default function PapersPage() {
  const t = usePapersText()
  const papers = useQuery(papersQuery())
  const create = (
    <LinkButton variant="primary" icon={Plus} to="/de-in/moi">
      {t('new')}
    </LinkButton>
  )
  return (
    <Page title={t('title')} lead={t('lead')} width="wide" actions={create}>
      <PapersTable
        rows={papers.data?.papers}
        isPending={papers.isPending}
        error={papers.error}
        onRetry={() => void papers.refetch()}
        emptyAction={create}
      />
    </Page>
  )
}
