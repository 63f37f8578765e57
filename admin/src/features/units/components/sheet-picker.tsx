import { useMutation } from '@tanstack/react-query'
import { Button, notify } from '@thiso/kit'
import Download from 'lucide-react/icons/download'
import { FileDrop } from '../../../lib/file-drop'
import { useProblemText } from '../../../lib/problem'
import { useUnitsText } from '../hooks/use-units-text'
import { saveFile } from '../../../lib/save-file'

interface SheetPickerProps {
  chosen: string | null
  error: string | undefined
  isBusy: boolean
  onChoose: (file: File) => void
}

export function SheetPicker({ chosen, error, isBusy, onChoose }: SheetPickerProps) {
  const t = useUnitsText()
  const problemText = useProblemText()
  const template = useMutation({
    mutationFn: () => saveFile('unitTemplate'),
    onError: (failure) => notify(t('importing.templateFailed', { reason: problemText(failure) }), { tone: 'bad' }),
  })
  return (
    <ol className="units-steps">
      <li>
        <p>{t('importing.step1')}</p>
        <Button icon={Download} busy={template.isPending} onClick={() => template.mutate()}>
          {t('importing.template')}
        </Button>
      </li>
      <li>
        <FileDrop
          label={t('importing.step2')}
          hint={t('importing.fileHint')}
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          choose={t('importing.choose')}
          says={chosen ?? t('importing.dropHere')}
          error={error}
          isBusy={isBusy}
          onChoose={onChoose}
        />
      </li>
    </ol>
  )
}
