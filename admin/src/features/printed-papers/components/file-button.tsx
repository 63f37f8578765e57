import { useMutation } from '@tanstack/react-query'
import { Button, notify, useLocale } from '@thiso/kit'
import Download from 'lucide-react/icons/download'
import { useProblemText } from '../../../lib/problem'
import { saveFile } from '../../../lib/save-file'
import { usePapersText } from '../hooks/use-papers-text'
import type { PaperFile } from '../paper-files'

interface FileButtonProps {
  paperId: string
  file: PaperFile
  /** Instead of the file's whole name, where the rest is clear from around it. */
  children?: string
}

/** Fetches one file; laying out a long paper takes a moment, during which the button says so. */
export function FileButton({ paperId, file, children }: FileButtonProps) {
  const t = usePapersText()
  const problemText = useProblemText()
  const [locale] = useLocale()
  const label = file.label[locale]
  const saving = useMutation({
    mutationFn: () => saveFile('printedPaperFile', { paperId, fileName: file.name }),
    onSuccess: () => notify(t('paper.ready', { label })),
    onError: (error) => notify(t('paper.failed', { reason: problemText(error) }), { tone: 'bad' }),
  })
  return (
    <Button
      icon={Download}
      busy={saving.isPending}
      aria-label={
        children
          ? `${children}: ${t('paper.downloadAs', { label: withoutFormat(label) })}`
          : t('paper.downloadAs', { label })
      }
      onClick={() => saving.mutate()}
    >
      {children ?? label}
    </Button>
  )
}

/** "Đề 101 (PDF)" without what stands in brackets. */
function withoutFormat(label: string): string {
  return label.replace(/\s*\([^)]*\)$/, '')
}
