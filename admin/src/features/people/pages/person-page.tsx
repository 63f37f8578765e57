import { useQuery } from '@tanstack/react-query'
import { ErrorState, Page, Skeleton, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useParams } from 'react-router'
import { PageHead } from '../../../lib/page-head'
import { useProblemText } from '../../../lib/problem'
import { AccountActs } from '../components/account-acts'
import { PersonAttempts } from '../components/person-attempts'
import { PersonFacts } from '../components/person-facts'
import { RoleBadge } from '../components/role-badge'
import { usePeopleText } from '../hooks/use-people-text'
import '../people.css'

export default function PersonPage() {
  const t = usePeopleText()
  const problemText = useProblemText()
  const { accountId = '' } = useParams()
  const query = useQuery({
    queryKey: ['person', accountId],
    queryFn: ({ signal }) => call('person', { params: { accountId }, signal }),
  })
  const found = query.data
  return (
    <Page tabTitle={found?.person.fullName ?? t('person.fallbackTitle')} width="wide">
      <PageHead
        title={found?.person.fullName ?? t('person.fallbackTitle')}
        up={{ to: '/nguoi', name: t('person.back') }}
        badge={found && <RoleBadge role={found.person.role} />}
      />
      {found ? (
        <div className="people-person">
          <PersonFacts found={found} />
          <AccountActs key={found.person.id} person={found.person} />
          <div className="people-person-wide">
            <PersonAttempts found={found} />
          </div>
        </div>
      ) : query.error ? (
        <ErrorState onRetry={() => void query.refetch()} busy={query.isFetching}>
          {problemText(query.error)}
        </ErrorState>
      ) : (
        <Stack>
          <Skeleton height={240} />
          <Skeleton height={160} />
        </Stack>
      )}
    </Page>
  )
}
