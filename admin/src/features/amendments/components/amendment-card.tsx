import { Badge, Banner, Button, Card, ConfirmDialog, formatDateTime, Row, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import type { NameOf } from '@thiso/contracts/rule-words'
import { useState } from 'react'
import { type Amendment, useAmendmentAct } from '../../../lib/amendments/amendment-queries'
import { ChangeList } from '../../../lib/amendments/change-list'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { useSession } from '../../../lib/session'
import { useAmendmentText } from '../use-amendment-text'

/** One amendment: what it changes, why, and what can be done with it. */
export function AmendmentCard({ amendment, nameOf }: { amendment: Amendment; nameOf: NameOf }) {
  const t = useAmendmentText()
  const localized = useLocalized()
  const problemText = useProblemText()
  const { account } = useSession()
  const [isAsking, setAsking] = useState(false)
  const params = { amendmentId: amendment.id }
  const approve = useAmendmentAct(
    () => call('decideAmendment', { params, body: { isApproved: true } }),
    t('approved'),
    () => setAsking(false),
  )
  const reject = useAmendmentAct(() => call('decideAmendment', { params, body: { isApproved: false } }), t('rejected'))
  const withdraw = useAmendmentAct(() => call('withdrawAmendment', { params }), t('withdrawn'))
  const isOwn = account?.id === amendment.proposedById
  const error = reject.error ?? withdraw.error
  return (
    <Card
      title={amendment.roundName ? localized(amendment.roundName) : t('whole')}
      tone={amendment.state === 'proposed' ? 'raised' : 'plain'}
      actions={
        <Badge tone={amendment.state === 'approved' ? 'good' : amendment.state === 'proposed' ? 'sun' : 'neutral'}>
          {t(`states.${amendment.state}`)}
        </Badge>
      }
    >
      <Stack gap={4}>
        <p>{t('reason', { reason: amendment.reason })}</p>
        <ChangeList changes={amendment.changes} nameOf={nameOf} />
        <p className="ts-quiet-text ts-small">
          {[
            t('proposed', { name: amendment.proposedByName, at: formatDateTime(amendment.proposedAt) }),
            amendment.decidedAt &&
              t('decided', { name: amendment.decidedByName ?? '', at: formatDateTime(amendment.decidedAt) }),
            amendment.rulesVersion !== null && t('version', { version: amendment.rulesVersion }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {amendment.state === 'proposed' && isOwn && <Banner tone="info">{t('own')}</Banner>}
        {error && <Banner tone="bad">{problemText(error)}</Banner>}
        {amendment.state === 'proposed' && (
          <Row gap={3}>
            {isOwn ? (
              <Button busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
                {t('withdraw')}
              </Button>
            ) : (
              <>
                <Button variant="primary" onClick={() => setAsking(true)}>
                  {t('approve')}
                </Button>
                <Button busy={reject.isPending} onClick={() => reject.mutate()}>
                  {t('reject')}
                </Button>
              </>
            )}
          </Row>
        )}
      </Stack>
      <ConfirmDialog
        open={isAsking}
        title={t('approveTitle')}
        confirmLabel={t('approve')}
        busy={approve.isPending}
        error={approve.error ? problemText(approve.error) : undefined}
        onConfirm={() => approve.mutate()}
        onCancel={() => setAsking(false)}
      >
        <p>{t('approveText')}</p>
      </ConfirmDialog>
    </Card>
  )
}
