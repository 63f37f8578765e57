import { useQuery } from '@tanstack/react-query'
import { Card, Stack, formatDateTime } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { noteLine } from '../proof'
import { useProofTexts } from '../texts/use-proof-texts'
import { SignedLine } from './signed-line'

/** What was signed of each published version of the results, and the file with which anybody works them out again. */
export function BundleCard({ roundId }: { roundId: string }) {
  const t = useProofTexts()
  const { data } = useQuery({
    queryKey: ['round-bundle', roundId],
    queryFn: ({ signal }) => call('roundBundle', { params: { roundId }, signal }),
  })
  if (!data) return null
  return (
    <Card title={t('bundle.title')}>
      <Stack>
        <p>{t('bundle.text')}</p>
        {data.notes.length === 0 && <p className="ts-quiet-text">{t('bundle.none')}</p>}
        {data.notes.map(({ edition, version, note, madeAt }) => (
          <Stack gap={2} key={edition}>
            <h3>{t('bundle.version', { version, at: formatDateTime(madeAt, true) })}</h3>
            <SignedLine line={noteLine(note)} note={note} />
          </Stack>
        ))}
        {data.releasedAt && data.file ? (
          <p>
            <a href={`/api/rounds/${roundId}/bundle/file`} download>
              {t('bundle.file')}
            </a>
          </p>
        ) : (
          data.notes.length > 0 && <p className="ts-quiet-text">{t('bundle.later')}</p>
        )}
      </Stack>
    </Card>
  )
}
