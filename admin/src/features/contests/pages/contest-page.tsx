import { Badge, Banner, Card, LinkButton, Page, Stack } from '@thiso/kit'
import Pencil from 'lucide-react/icons/pencil'
import Plus from 'lucide-react/icons/plus'
import { useParams } from 'react-router'
import { useContest } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { ContestParts } from '../components/contest-parts'
import { ContestFacts } from '../components/contest-facts'
import { PublishContest } from '../components/publish-contest'
import { RoundList } from '../components/round-list'
import { useContestText } from '../use-contest-text'
import './contest-page.css'

export default function ContestPage() {
  const { contestId = '' } = useParams()
  const t = useContestText()
  const localized = useLocalized()
  const query = useContest(contestId)

  if (!query.data) {
    return (
      <PageWait
        title={t('list.contest')}
        up={{ to: '/cuoc-thi', name: t('page.crumb') }}
        height={360}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
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
        <ContestParts contest={contest} />
        <ContestFacts contest={contest} />
      </Stack>
    </Page>
  )
}
