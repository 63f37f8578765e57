import { Card, formatDate, formatNumber, Stack } from '@thiso/kit'
import { Link } from 'react-router'
import type { RoundSignals } from '../figures'
import { useSignalsText } from '../use-signals-text'

/** What is normal, what cannot be found, and until when signals are kept. */
export function AboutCard({ roundId, found }: { roundId: string; found: RoundSignals }) {
  const t = useSignalsText()
  return (
    <Card title={t('about.title')} tone="sunken">
      <Stack>
        <section>
          <h3>{t('about.lab')}</h3>
          <p>{t('about.labText')}</p>
        </section>
        <section>
          <h3>{t('about.unseen')}</h3>
          <p>{t('about.unseenText')}</p>
          <p>
            <Link to={`/dot/${roundId}`}>{t('about.overlap')}</Link>
          </p>
        </section>
        <section>
          <h3>{t('keep.title')}</h3>
          {found.deletesOn && (
            <p>
              {t(found.isPublished ? 'keep.day' : 'keep.unpublished', {
                day: formatDate(found.deletesOn),
                days: found.keepDays,
              })}
            </p>
          )}
          {found.deletions.map(({ deletedAt, counts, keptCount }) => (
            <p key={deletedAt}>
              {t('keep.deleted', {
                day: formatDate(deletedAt),
                count: formatNumber(Object.values(counts).reduce((a, b) => a + b, 0)),
                kept: formatNumber(keptCount),
              })}
            </p>
          ))}
          <p>{t('keep.watched')}</p>
        </section>
      </Stack>
    </Card>
  )
}
