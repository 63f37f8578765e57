import type { ApiOutput } from '@thiso/contracts'
import { Card, formatDuration, formatNumber, formatTime, Stack } from '@thiso/kit'
import { useLocalized } from '../../../lib/localized'
import { useCaseTexts } from '../texts/use-case-texts'

type MyCase = ApiOutput<'myCase'>

/** Why somebody is asked, in plain words, with what speaks for them at the same size. */
export function WhyCard({ found }: { found: MyCase }) {
  const t = useCaseTexts()
  const { families, comparisons, inFavour } = found
  return (
    <Card title={t('why')}>
      <Stack gap={4}>
        {families.length > 0 && (
          <ul className="case-list">
            {families.map((family) => (
              <li key={family}>{t(`family.${family}`)}</li>
            ))}
          </ul>
        )}
        {comparisons.map(({ label, chance }) => (
          <p key={label}>
            {t('chance', {
              label,
              shared: chance.shared,
              matches: chance.matches,
              wrong: chance.sameWrong,
              expected: formatNumber(chance.expected, { maximumFractionDigits: 1 }),
            })}
          </p>
        ))}
        <p>{t('familyNote')}</p>
        {inFavour.length > 0 && (
          <section aria-label={t('favour')}>
            <p>
              <strong>{t('favour')}</strong>
            </p>
            <ul className="case-list">
              {inFavour.map(({ kind, n, of }) => (
                <li key={kind}>
                  {t(`favourOf.${kind}`, {
                    n: formatNumber(n),
                    of: of === null ? '' : formatNumber(of),
                    time: formatDuration(n * 60_000),
                  })}
                </li>
              ))}
            </ul>
          </section>
        )}
        {comparisons.length > 0 && <p className="ts-quiet-text ts-small">{t('others')}</p>}
      </Stack>
    </Card>
  )
}

/** The own paper and the own log, folded away: the question comes first. */
export function OwnRecord({ found }: { found: MyCase }) {
  const t = useCaseTexts()
  const localized = useLocalized()
  return (
    <Card title={t('paper')}>
      <Stack gap={4}>
        <details>
          <summary>{t('paperShow')}</summary>
          <ol className="case-places">
            {found.places.map(({ position, stem, own, isRight, sameAs, share }) => (
              <li key={position}>
                <p>{localized(stem)}</p>
                <p>
                  {own === null ? t('blank') : `${own} (${t(isRight ? 'right' : 'wrong')})`}
                  {sameAs.length > 0 && (
                    <span className="ts-quiet-text">
                      {' '}
                      {t('same', {
                        labels: sameAs.join(', '),
                        share: formatNumber(share ?? 0, { style: 'percent' }),
                      })}
                    </span>
                  )}
                </p>
              </li>
            ))}
          </ol>
        </details>
        <details>
          <summary>{t('timelineShow')}</summary>
          <ol className="case-timeline" aria-label={t('timeline')}>
            {found.timeline.map(({ at, kind, position, durationMs }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: moments never move, and two may be equal
              <li key={index}>
                <time dateTime={at}>{formatTime(at, true)}</time>{' '}
                {t(`moment.${kind}` as 'moment.started', { position: position ?? '' })}
                {durationMs !== null && <span className="ts-quiet-text"> {formatDuration(durationMs)}</span>}
              </li>
            ))}
          </ol>
        </details>
      </Stack>
    </Card>
  )
}
