import { useQuery } from '@tanstack/react-query'
import { Banner, Card, Skeleton, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { Link } from 'react-router'
import { useProblemText } from '../../../lib/problem'
import { useProofTexts } from '../texts/use-proof-texts'
import { Value } from './value'

/** That one's paper was drawn, not chosen, once what it was drawn from is told. */
export function PaperCard({ attemptId, roundId }: { attemptId: string; roundId: string }) {
  const t = useProofTexts()
  const sentence = useProblemText()
  const { data, error, isPending } = useQuery({
    queryKey: ['paper-proof', attemptId],
    queryFn: ({ signal }) => call('paperProof', { params: { attemptId }, signal }),
  })
  const proof = data?.proof
  const isGood = proof?.isAsDrawn && proof.isAsCommitted !== false
  return (
    <Card title={t('paper.title')}>
      <Stack>
        {isPending && <Skeleton lines={3} />}
        {error && <p>{sentence(error)}</p>}
        {proof === null && <p>{t('paper.later')}</p>}
        {proof && (
          <>
            <Banner tone={isGood ? 'good' : 'bad'} title={t(isGood ? 'paper.good' : 'paper.bad')}>
              {t(!isGood ? 'paper.badText' : proof.isAsCommitted ? 'paper.goodText' : 'paper.uncommitted')}
            </Banner>
            <p>{t('paper.self')}</p>
            <Value name={t('paper.secret')}>{proof.secret}</Value>
            <Value name={t('paper.attempt')}>{proof.attemptId}</Value>
            <Value name={t('paper.pool')}>{proof.poolRoot}</Value>
          </>
        )}
        <p>
          <Link to={`/dot/${roundId}/kiem-chung`}>{t('paper.toRound')}</Link>
        </p>
      </Stack>
    </Card>
  )
}
