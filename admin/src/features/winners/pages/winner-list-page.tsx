import { Page, Stack } from '@thiso/kit'
import { useParams } from 'react-router'
import { useContest } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { PageHead } from '../../../lib/page-head'
import { CollectiveBody } from '../collective/collective-body'
import { useWinnersText } from '../hooks/use-winners-text'
import { ListBody } from '../list/list-body'
import '../winners.css'

/** Winners of the running total, or the units' prizes with their plan. */
export default function WinnerListPage() {
  const t = useWinnersText()
  const localized = useLocalized()
  const { contestId = '', list: asked = '' } = useParams()
  const contest = useContest(contestId).data?.contest
  const list = asked === 'tap-the' ? 'collective' : 'total'
  const title = t(`list.title.${list}`)
  return (
    <Page tabTitle={title} width="wide">
      <PageHead
        title={title}
        up={{ to: `/cuoc-thi/${contestId}`, name: contest ? localized(contest.title) : t('contest') }}
        lead={t(`list.lead.${list}`)}
      />
      <Stack>
        {list === 'collective' && <CollectiveBody contestId={contestId} />}
        <ListBody contestId={contestId} list={list} />
      </Stack>
    </Page>
  )
}
