import { useMutation } from '@tanstack/react-query'
import { Button, notify, useLocale } from '@thiso/kit'
import Download from 'lucide-react/icons/download'
import { useProblemText } from '../../../lib/problem'
import { saveFile } from '../../../lib/save-file'
import { useReportText } from './use-report-text'

const ROUTES = { sheet: 'lessonReportSheet', pdf: 'lessonReportPdf' } as const

/** The same report to keep, to print or to hand in. */
export function ReportFiles({ lessonId }: { lessonId: string }) {
  const t = useReportText()
  const problemText = useProblemText()
  const [locale] = useLocale()
  const saving = useMutation({
    mutationFn: (file: keyof typeof ROUTES) => saveFile(ROUTES[file], { lessonId }, { locale }),
    onError: (error) => notify(t('file.failed', { reason: problemText(error) }), { tone: 'bad' }),
  })
  return (
    <>
      {(['sheet', 'pdf'] as const).map((file) => (
        <Button
          key={file}
          icon={Download}
          busy={saving.isPending && saving.variables === file}
          onClick={() => saving.mutate(file)}
        >
          {t(`file.${file}`)}
        </Button>
      ))}
    </>
  )
}
