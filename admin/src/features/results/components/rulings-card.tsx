import {
  Badge,
  type BadgeTone,
  Banner,
  Button,
  Card,
  ErrorState,
  formatDateTime,
  Row,
  Skeleton,
  Stack,
} from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useProblemText } from '../../../lib/problem'
import { ITEM_PARAM } from '../../../lib/round-links'
import { type RuledItem, type Ruling, useResultAct, useRulings, type Version } from '../results-queries'
import { useResultsText } from '../use-results-text'
import { PreviewDialog } from './preview-dialog'
import { ProposeDialog } from './propose-dialog'
import { RulingTitle } from './ruling-words'

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
  const [search] = useSearchParams()
  if (!latest)
    return (
      <Card title={t('rulings.title')}>
        {search.has(ITEM_PARAM) ? (
          <Banner tone="info">{t('rulings.closeFirst')}</Banner>
        ) : (
          <p className="ts-quiet-text">{t('rulings.before')}</p>
        )}
      </Card>
    )
  return <RulingsList roundId={roundId} latest={latest} />
}

function RulingsList({ roundId, latest }: { roundId: string; latest: Version }) {
  const t = useResultsText()
  const problemText = useProblemText()
  const query = useRulings(roundId)
  // From the analysis or a complaint one comes with an item: the proposal is open at once.
  const [search, setSearch] = useSearchParams()
  const startItemId = search.get(ITEM_PARAM) ?? undefined
  const [isAsked, setAsked] = useState(false)
  const isProposing = isAsked || startItemId !== undefined
  const close = () => {
    setAsked(false)
    if (startItemId !== undefined) setSearch({}, { replace: true })
  }
  const [open, setOpen] = useState<Ruling | null>(null)
  const rulings = query.data?.rulings
  const itemOf = (ruling: Ruling) =>
    query.data?.items.find(({ itemVersionId }) => itemVersionId === ruling.itemVersionId)
  return (
    <Card
      title={t('rulings.title')}
      actions={
        <Button disabled={!query.data} onClick={() => setAsked(true)}>
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
              <RulingLine
                key={ruling.id}
                roundId={roundId}
                ruling={ruling}
                item={itemOf(ruling)}
                onPreview={() => setOpen(ruling)}
              />
            ))}
          </ul>
        )}
      </Stack>
      {isProposing && query.data && (
        <ProposeDialog
          roundId={roundId}
          items={query.data.items}
          versionId={latest.id}
          startItemId={startItemId}
          onSent={setOpen}
          onClose={close}
        />
      )}
      {open && <PreviewDialog roundId={roundId} ruling={open} item={itemOf(open)} onClose={() => setOpen(null)} />}
    </Card>
  )
}

interface RulingLineProps {
  roundId: string
  ruling: Ruling
  item: RuledItem | undefined
  onPreview: () => void
}

function RulingLine({ roundId, ruling, item, onPreview }: RulingLineProps) {
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
          <RulingTitle ruling={ruling} item={item} />
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
