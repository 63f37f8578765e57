import { useQuery } from '@tanstack/react-query'
import { formatDateTime, formatDuration } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { Link } from 'react-router'
import type { PublicContestData, PublicRoundData } from '../../../../lib/shapes'
import { useAttemptTexts } from '../../texts/use-attempt-texts'
import { type ClockActData, type HistoryEntry, historyOf } from './history-entries'

interface RoundHistoryProps {
  contest: PublicContestData
  round: PublicRoundData
}

/** CL-6, AM-4: what organizers did to the clock and the rules of a round, with the reasons. Where nothing was done, nothing is shown. */
export function RoundHistory({ contest, round }: RoundHistoryProps) {
  const t = useAttemptTexts()
  // Below the round's own key: whatever changes the round asks for these again too.
  const acts = useQuery({
    queryKey: ['round', round.id, 'clock-acts'],
    queryFn: ({ signal }) => call('clockActs', { params: { roundId: round.id }, signal }),
  })
  const amendments = useQuery({
    queryKey: ['round', round.id, 'amendments'],
    queryFn: ({ signal }) => call('publicAmendments', { params: { slug: contest.slug }, signal }),
    enabled: round.rulesVersion > 1,
  })
  const entries = historyOf(round.id, acts.data?.acts ?? [], amendments.data?.amendments ?? [])
  if (entries.length === 0) return null
  return (
    <section className="at-history" aria-labelledby="thay-doi">
      <h2 id="thay-doi">{t('round.history.title')}</h2>
      <ol>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} contestId={contest.id} />
        ))}
      </ol>
    </section>
  )
}

function Entry({ entry, contestId }: { entry: HistoryEntry; contestId: string }) {
  const t = useAttemptTexts()
  const reason = entry.kind === 'clock' ? entry.act.reason : entry.amendment.reason
  return (
    <li>
      <time className="ts-quiet-text ts-small ts-number" dateTime={new Date(entry.at).toISOString()}>
        {formatDateTime(new Date(entry.at).toISOString())}
      </time>
      {entry.kind === 'clock' ? (
        <p>
          <ClockAct act={entry.act} />
        </p>
      ) : (
        <p>
          {t('round.history.amendment')} <Link to={`/the-le/${contestId}`}>{t('round.history.compare')}</Link>
        </p>
      )}
      <p className="ts-quiet-text">{t('round.history.reason', { reason })}</p>
    </li>
  )
}

function ClockAct({ act }: { act: ClockActData }) {
  const t = useAttemptTexts()
  const from = formatDateTime(act.from)
  if (act.to === null) return t('round.history.pauseNow', { from })
  const to = formatDateTime(act.to)
  const time = formatDuration(Date.parse(act.to) - Date.parse(act.from))
  if (act.kind === 'credit') {
    const scope = t(`round.history.${act.scope}`, { unit: act.unitName ?? '' })
    return t('round.history.credit', { scope, from, to, time })
  }
  return t(`round.history.${act.kind}`, { from, to, time })
}
