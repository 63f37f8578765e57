import { LinkButton, Page, Stack } from '@thiso/kit'
import { useQueryClient } from '@tanstack/react-query'
import Pencil from 'lucide-react/icons/pencil'
import type { ComponentType } from 'react'
import { useParams } from 'react-router'
import { type AdminRound, useContest, useRound } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { RoundBadge } from '../../../lib/round-badge'
import { BlueprintTable } from '../components/blueprint-table'
import { DeleteRound } from '../components/delete-round'
import { OverlapCard } from '../components/overlap-card'
import { PapersCard } from '../components/papers-card'
import { RoundActs } from '../components/round-acts'
import { RoundFacts } from '../components/round-facts'
import { RoundStatus } from '../components/round-status'
import { RulesCard } from '../components/rules-card'
import { SafeBrowserCard } from '../components/safe-browser-card'
import { Verdict } from '../components/verdict'
import { useNamesOf } from '../hooks/use-names-of'
import { REHEARSAL_ID } from '../round-parts'
import { useRoundText } from '../use-round-text'

interface RoundPageProps {
  /** What the round would come to with so many people; put in by the roof. */
  Rehearsal: ComponentType<{ round: AdminRound }>
}

export function RoundPage({ Rehearsal }: RoundPageProps) {
  const { roundId = '' } = useParams()
  const t = useRoundText()
  const localized = useLocalized()
  const client = useQueryClient()
  const query = useRound(roundId)
  const siblings = useContest(query.data?.contest.id ?? '').data?.rounds ?? []
  const nameOf = useNamesOf(query.data?.contest.rules.tables ?? [], siblings)

  if (!query.data) {
    return (
      <PageWait
        title={t('page.round')}
        up={{ to: '/cuoc-thi', name: t('page.crumbs') }}
        height={420}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    )
  }

  const { round, contest, check, drawnOverlap } = query.data
  const isAhead = round.state === 'draft' || round.state === 'scheduled'
  return (
    <Page width="wide" tabTitle={localized(round.name)}>
      <PageHead
        title={localized(round.name)}
        up={{ to: `/cuoc-thi/${contest.id}`, name: localized(contest.title) }}
        badge={<RoundBadge state={round.state} />}
        actions={
          <>
            <LinkButton to={`/dot/${round.id}/sua`} icon={Pencil}>
              {t('page.edit')}
            </LinkButton>
            {/* Before the opening its acts are the next step, and stand there. */}
            {!isAhead && <RoundActs round={round} />}
          </>
        }
      />
      <Stack gap={6}>
        <RoundStatus
          round={round}
          contest={contest}
          isFeasible={check.isFeasible}
          onTurn={() => {
            void query.refetch()
            void client.invalidateQueries({ queryKey: ['contests'] })
          }}
        />
        {isAhead && <Verdict check={check} hasBanks={round.bankIds.length > 0} hasWindow />}
        <div className="ad-two">
          <Stack gap={6}>
            <RoundFacts round={round} />
            {round.rules.protection.safeBrowser && <SafeBrowserCard roundId={round.id} />}
            <OverlapCard overlap={isAhead || round.state === 'open' ? check.overlap : null} drawn={drawnOverlap} />
            {check.papers && <PapersCard papers={check.papers} tolerance={round.rules.paperTolerance} />}
          </Stack>
          <div>
            <RulesCard {...round} nameOf={nameOf} hasTables={contest.rules.tables.length > 0} />
          </div>
          <div className="ad-two-all">
            <BlueprintTable blueprint={round.blueprint} />
          </div>
          {round.state !== 'closed' && (
            <div id={REHEARSAL_ID} className="ad-two-all ad-rehearsal">
              <Rehearsal round={round} />
            </div>
          )}
        </div>
        {round.state === 'draft' && !round.hasAttempts && (
          <div>
            <DeleteRound round={round} />
          </div>
        )}
      </Stack>
    </Page>
  )
}
