import { useQuery } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { Banner, Button, Dialog, formatNumber, Loading, Stack, Table, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { LONG_MS, type RuledItem, type Ruling, useResultAct } from '../results-queries'
import { useResultsText } from '../use-results-text'
import { PrizeChanges } from './prize-changes'
import { RulingMeaning, RulingTitle } from './ruling-words'

type Preview = ApiOutput<'previewRuling'>

interface PreviewDialogProps {
  roundId: string
  ruling: Ruling
  item: RuledItem | undefined
  onClose: () => void
}

/** What a ruling would change, and the decision of another person. */
export function PreviewDialog({ roundId, ruling, item, onClose }: PreviewDialogProps) {
  const t = useResultsText()
  const problemText = useProblemText()
  const [reason, setReason] = useState('')
  const params = { rulingId: ruling.id }
  const query = useQuery({
    queryKey: ['rounds', roundId, 'ruling-preview', ruling.id],
    queryFn: ({ signal }) => call('previewRuling', { params, signal, timeoutMs: LONG_MS }),
    gcTime: 0,
  })
  const approving = useResultAct(
    roundId,
    () => call('decideRuling', { params, body: { decision: 'approve', reason }, timeoutMs: LONG_MS }),
    t('rulings.approved'),
    onClose,
  )
  const rejecting = useResultAct(
    roundId,
    () => call('decideRuling', { params, body: { decision: 'reject', reason } }),
    t('rulings.rejected'),
    onClose,
  )
  const error = query.error ?? approving.error ?? rejecting.error
  return (
    <Dialog
      open
      size="large"
      title={t('rulings.previewTitle')}
      onClose={onClose}
      actions={
        !ruling.isOwn && (
          <>
            <Button
              variant="danger"
              busy={rejecting.isPending}
              disabled={reason.trim().length < 5}
              onClick={() => rejecting.mutate()}
            >
              {t('rulings.reject')}
            </Button>
            <Button
              variant="primary"
              busy={approving.isPending}
              disabled={!query.data}
              onClick={() => approving.mutate()}
            >
              {t('rulings.approve')}
            </Button>
          </>
        )
      }
    >
      <Stack>
        <p className="results-text">
          <RulingTitle ruling={ruling} item={item} />
          <br />
          {ruling.reason}
        </p>
        <RulingMeaning ruling={ruling} item={item} />
        {error && <Banner tone="bad">{problemText(error)}</Banner>}
        {query.isPending && <Loading block label={t('rulings.previewing')} />}
        {query.data && <PreviewBody preview={query.data} />}
        {ruling.isOwn ? (
          <p className="ts-quiet-text">{t('rulings.own')}</p>
        ) : (
          <TextInput label={t('rulings.rejectReason')} value={reason} onChange={setReason} maxLength={2_000} />
        )}
      </Stack>
    </Dialog>
  )
}

function PreviewBody({ preview }: { preview: Preview }) {
  const t = useResultsText()
  const { moves, moveCount, rankMoveCount, participantCount } = preview
  const place = (rank: number | null, points: number | null) =>
    rank === null || points === null
      ? t('rulings.noRank')
      : t('rulings.rankPoints', { rank, points: formatNumber(points) })
  return (
    <>
      <p>
        {moveCount === 0
          ? t('rulings.noMoves')
          : t('rulings.moves', {
              points: formatNumber(moveCount),
              ranks: formatNumber(rankMoveCount),
              people: formatNumber(participantCount),
            })}
      </p>
      <PrizeChanges preview={preview} />
      {moves.length > 0 && (
        <Table
          caption={t('rulings.previewTitle')}
          hideCaption
          dense
          rows={moves}
          rowKey={({ accountId }) => accountId}
          columns={[
            { id: 'name', header: t('rows.name'), rowHeader: true, cell: ({ fullName }) => fullName },
            {
              id: 'before',
              header: t('rulings.before_'),
              cell: ({ rankBefore, pointsBefore }) => place(rankBefore, pointsBefore),
            },
            {
              id: 'after',
              header: t('rulings.after'),
              cell: ({ rankAfter, pointsAfter }) => place(rankAfter, pointsAfter),
            },
          ]}
        />
      )}
    </>
  )
}
