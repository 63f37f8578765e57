import { useMutation } from '@tanstack/react-query'
import { Button, notify, useLocale } from '@thiso/kit'
import Download from 'lucide-react/icons/download'
import { useProblemText } from '../../../lib/problem'
import { saveFile } from '../../../lib/save-file'
import type { Analysis } from '../figures'
import { useAnalysisText } from '../use-analysis-text'

const formats = ['xlsx', 'csv', 'pdf'] as const

export function ExportButtons({ roundId, attempts }: { roundId: string; attempts: Analysis['attempts'] }) {
  const t = useAnalysisText()
  const problemText = useProblemText()
  const [locale] = useLocale()
  const saving = useMutation({
    mutationFn: (format: (typeof formats)[number]) =>
      saveFile('itemAnalysisFile', { roundId, format }, { locale, attempts }),
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
