import { Banner, Card, Countdown, LinkButton, Row, Stack, formatDateTime } from '@thiso/kit'
import { serverNow } from '@thiso/kit/api/server-clock'
import Activity from 'lucide-react/icons/activity'
import BadgeCheck from 'lucide-react/icons/badge-check'
import ChartNoAxes from 'lucide-react/icons/chart-no-axes-column'
import ChartScatter from 'lucide-react/icons/chart-scatter'
import Medal from 'lucide-react/icons/medal'
import type { AdminContest, AdminRound } from '../../../lib/contest-queries'
import { useRoundText } from '../use-round-text'
import './round-status.css'

interface RoundStatusProps {
  round: AdminRound
  contest: AdminContest
  /** The clock reached the opening or closing time: ask again. */
  onTurn: () => void
}

/** Where the round stands on its road, how long until the next turn, and where to look now. */
export function RoundStatus({ round, contest, onTurn }: RoundStatusProps) {
  const t = useRoundText()
  const next = round.state === 'scheduled' ? round.opensAt : round.state === 'open' ? round.closesAt : null
  const hasRun = round.state === 'open' || round.state === 'closed'
  return (
    <Stack>
      {!contest.isPublished && round.state !== 'draft' && (
        <Banner tone="warn" action={<LinkButton to={`/cuoc-thi/${contest.id}`}>{t('page.toContest')}</LinkButton>}>
          {t('page.contestHidden')}
        </Banner>
      )}
      {round.state === 'draft' && <Banner tone="info">{draftText(round, t)}</Banner>}
      {(next || hasRun) && (
        <Card tone="raised">
          <div className="ad-status">
            {next ? (
              <div>
                <p className="ts-quiet-text">{t(round.state === 'open' ? 'page.closesIn' : 'page.opensIn')}</p>
                <Countdown key={next} target={Date.parse(next)} serverNow={serverNow} onEnd={onTurn} />
              </div>
            ) : (
              <p className="ts-lead">{t('page.closed', { at: formatDateTime(round.closesAt) })}</p>
            )}
            {hasRun && (
              <Row gap={2}>
                <LinkButton
                  to={`/dot/${round.id}/theo-doi`}
                  icon={Activity}
                  variant={round.state === 'open' ? 'primary' : 'secondary'}
                >
                  {t(round.state === 'open' ? 'page.monitor' : 'page.figures')}
                </LinkButton>
                <LinkButton to={`/dot/${round.id}/bang`} icon={ChartNoAxes}>
                  {t('page.standings')}
                </LinkButton>
                {round.state === 'closed' && (
                  <LinkButton to={`/dot/${round.id}/ket-qua`} icon={BadgeCheck}>
                    {t('page.results')}
                  </LinkButton>
                )}
                <LinkButton
                  to={`/dot/${round.id}/giai`}
                  icon={Medal}
                  variant={round.state === 'closed' ? 'primary' : 'secondary'}
                >
                  {t('page.winners')}
                </LinkButton>
                {round.state === 'closed' && (
                  <LinkButton to={`/dot/${round.id}/phan-tich`} icon={ChartScatter}>
                    {t('page.analysis')}
                  </LinkButton>
                )}
              </Row>
            )}
          </div>
        </Card>
      )}
    </Stack>
  )
}

function draftText(round: AdminRound, t: ReturnType<typeof useRoundText>): string {
  if (Date.parse(round.closesAt) <= serverNow()) return t('page.draftOver', { at: formatDateTime(round.closesAt) })
  if (Date.parse(round.opensAt) <= serverNow()) return t('page.draftLate', { at: formatDateTime(round.opensAt) })
  return t('page.draft')
}
