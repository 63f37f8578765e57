import { Card, Stack } from '@thiso/kit'
import type { RoundProof } from '../proof'
import { useProofTexts } from '../texts/use-proof-texts'
import { Value } from './value'

/** What is told once the round is over, so that every paper can be drawn again. */
export function AfterCard({ proof }: { proof: RoundProof }) {
  const t = useProofTexts()
  return (
    <Card title={t('after.title')}>
      <Stack>
        {proof.secret === null ? (
          <p>{t('after.later')}</p>
        ) : (
          <>
            <p>{t('after.text')}</p>
            <Value name={t('after.secret')}>{proof.secret}</Value>
            <p>
              <a href={`/api/rounds/${proof.roundId}/proof/pool.jsonl`} download>
                {t('after.pool')}
              </a>
            </p>
          </>
        )}
        <p className="ts-quiet-text ts-small">{t('after.own')}</p>
      </Stack>
    </Card>
  )
}
