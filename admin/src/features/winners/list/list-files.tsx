import { useMutation } from '@tanstack/react-query'
import { Button, Card, notify, Row, useLocale } from '@thiso/kit'
import Download from 'lucide-react/icons/download'
import { useProblemText } from '../../../lib/problem'
import { saveFile } from '../../../lib/save-file'
import { useWinnersText } from '../hooks/use-winners-text'

interface ListFilesProps {
  contestId: string
  list: string
  isPublished: boolean
}

const files = [
  ['exportWinnerList', 'xlsx', 'list'],
  ['exportWinnerList', 'csv', 'list'],
  ['exportWinnerList', 'pdf', 'list'],
  ['winnersMinutes', 'docx', 'minutes'],
  ['winnersMinutes', 'pdf', 'minutes'],
] as const

const contestFiles = [
  ['exportParticipation', 'xlsx', 'participation'],
  ['exportParticipation', 'pdf', 'participation'],
  ['contestReport', 'docx', 'report'],
  ['contestReport', 'pdf', 'report'],
  ['contestReport', 'xlsx', 'report'],
] as const

/** Everything about a list and its contest that leaves as a file. */
export function ListFiles({ contestId, list, isPublished }: ListFilesProps) {
  const t = useWinnersText()
  const problemText = useProblemText()
  const [locale] = useLocale()
  const saving = useMutation({
    mutationFn: ({ name, format }: { name: Parameters<typeof saveFile>[0]; format: string }) =>
      saveFile(name, { contestId, list, format }, { locale }),
    onError: (error) => notify(t('export.failed', { reason: problemText(error) }), { tone: 'bad' }),
  })
  const button = (name: Parameters<typeof saveFile>[0], format: string, label: string) => (
    <Button
      key={`${name} ${format}`}
      size="small"
      icon={Download}
      busy={saving.isPending && saving.variables.name === name && saving.variables.format === format}
      onClick={() => saving.mutate({ name, format })}
    >
      {`${label} (${format.toUpperCase()})`}
    </Button>
  )
  return (
    <Card title={t('files.title')}>
      <Row>
        {files.map(([name, format, label]) => button(name, format, t(`files.${label}`)))}
        {isPublished && button('winnerCertificates', 'pdf', t('files.certificates'))}
        {contestFiles.map(([name, format, label]) => button(name, format, t(`files.${label}`)))}
      </Row>
    </Card>
  )
}
