import { Badge, type BadgeTone, Button, Card, ErrorState, formatDateTime, Row, Skeleton, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { type Ruling, useResultAct, useRulings, type Version } from '../results-queries'
import { useResultsText } from '../use-results-text'
import { PreviewDialog } from './preview-dialog'
import { ProposeDialog } from './propose-dialog'

const TONES: Record<Ruling['state'], BadgeTone> = {
  proposed: 'sun',
  approved: 'good',
  rejected: 'neutral',
  withdrawn: 'neutral',
}

interface RulingsCardProps {
  roundId: string
  latest: Version | undefined
}

/** Rulings, the newest first; what waits is previewed and decided by somebody else. */
export function RulingsCard({ roundId, latest }: RulingsCardProps) {
  const t = useResultsText()
  if (!latest)
    return (
      <Card title={t('rulings.title')}>
        <p className="ts-quiet-text">{t('rulings.before')}</p>
      </Card>
    )
  return <RulingsList roundId={roundId} latest={latest} />
}

function RulingsList({ roundId, latest }: { roundId: string; latest: Version }) {
  const t = useResultsText()
  const problemText = useProblemText()
  const query = useRulings(roundId)
  const [isProposing, setProposing] = useState(false)
  const [open, setOpen] = useState<Ruling | null>(null)
  const rulings = query.data?.rulings
  return (
    <Card
      title={t('rulings.title')}
      actions={
        <Button disabled={!query.data} onClick={() => setProposing(true)}>
          {t('rulings.propose')}
        </Button>
      }
    >
      <Stack>
        <p className="ts-quiet-text">{t('rulings.lead')}</p>
        {query.isPending && <Skeleton height={80} />}
        {query.isError && !rulings && (
          <ErrorState busy={query.isFetching} onRetry={() => void query.refetch()}>
            {problemText(query.error)}
          </ErrorState>
        )}
        {rulings?.length === 0 && <p>{t('rulings.none')}</p>}
        {rulings && rulings.length > 0 && (
          <ul className="results-list">
            {rulings.map((ruling) => (
              <RulingLine key={ruling.id} roundId={roundId} ruling={ruling} onPreview={() => setOpen(ruling)} />
            ))}
          </ul>
        )}
      </Stack>
      {isProposing && query.data && (
        <ProposeDialog
          roundId={roundId}
          items={query.data.items}
          versionId={latest.id}
          onClose={() => setProposing(false)}
        />
      )}
      {open && <PreviewDialog roundId={roundId} ruling={open} onClose={() => setOpen(null)} />}
    </Card>
  )
}

interface RulingLineProps {
  roundId: string
  ruling: Ruling
  onPreview: () => void
}

function RulingLine({ roundId, ruling, onPreview }: RulingLineProps) {
  const t = useResultsText()
  const withdrawing = useResultAct(
    roundId,
    () => call('decideRuling', { params: { rulingId: ruling.id }, body: { decision: 'withdraw', reason: '' } }),
    t('rulings.withdrawn'),
  )
  return (
    <li>
      <Stack gap={2}>
        <Row>
          <strong>
            {t(`rulings.kind.${ruling.kind}`)}: {ruling.itemCode ?? ruling.personName}
          </strong>
          <Badge tone={TONES[ruling.state]}>{t(`rulings.state.${ruling.state}`)}</Badge>
        </Row>
        <p className="results-text">{ruling.reason}</p>
        <p className="ts-quiet-text ts-small">
          {t('rulings.by', { name: ruling.proposedBy, at: formatDateTime(ruling.proposedAt) })}
          {ruling.decidedAt &&
            ` · ${t('rulings.decided', { name: ruling.decidedBy ?? '', at: formatDateTime(ruling.decidedAt) })}`}
          {ruling.decisionReason && `: ${ruling.decisionReason}`}
        </p>
        {ruling.state === 'proposed' && (
          <Row>
            <Button onClick={onPreview}>{t('rulings.preview')}</Button>
            {ruling.isOwn && (
              <Button variant="quiet" busy={withdrawing.isPending} onClick={() => withdrawing.mutate()}>
                {t('rulings.withdraw')}
              </Button>
            )}
          </Row>
        )}
      </Stack>
    </li>
  )
}
