import { useQuery } from '@tanstack/react-query'
import { Page } from '@thiso/kit'
import { useParams } from 'react-router'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { classQuery } from '../classroom-queries'
import { ClassProgress } from './class-progress'
import { useProgressText } from './use-progress-text'

export default function ProgressPage() {
  const t = useProgressText()
  const { classId = '' } = useParams()
  const query = useQuery(classQuery(classId))
  const found = query.data
  if (!found) {
    return (
      <PageWait
        title={t('title')}
        up={{ to: '/lop-hoc', name: t('oneClass') }}
        height={420}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    )
  }
  return (
    <Page tabTitle={t('titleOf', { name: found.name })} width="wide">
      <PageHead
        title={t('titleOf', { name: found.name })}
        up={{ to: `/lop-hoc/${classId}`, name: found.name }}
        lead={t('lead')}
      />
      <ClassProgress classId={classId} />
    </Page>
  )
}
