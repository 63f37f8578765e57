import { Banner, formatNumber, formatShare, Grid, MiniBars, Stack, StatTile } from '@thiso/kit'
import type { AdminRound } from '../../../lib/contest-queries'
import type { Rehearsal } from '../rehearsal'
import { useRulebookText } from '../use-rulebook-text'
import { AdviceList } from './advice-list'
import { BorderTable } from './border-table'
import { RehearsalLimits } from './rehearsal-limits'

interface RehearsalResultProps {
  found: Rehearsal
  asked: { contestants: number; attemptsEach: number }
  rules: AdminRound['rules']
}

export function RehearsalResult({ found, asked, rules }: RehearsalResultProps) {
  const t = useRulebookText()
  if (found.poolItems === 0) return <Banner tone="warn">{t('rehearsal.noPool')}</Banner>
  const load = found.advice.find(({ kind }) => kind === 'opening-load')
  return (
    <div className="rh-result ts-number" role="status">
      <Stack gap={6}>
        {found.attemptsEach < asked.attemptsEach && (
          <p className="ts-quiet-text">{t('rehearsal.cut', { attempts: formatNumber(found.attemptsEach) })}</p>
        )}
        <section>
          <h3>{t('rehearsal.advice')}</h3>
          <AdviceList advice={found.advice} />
        </section>
        <Grid least={200} gap={3}>
          <StatTile
            label={t('rehearsal.perfect')}
            value={found.perfectPeople}
            hint={t('rehearsal.perfectHint', { share: formatShare(found.perfectShare, 2) })}
          />
          <StatTile label={t('rehearsal.mean')} value={formatShare(found.meanShare)} hint={t('rehearsal.meanHint')} />
          <StatTile label={t('rehearsal.tied')} value={found.tiedPeople} hint={t('rehearsal.tiedHint')} />
          {rules.itemClockS !== null && (
            <StatTile
              label={t('rehearsal.timedOut')}
              value={formatShare(found.timedOutShare)}
              hint={t('rehearsal.timedOutHint', { seconds: formatNumber(rules.itemClockS) })}
            />
          )}
          {rules.allRequired && rules.itemClockS !== null && (
            <StatTile label={t('rehearsal.unranked')} value={found.unrankedPeople} hint={t('rehearsal.unrankedHint')} />
          )}
          <StatTile
            label={t('rehearsal.opening')}
            value={formatNumber(found.openingStartsPerS, { maximumFractionDigits: 1 })}
            hint={t('rehearsal.openingHint')}
            tone={load ? 'bad' : 'plain'}
          />
        </Grid>
        <section>
          <h3>{t('rehearsal.prizes')}</h3>
          <BorderTable borders={found.borders} />
        </section>
        <section>
          <h3>{t('rehearsal.histogram')}</h3>
          <ScoreBars histogram={found.histogram} contestants={asked.contestants} />
        </section>
        <RehearsalLimits found={found} rules={rules} />
        <p className="ts-quiet-text ts-small">
          {t('rehearsal.basis', { known: formatNumber(found.knownItems), count: found.poolItems })}{' '}
          {t('rehearsal.basisNote')}
        </p>
      </Stack>
    </div>
  )
}

/** People by tenths of the points; the same numbers stand as a table below. */
function ScoreBars({ histogram, contestants }: { histogram: readonly number[]; contestants: number }) {
  const t = useRulebookText()
  const data = histogram.map((share, index) => ({
    label: t('rehearsal.range', { from: formatShare(index / 10, 0), to: formatShare((index + 1) / 10, 0) }),
    value: Math.round(share * contestants),
  }))
  const most = data.reduce((top, bin) => (bin.value > top.value ? bin : top), { label: '', value: 0 })
  return (
    <MiniBars
      label={t('rehearsal.histogramLabel', { people: formatNumber(most.value), range: most.label })}
      data={data}
      labelHead={t('rehearsal.bin')}
      valueHead={t('rehearsal.binPeople')}
      height={180}
    />
  )
}
