import { Badge, Banner, Card, ErrorState, LinkButton, Page, Skeleton, Stack } from '@thiso/kit'
import Pencil from 'lucide-react/icons/pencil'
import Plus from 'lucide-react/icons/plus'
import { useParams } from 'react-router'
import { useContest } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { PageHead } from '../../../lib/page-head'
import { UpLink } from '../../../lib/up-link'
import { ContestFacts } from '../components/contest-facts'
import { PublishContest } from '../components/publish-contest'
import { RoundList } from '../components/round-list'
import { useContestText } from '../use-contest-text'
import './contest-page.css'

export default function ContestPage() {
  const { contestId = '' } = useParams()
  const t = useContestText()
  const localized = useLocalized()
  const problemText = useProblemText()
  const query = useContest(contestId)

  if (!query.data) {
    return (
      <Page width="wide" tabTitle={t('page.crumb')}>
        <UpLink to="/cuoc-thi">{t('page.crumb')}</UpLink>
        {query.error ? (
          <ErrorState onRetry={() => void query.refetch()}>{problemText(query.error)}</ErrorState>
        ) : (
          <Skeleton height={360} />
        )}
      </Page>
    )
  }

  const { contest, rounds } = query.data
  const title = localized(contest.title)
  return (
    <Page width="wide" tabTitle={title}>
      <PageHead
        title={title}
        up={{ to: '/cuoc-thi', name: t('page.crumb') }}
        badge={
          <Badge tone={contest.isPublished ? 'good' : 'neutral'} dot={contest.isPublished}>
            {contest.isPublished ? t('state.published') : t('state.draft')}
          </Badge>
        }
        lead={localized(contest.summary)}
        actions={
          <>
            <LinkButton to={`/cuoc-thi/${contest.id}/sua`} icon={Pencil}>
              {t('page.edit')}
            </LinkButton>
            <PublishContest contest={contest} />
          </>
        }
      />
      <Stack gap={6}>
        {!contest.title.en && <Banner tone="warn">{t('page.missingEnglish')}</Banner>}
        <Card
          title={t('page.rounds')}
          actions={
            rounds.length > 0 && (
              <LinkButton to={`/cuoc-thi/${contest.id}/dot/moi`} icon={Plus}>
                {t('page.addRound')}
              </LinkButton>
            )
          }
        >
          <RoundList contestId={contest.id} rounds={rounds} />
        </Card>
        <ContestFacts contest={contest} />
      </Stack>
    </Page>
  )
}
