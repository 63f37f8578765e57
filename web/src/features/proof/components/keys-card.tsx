import { Card, CopyButton, Stack, formatDateTime } from '@thiso/kit'
import type { RoundProof } from '../proof'
import { useProofTexts } from '../texts/use-proof-texts'
import { Value } from './value'

/** The keys that everything here is signed with, the one in use first. */
export function KeysCard({ keys }: { keys: RoundProof['keys'] }) {
  const t = useProofTexts()
  const ordered = [...keys].sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent))
  return (
    <Card title={t('keys.title')}>
      <Stack>
        <p>{t('keys.text')}</p>
        {ordered.map(({ verifierKey, since, isCurrent }) => (
          <Stack gap={2} align="start" key={verifierKey}>
            <Value name={t(isCurrent ? 'keys.current' : 'keys.earlier', { at: formatDateTime(since) })}>
              {verifierKey}
            </Value>
            <CopyButton text={verifierKey} size="small" />
          </Stack>
        ))}
      </Stack>
    </Card>
  )
}
