import { useMutation } from '@tanstack/react-query'
import { Button, Card, notify, useLocale } from '@thiso/kit'
import Download from 'lucide-react/icons/download'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { saveFile } from '../../../lib/save-file'
import { isChosen, NamesInFull } from '../components/names-in-full'
import { useWinnersText } from '../hooks/use-winners-text'

interface ListFilesProps {
  contestId: string
  list: string
  isPublished: boolean
  /** Made from final results, so that winners may be named in full. */
  isFinal: boolean
}

/** Documents in the order in which they are needed, each with the formats it comes in. */
const files = [
  { label: 'list', name: 'exportWinnerList', formats: ['pdf', 'xlsx', 'csv'] },
  { label: 'minutes', name: 'winnersMinutes', formats: ['pdf', 'docx'] },
  { label: 'certificates', name: 'winnerCertificates', formats: ['pdf'] },
  { label: 'participation', name: 'exportParticipation', formats: ['pdf', 'xlsx'] },
  { label: 'report', name: 'contestReport', formats: ['pdf', 'docx', 'xlsx'] },
] as const

/** Formats by the programs that people open them with. */
const FORMATS = { pdf: 'PDF', docx: 'Word', xlsx: 'Excel', csv: 'CSV' } as const

/** Everything about a list and its contest that leaves as a file. */
export function ListFiles({ contestId, list, isPublished, isFinal }: ListFilesProps) {
  const t = useWinnersText()
  const problemText = useProblemText()
  const [locale] = useLocale()
  const [reason, setReason] = useState<string | null>(null)
  const saving = useMutation({
    mutationFn: ({ name, format }: { name: Parameters<typeof saveFile>[0]; format: string }) =>
      saveFile(
        name,
        { contestId, list, format },
        { locale, reason: name === 'exportWinnerList' ? reason?.trim() : undefined },
      ),
    onError: (error) => notify(t('export.failed', { reason: problemText(error) }), { tone: 'bad' }),
  })
  return (
    <Card title={t('files.title')}>
      {isFinal && <NamesInFull reason={reason} onReason={setReason} hint={t('names.listHint')} />}
      <ul className="winners-files">
        {files
          .filter(({ label }) => label !== 'certificates' || isPublished)
          .map(({ label, name, formats }) => (
            <li key={label}>
              <span>{t(`files.${label}`)}</span>
              <span className="winners-formats">
                {formats.map((format) => (
                  <Button
                    key={format}
                    size="small"
                    icon={Download}
                    aria-label={`${t(`files.${label}`)} ${FORMATS[format]}`}
                    disabled={name === 'exportWinnerList' && !isChosen(reason)}
                    busy={saving.isPending && saving.variables.name === name && saving.variables.format === format}
                    onClick={() => saving.mutate({ name, format })}
                  >
                    {FORMATS[format]}
                  </Button>
                ))}
              </span>
            </li>
          ))}
      </ul>
    </Card>
  )
}
