import { Card, Stack, formatDateTime, formatNumber } from '@thiso/kit'
import type { RoundProof } from '../proof'
import { useProofTexts } from '../texts/use-proof-texts'
import { SignedLine } from './signed-line'
import { Value } from './value'

/** What was fixed before anybody took part; every version of it, the newest first. */
export function BeforeCard({ proof }: { proof: RoundProof }) {
  const t = useProofTexts()
  return (
    <Card title={t('before.title')}>
      <Stack>
        <p>{t(proof.commitments.length > 0 ? 'before.text' : 'before.none')}</p>
        {[...proof.commitments].reverse().map((commitment) => (
          <Stack gap={2} key={commitment.version}>
            <h3>
              {proof.commitments.length > 1 && `${t('before.version', { version: commitment.version })} · `}
              {t('before.at', { at: formatDateTime(commitment.madeAt, true) })}
            </h3>
            <Value name={t('before.secret')}>{commitment.secretCommitment}</Value>
            <Value name={t('before.pool')}>{commitment.poolRoot}</Value>
            <p className="ts-quiet-text ts-small">{t('before.size', { count: formatNumber(commitment.poolSize) })}</p>
            <SignedLine line={commitment.line} note={commitment.note} />
          </Stack>
        ))}
      </Stack>
    </Card>
  )
}
