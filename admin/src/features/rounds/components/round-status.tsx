import { skipToken, useQuery } from '@tanstack/react-query'
import { Banner, Card, Countdown, LinkButton, Row, Stack, formatDateTime } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { serverNow } from '@thiso/kit/api/server-clock'
import ArrowRight from 'lucide-react/icons/arrow-right'
import type { AdminContest, AdminRound } from '../../../lib/contest-queries'
import { nextStep, STEP_PAGES } from '../../../lib/next-step'
import { PartLinks } from '../../../lib/part-links'
import { partLink, partsOf } from '../round-parts'
import { useRoundText } from '../use-round-text'
import { RoundActs } from './round-acts'
import './round-status.css'

interface RoundStatusProps {
  round: AdminRound
  contest: AdminContest
  isFeasible: boolean
  /** The clock reached the opening or closing time: ask again. */
  onTurn: () => void
}

/** Where the round stands on its road: what to do next, how long until the next turn, and the pages that matter now. */
export function RoundStatus({ round, contest, isFeasible, onTurn }: RoundStatusProps) {
  const t = useRoundText()
  const isClosed = round.state === 'closed'
  const results = useQuery({
    queryKey: ['rounds', round.id, 'results'],
    queryFn: isClosed ? ({ signal }) => call('results', { params: { roundId: round.id }, signal }) : skipToken,
    // Until results can be made; every answer is looked at anew, because what it means depends on the time.
    refetchInterval: ({ state }) => (state.data?.versions.length === 0 ? 10_000 : false),
    notifyOnChangeProps: 'all',
  })
  const turn = round.state === 'scheduled' ? round.opensAt : round.state === 'open' ? round.closesAt : null
  const step = nextStep(round, isFeasible, results.data, serverNow())
  const page = step && STEP_PAGES[step]
  const times = {
    opensAt: formatDateTime(round.opensAt),
    closesAt: formatDateTime(round.closesAt),
    readyAt: results.data?.readyAt ? formatDateTime(results.data.readyAt, true) : '',
    count: results.data?.openComplaintCount ?? 0,
  }
  const parts = partsOf(round).filter((part) => !(step === 'watch' && part === 'monitor'))
  return (
    <Stack gap={4}>
      {!contest.isPublished && round.state !== 'draft' && (
        <Banner tone="warn" action={<LinkButton to={`/cuoc-thi/${contest.id}`}>{t('page.toContest')}</LinkButton>}>
          {t('page.contestHidden')}
        </Banner>
      )}
      <Card tone="raised">
        <div className="ad-status" aria-busy={isClosed && results.isPending}>
          {turn && !round.pausedAt && (
            <div>
              <p className="ts-quiet-text">{t(round.state === 'open' ? 'page.closesIn' : 'page.opensIn')}</p>
              <Countdown key={turn} target={Date.parse(turn)} serverNow={serverNow} onEnd={onTurn} />
            </div>
          )}
          <div className="ad-status-step">
            <h2>{step ? t(`step.${step}.title`, times) : t('page.closed', { at: times.closesAt })}</h2>
            <p className="ts-quiet-text">
              {round.state === 'draft' ? draftText(round, t) : step && t(`step.${step}.text`, times)}
            </p>
          </div>
          <Row gap={2}>
            {step && page ? (
              <LinkButton to={`/dot/${round.id}/${page}`} variant="primary" iconEnd={ArrowRight}>
                {t(`step.${step}.act`)}
              </LinkButton>
            ) : (
              !isClosed && <RoundActs round={round} />
            )}
          </Row>
        </div>
      </Card>
      <PartLinks
        label={t('part.label')}
        parts={parts.map((part) => ({
          ...partLink(part, round),
          name: t(`part.${part}.name`),
          text: t(`part.${part}.text`),
          waiting: part === 'complaints' && times.count > 0 ? t('part.waiting', { count: times.count }) : undefined,
        }))}
      />
    </Stack>
  )
}

function draftText(round: AdminRound, t: ReturnType<typeof useRoundText>): string {
  if (Date.parse(round.closesAt) <= serverNow()) return t('page.draftOver', { at: formatDateTime(round.closesAt) })
  if (Date.parse(round.opensAt) <= serverNow()) return t('page.draftLate', { at: formatDateTime(round.opensAt) })
  return t('page.draft')
}
