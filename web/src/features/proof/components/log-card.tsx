import { Badge, Banner, Card, type Column, Stack, Table, formatDateTime, formatNumber } from '@thiso/kit'
import type { RoundProof } from '../proof'
import { useProofTexts } from '../texts/use-proof-texts'
import { SignedLine } from './signed-line'

type Checkpoint = RoundProof['checkpoints'][number]

/** The signed states of the round's log. */
export function LogCard({ proof }: { proof: RoundProof }) {
  const t = useProofTexts()
  const [newest] = proof.checkpoints
  const columns: Column<Checkpoint>[] = [
    {
      id: 'time',
      header: t('log.time'),
      rowHeader: true,
      cell: ({ madeAt, isFinal }) => (
        <>
          {formatDateTime(madeAt, true)} {isFinal && <Badge tone="good">{t('log.final')}</Badge>}
        </>
      ),
    },
    ...(proof.isSealed
      ? []
      : ([
          {
            id: 'size',
            header: t('log.size'),
            numeric: true,
            cell: ({ open }) => open && formatNumber(open.size),
          },
        ] satisfies Column<Checkpoint>[])),
    {
      id: 'root',
      header: t('log.root'),
      cell: ({ open, line }) => <code className="proof-value">{open ? open.root : sealIn(line)}</code>,
    },
  ]
  return (
    <Card title={t('log.title')}>
      <Stack>
        <p>{t('log.text')}</p>
        {proof.isSealed && <Banner tone="info">{t('log.sealed')}</Banner>}
        {proof.isEnded && newest && <p>{t('log.ended')}</p>}
        {newest ? (
          <>
            <h3>{t('log.newest')}</h3>
            <p className="ts-quiet-text ts-small">{t('round.postHint')}</p>
            <SignedLine line={newest.line} note={newest.open?.note ?? null} />
            <Table
              caption={t('log.caption')}
              columns={columns}
              rows={proof.checkpoints}
              rowKey={({ ordinal }) => String(ordinal)}
            />
            <p>
              <a href={`/api/rounds/${proof.roundId}/proof/checkpoints.txt`} download>
                {t('log.all', { count: formatNumber(proof.checkpointCount) })}
              </a>
            </p>
          </>
        ) : (
          <p className="ts-quiet-text">{t('log.none')}</p>
        )}
      </Stack>
    </Card>
  )
}

/** The hash that stands for a checkpoint which is kept back. */
const sealIn = (line: string) => /sealed ([0-9a-f]{64})/.exec(line)?.[1] ?? ''
