import { Banner, Card, formatDateTime, LinkButton, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { type Overview, useResultAct } from '../results-queries'
import { useResultsText } from '../use-results-text'
import { PublishStep } from './publish-step'

/** The step that cannot be taken back. */
export function PublishCard({ roundId, overview }: { roundId: string; overview: Overview }) {
  const t = useResultsText()
  const { versions, publishedAt, complaintDeadline, openComplaintCount, openRulingCount, draw } = overview
  const [latest] = versions
  const publishing = useResultAct(
    roundId,
    (withTies: boolean) =>
      call('publishResults', { params: { roundId }, body: { versionId: latest?.id ?? '', withTies } }),
    t('publish.done'),
  )
  return (
    <Card title={t('publish.title')}>
      {!latest ? (
        <p className="ts-quiet-text">{t('publish.before')}</p>
      ) : publishedAt ? (
        <Stack>
          <Banner tone="good">
            {t('publish.published', {
              at: formatDateTime(publishedAt),
              deadline: complaintDeadline ? formatDateTime(complaintDeadline) : '–',
            })}
          </Banner>
          <div>
            <LinkButton to={`/dot/${roundId}/phuc-khao`} variant={openComplaintCount > 0 ? 'primary' : 'secondary'}>
              {t('publish.complaints', { count: openComplaintCount })}
            </LinkButton>
          </div>
        </Stack>
      ) : (
        <Stack>
          <PublishStep
            number={latest.number}
            isDrawNeeded={draw.isNeeded}
            act={t('publish.act')}
            publishing={publishing}
          >
            <p>{t('publish.lead', { number: latest.number })}</p>
            {openRulingCount > 0 && <Banner tone="warn">{t('publish.pending', { count: openRulingCount })}</Banner>}
          </PublishStep>
        </Stack>
      )}
    </Card>
  )
}
