import { Page } from '@thiso/kit'
import { useParams } from 'react-router'
import { PageHead } from '../../../lib/page-head'
import { AddEntrants } from '../components/add-entrants'
import { EntrantTable } from '../components/entrant-table'
import type { ListOf } from '../entrant-queries'
import { useEntrantText } from '../use-entrant-text'

/** Of a round or of a contest, as the address says. */
export default function EntrantsPage() {
  const { roundId, contestId = '' } = useParams()
  const t = useEntrantText()
  const list: ListOf = roundId ? { roundId } : { contestId }
  const title = t(roundId ? 'roundTitle' : 'contestTitle')
  return (
    <Page tabTitle={title}>
      <PageHead
        title={title}
        up={{ to: roundId ? `/dot/${roundId}` : `/cuoc-thi/${contestId}`, name: t(roundId ? 'upRound' : 'upContest') }}
        lead={t(roundId ? 'roundLead' : 'contestLead')}
        actions={<AddEntrants list={list} />}
      />
      <EntrantTable list={list} />
    </Page>
  )
}
