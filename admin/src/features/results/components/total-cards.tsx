import { Banner, Button, Card, formatDateTime, LinkButton, Row, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useProblemText } from '../../../lib/problem'
import { LONG_MS, type Overview, useResultActOf } from '../results-queries'
import { useResultsText } from '../use-results-text'
import { PublishStep } from './publish-step'

interface TotalCardProps {
  contestId: string
  overview: Overview
}

/** Adds up what the rounds have published. */
export function TotalCloseCard({ contestId, overview }: TotalCardProps) {
  const t = useResultsText()
  const problemText = useProblemText()
  const { versions, publishedAt, isOutdated } = overview
  const closing = useResultActOf(
    ['contests', contestId],
    () => call('closeTotal', { params: { contestId }, timeoutMs: LONG_MS }),
    t('total.done'),
  )
  return (
    <Card title={t('total.close')}>
      <Stack>
        <p>{t('total.closeLead')}</p>
        {isOutdated && versions.length > 0 && <Banner tone="warn">{t('total.outdated')}</Banner>}
        {closing.error && <Banner tone="bad">{problemText(closing.error)}</Banner>}
        {(publishedAt === null || isOutdated) && (
          <Row>
            <Button
              variant={versions.length === 0 || isOutdated ? 'primary' : 'secondary'}
              busy={closing.isPending}
              onClick={() => closing.mutate()}
            >
              {t(versions.length === 0 ? 'total.act' : 'total.again')}
            </Button>
          </Row>
        )}
      </Stack>
    </Card>
  )
}

/** Makes the total public for good. */
export function TotalPublishCard({ contestId, overview }: TotalCardProps) {
  const t = useResultsText()
  const { versions, publishedAt, draw } = overview
  const [latest] = versions
  const publishing = useResultActOf(
    ['contests', contestId],
    (withTies: boolean) =>
      call('publishTotal', { params: { contestId }, body: { versionId: latest?.id ?? '', withTies } }),
    t('total.published'),
  )
  return (
    <Card title={t('total.publish')}>
      {!latest ? (
        <p className="ts-quiet-text">{t('total.before')}</p>
      ) : publishedAt ? (
        <Stack>
          <Banner tone="good">{t('total.publishedAt', { at: formatDateTime(publishedAt) })}</Banner>
          <div>
            <LinkButton to={`/cuoc-thi/${contestId}/giai/tong`} variant="primary">
              {t('total.winners')}
            </LinkButton>
          </div>
        </Stack>
      ) : (
        <Stack>
          <PublishStep
            number={latest.number}
            isDrawNeeded={draw.isNeeded}
            act={t('total.publishAct')}
            publishing={publishing}
          >
            <p>{t('total.publishLead', { number: latest.number })}</p>
          </PublishStep>
        </Stack>
      )}
    </Card>
  )
}
