import { Banner, LinkButton, Page } from '@thiso/kit'
import { useParams } from 'react-router'
import { pendingFor, useAmendments } from '../../../lib/amendments/amendment-queries'
import { useContest, useRound } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { AmendRoundForm } from '../components/amend-round-form'
import { useRoundText } from '../use-round-text'

/** Rules of a round that people take part under: changed with a reason and by two. */
export default function AmendRoundPage() {
  const { roundId = '' } = useParams()
  const t = useRoundText()
  const localized = useLocalized()
  const query = useRound(roundId)
  const contestId = query.data?.contest.id ?? ''
  const siblings = useContest(contestId)
  const amendments = useAmendments(contestId)
  if (!query.data || !siblings.data || !amendments.data)
    return (
      <PageWait
        title={t('amend.title')}
        up={{ to: `/dot/${roundId}`, name: t('page.round') }}
        height={560}
        error={query.error ?? siblings.error ?? amendments.error}
        onRetry={() => {
          void query.refetch()
          void siblings.refetch()
          void amendments.refetch()
        }}
      />
    )
  const { round, contest } = query.data
  const isOver = round.state === 'closed'
  return (
    <Page width="wide" tabTitle={t('amend.title')}>
      <PageHead
        title={t('amend.title')}
        up={{ to: `/dot/${roundId}`, name: localized(round.name) }}
        lead={t('amend.lead')}
      />
      {isOver ? (
        <Banner tone="info">{t('amend.over')}</Banner>
      ) : round.hasAttempts ? (
        <AmendRoundForm
          key={roundId}
          round={round}
          contest={contest}
          others={siblings.data.rounds.filter(({ id }) => id !== roundId)}
          pending={pendingFor(amendments.data.amendments, roundId)}
        />
      ) : (
        <Banner tone="info" action={<LinkButton to={`/dot/${roundId}/sua`}>{t('page.edit')}</LinkButton>}>
          {t('amend.free')}
        </Banner>
      )}
    </Page>
  )
}
