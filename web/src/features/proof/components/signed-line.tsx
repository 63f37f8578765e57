import { CopyButton, Stack } from '@thiso/kit'
import { useProofTexts } from '../texts/use-proof-texts'
import { Value } from './value'

/** Something signed: the line to post, and the whole note for whoever wants it. */
export function SignedLine({ line, note }: { line: string; note: string | null }) {
  const t = useProofTexts()
  return (
    <Stack gap={2} align="start">
      <Value name={t('round.line')}>{line}</Value>
      <CopyButton text={line} size="small" label={t('round.copyLine')} />
      {note && (
        <details>
          <summary>{t('round.note')}</summary>
          <pre className="proof-note">{note}</pre>
        </details>
      )}
    </Stack>
  )
}
