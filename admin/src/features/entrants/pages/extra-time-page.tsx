import { Page, Stack } from '@thiso/kit'
import { useParams } from 'react-router'
import { useContest } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { PageHead } from '../../../lib/page-head'
import { ExtraTimeTable } from '../components/extra-time-table'
import { GrantExtraTime } from '../components/grant-extra-time'
import { useEntrantText } from '../use-entrant-text'

/** EL-10: more time for people in a contest. */
export default function ExtraTimePage() {
  const { contestId = '' } = useParams()
  const t = useEntrantText()
  const localized = useLocalized()
  const contest = useContest(contestId).data
  const rounds = contest?.rounds ?? []
  return (
    <Page width="wide" tabTitle={t('extra.title')}>
      <PageHead
        title={t('extra.title')}
        up={{ to: `/cuoc-thi/${contestId}`, name: contest ? localized(contest.contest.title) : t('upContest') }}
        lead={t('extra.lead')}
      />
      <Stack gap={6}>
        <GrantExtraTime contestId={contestId} round={rounds.find(({ state }) => state !== 'closed') ?? rounds.at(-1)} />
        <ExtraTimeTable contestId={contestId} />
      </Stack>
    </Page>
  )
}
