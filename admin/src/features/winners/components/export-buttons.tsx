import { useMutation } from '@tanstack/react-query'
import { Button, notify, useLocale } from '@thiso/kit'
import Download from 'lucide-react/icons/download'
import { useProblemText } from '../../../lib/problem'
import { saveFile } from '../../../lib/save-file'
import { useWinnersText } from '../hooks/use-winners-text'

interface ExportButtonsProps {
  route: 'exportWinners' | 'exportStandings'
  roundId: string
}

const formats = ['xlsx', 'csv', 'pdf'] as const

export function ExportButtons({ route, roundId }: ExportButtonsProps) {
  const t = useWinnersText()
  const problemText = useProblemText()
  const [locale] = useLocale()
  const saving = useMutation({
    mutationFn: (format: (typeof formats)[number]) => saveFile(route, { roundId, format }, { locale }),
    onError: (error) => notify(t('export.failed', { reason: problemText(error) }), { tone: 'bad' }),
  })
  return (
    <>
      {formats.map((format) => (
        <Button
          key={format}
          icon={Download}
          busy={saving.isPending && saving.variables === format}
          onClick={() => saving.mutate(format)}
        >
          {t(`export.${format}`)}
        </Button>
      ))}
    </>
  )
}
