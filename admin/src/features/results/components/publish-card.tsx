import { Banner, Button, Card, Checkbox, ConfirmDialog, formatDateTime, LinkButton, Row, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { type Overview, useResultAct } from '../results-queries'
import { useResultsText } from '../use-results-text'

/** The step that cannot be taken back. */
export function PublishCard({ roundId, overview }: { roundId: string; overview: Overview }) {
  const t = useResultsText()
  const problemText = useProblemText()
  const [isAsking, setAsking] = useState(false)
  const [withTies, setWithTies] = useState(false)
  const { versions, publishedAt, complaintDeadline, openComplaintCount, openRulingCount, draw } = overview
  const [latest] = versions
  const publishing = useResultAct(
    roundId,
    () => call('publishResults', { params: { roundId }, body: { versionId: latest?.id ?? '', withTies } }),
    t('publish.done'),
    () => setAsking(false),
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
          <p>{t('publish.lead', { number: latest.number })}</p>
          {openRulingCount > 0 && <Banner tone="warn">{t('publish.pending', { count: openRulingCount })}</Banner>}
          {draw.isNeeded && <Checkbox label={t('publish.withTies')} checked={withTies} onChange={setWithTies} />}
          <Row>
            <Button variant="primary" disabled={draw.isNeeded && !withTies} onClick={() => setAsking(true)}>
              {t('publish.act')}
            </Button>
          </Row>
          <ConfirmDialog
            open={isAsking}
            title={t('publish.confirmTitle', { number: latest.number })}
            confirmLabel={t('publish.act')}
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
