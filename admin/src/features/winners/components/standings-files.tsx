import { useMutation } from '@tanstack/react-query'
import { Button, Card, notify, Row, Stack, useLocale } from '@thiso/kit'
import Download from 'lucide-react/icons/download'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { saveFile } from '../../../lib/save-file'
import { useWinnersText } from '../hooks/use-winners-text'
import { isChosen, NamesInFull } from './names-in-full'

const formats = ['xlsx', 'csv', 'pdf'] as const

/** The standings of a round as files. */
export function StandingsFiles({ roundId }: { roundId: string }) {
  const t = useWinnersText()
  const problemText = useProblemText()
  const [locale] = useLocale()
  const [reason, setReason] = useState<string | null>(null)
  const saving = useMutation({
    mutationFn: (format: (typeof formats)[number]) =>
      saveFile('exportStandings', { roundId, format }, { locale, reason: reason?.trim() }),
    onError: (error) => notify(t('export.failed', { reason: problemText(error) }), { tone: 'bad' }),
  })
  return (
    <Card title={t('files.title')}>
      <Stack>
        <NamesInFull reason={reason} onReason={setReason} hint={t('names.standingsHint')} />
        <Row>
          {formats.map((format) => (
            <Button
              key={format}
              icon={Download}
              busy={saving.isPending && saving.variables === format}
              disabled={!isChosen(reason)}
              onClick={() => saving.mutate(format)}
            >
              {t(`export.${format}`)}
            </Button>
          ))}
        </Row>
      </Stack>
    </Card>
  )
}
