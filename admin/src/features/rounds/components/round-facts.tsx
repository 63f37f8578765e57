import { Card, formatDateTime, formatNumber } from '@thiso/kit'
import { useCommon } from '../../../lib/common'
import { type AdminRound, useBanks } from '../../../lib/contest-queries'
import { useRoundText } from '../use-round-text'

export function RoundFacts({ round }: { round: AdminRound }) {
  const t = useRoundText()
  const common = useCommon()
  const banks = useBanks().data?.banks
  return (
    <Card title={t('page.facts')}>
      <dl className="ad-facts">
        <dt>{t('form.opensAt')}</dt>
        <dd>{formatDateTime(round.opensAt)}</dd>
        <dt>{t('form.closesAt')}</dt>
        <dd>{formatDateTime(round.closesAt)}</dd>
        <dt>{t('page.items')}</dt>
        <dd>{formatNumber(round.itemCount)}</dd>
        <dt>{t('page.time')}</dt>
        <dd>{t('page.minutes', { minutes: formatNumber(round.timeLimitS / 60) })}</dd>
        <dt>{t('page.attempts')}</dt>
        <dd>{formatNumber(round.attemptLimit)}</dd>
        <dt>{t('page.result')}</dt>
        <dd>{common(`resultPolicy.${round.resultPolicy}`)}</dd>
        <dt>{t('form.banks')}</dt>
        <dd>
          {banks
            ? banks
                .filter((bank) => round.bankIds.includes(bank.id))
                .map((bank) => bank.name)
                .join(', ')
            : formatNumber(round.bankIds.length)}
        </dd>
        {/* While the clock is stopped the end is open, and so is the freeze that has not begun. */}
        {round.freezeAt && !(round.pausedAt && round.freezeAt > round.closesAt) && (
          <>
            <dt>{t('reveal.freezeAt')}</dt>
            <dd>{formatDateTime(round.freezeAt)}</dd>
            <dt>{t('reveal.revealedAt')}</dt>
            <dd>{round.revealedAt ? formatDateTime(round.revealedAt) : t('reveal.notYet')}</dd>
          </>
        )}
        <dt>{t('page.published')}</dt>
        <dd>{round.publishedAt ? formatDateTime(round.publishedAt) : t('page.notPublished')}</dd>
      </dl>
    </Card>
  )
}
