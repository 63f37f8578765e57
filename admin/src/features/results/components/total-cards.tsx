import { Banner, Button, Card, Checkbox, ConfirmDialog, formatDateTime, LinkButton, Row, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { LONG_MS, type Overview, useResultActOf } from '../results-queries'
import { useResultsText } from '../use-results-text'

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
  const problemText = useProblemText()
  const [isAsking, setAsking] = useState(false)
  const [withTies, setWithTies] = useState(false)
  const { versions, publishedAt, draw } = overview
  const [latest] = versions
  const publishing = useResultActOf(
    ['contests', contestId],
    () => call('publishTotal', { params: { contestId }, body: { versionId: latest?.id ?? '', withTies } }),
    t('total.published'),
    () => setAsking(false),
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
          <p>{t('total.publishLead', { number: latest.number })}</p>
          {draw.isNeeded && <Checkbox label={t('publish.withTies')} checked={withTies} onChange={setWithTies} />}
          <Row>
            <Button variant="primary" disabled={draw.isNeeded && !withTies} onClick={() => setAsking(true)}>
              {t('total.publishAct')}
            </Button>
          </Row>
          <ConfirmDialog
            open={isAsking}
            title={t('publish.confirmTitle', { number: latest.number })}
            confirmLabel={t('total.publishAct')}
            busy={publishing.isPending}
            error={publishing.error && problemText(publishing.error)}
            onConfirm={() => publishing.mutate()}
            onCancel={() => setAsking(false)}
          >
            {t('publish.confirmText')}
          </ConfirmDialog>
        </Stack>
      )}
    </Card>
  )
}
