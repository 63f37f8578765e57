import { useMutation } from '@tanstack/react-query'
import { urlOf } from '@thiso/contracts/routes'
import { Button, notify, useLocale } from '@thiso/kit'
import Download from 'lucide-react/icons/download'
import { useProblemText } from '../../../lib/problem'
import { download } from '../download'
import { useWinnersText } from '../hooks/use-winners-text'

interface ExportButtonsProps {
  route: 'exportWinners' | 'exportStandings'
  roundId: string
}

const formats = ['xlsx', 'csv'] as const

export function ExportButtons({ route, roundId }: ExportButtonsProps) {
  const t = useWinnersText()
  const problemText = useProblemText()
  const [locale] = useLocale()
  const saving = useMutation({
    mutationFn: (format: (typeof formats)[number]) =>
      download(urlOf(route, { roundId, format }, { locale }), `${route}.${format}`),
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
