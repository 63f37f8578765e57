import { Card, Stack, formatDate, formatNumber } from '@thiso/kit'
import { useCommon } from '../../../lib/common'
import type { AdminContest } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { useContestText } from '../use-contest-text'

export function ContestFacts({ contest }: { contest: AdminContest }) {
  const t = useContestText()
  const common = useCommon()
  const localized = useLocalized()
  const about = localized(contest.about)
  return (
    <div className="ad-two">
      <Card title={t('page.facts')}>
        <dl className="ad-facts">
          <dt>{t('page.organizer')}</dt>
          <dd>{localized(contest.organizerName)}</dd>
          <dt>{t('page.address')}</dt>
          <dd>{contest.slug}</dd>
          <dt>{t('page.nameDisplay')}</dt>
          <dd>{common(`nameDisplay.${contest.nameDisplay}`)}</dd>
          <dt>{t('page.unitsAsOf')}</dt>
          <dd>{formatDate(contest.unitsAsOf)}</dd>
        </dl>
      </Card>
      <Card title={t('page.prizes')}>
        {contest.prizes.length === 0 ? (
          <p className="ts-quiet-text">{t('page.noPrizes')}</p>
        ) : (
          <ul className="ad-prize-list">
            {contest.prizes.map((prize, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a tier may stand twice, and the list is only read
              <li key={index}>
                <span className="ts-number">{formatNumber(prize.count)}</span>
                <span>
                  <strong>{common(`tier.${prize.tier}`)}</strong>
                  <br />
                  <span className="ts-quiet-text">{localized(prize.reward)}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card title={t('page.about')} className="ad-two-all">
        {about ? (
          <Stack gap={3}>
            {about.split(/\n{2,}/).map((paragraph) => (
              <p key={paragraph} className="ad-prose">
                {paragraph}
              </p>
            ))}
          </Stack>
        ) : (
          <p className="ts-quiet-text">{t('page.noAbout')}</p>
        )}
      </Card>
    </div>
  )
}
