import type { ApiOutput } from '@thiso/contracts'
import { Banner, formatNumber } from '@thiso/kit'
import { useCommon } from '../../../lib/common'
import { useLocalized } from '../../../lib/localized'
import { useResultsText } from '../use-results-text'

type Preview = ApiOutput<'previewRuling'>
type Change = Preview['prizes'][number]

/** Which prizes would go to whom, and who is passed over for a reason. */
export function PrizeChanges({ preview }: { preview: Preview }) {
  const t = useResultsText()
  const { prizes, skipped, isSigned } = preview
  if (prizes.length === 0) return <Banner tone="info">{t('rulings.prizes.none')}</Banner>
  return (
    <>
      <Banner tone="warn" title={t('rulings.prizes.title')}>
        <ul className="results-prizes">
          {prizes.map((change) => (
            <li key={`${change.roundId} ${change.tier} ${change.table} ${change.reward.vi}`}>
              <Line change={change} />
            </li>
          ))}
        </ul>
        {isSigned && <p>{t('rulings.prizes.signed')}</p>}
      </Banner>
      {skipped.length > 0 && (
        <div>
          <strong>{t('rulings.prizes.skipped')}</strong>
          <ul className="results-prizes">
            {skipped.map(({ fullName, rank, reasons }) => (
              <li key={`${fullName} ${rank}`}>
                {t('rulings.prizes.skippedOne', {
                  name: fullName,
                  rank: formatNumber(rank),
                  reason: reasons.map(({ reason }) => t(`rulings.prizes.reason.${reason}`)).join('; '),
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function Line({ change }: { change: Change }) {
  const t = useResultsText()
  const common = useCommon()
  const localized = useLocalized()
  const { roundName, tier, table, people, openBefore, openAfter } = change
  const of = (matches: (one: Change['people'][number]) => boolean) =>
    people
      .filter(matches)
      .map(({ fullName }) => fullName)
      .join(', ')
  const parts = [
    ['gains', of(({ after }) => after === 'has')],
    ['waits', of(({ after }) => after === 'waits')],
    ['loses', of(({ after }) => after === 'none')],
  ] as const
  return (
    <>
      <strong>
        {common(`tier.${tier}`)}
        {table && `, ${t('rulings.prizes.table', { table })}`} ({roundName ? localized(roundName) : t('total.title')})
      </strong>
      {': '}
      {parts
        .filter(([, names]) => names !== '')
        .map(([what, names]) => t(`rulings.prizes.${what}`, { names }))
        .concat(openBefore === openAfter ? [] : [t('rulings.prizes.open', { count: openAfter })])
        .join('; ')}
      .
    </>
  )
}
