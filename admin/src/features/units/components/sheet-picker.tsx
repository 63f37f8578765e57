import { useMutation } from '@tanstack/react-query'
import { Button, classes, Field, notify } from '@thiso/kit'
import Download from 'lucide-react/icons/download'
import FileUp from 'lucide-react/icons/file-up'
import { type DragEvent, useRef, useState } from 'react'
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
  const [isOver, setIsOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const template = useMutation({
    mutationFn: () => saveFile('unitTemplate'),
    onError: (failure) => notify(t('importing.templateFailed', { reason: problemText(failure) }), { tone: 'bad' }),
  })
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    const file = event.dataTransfer.files[0]
    if (file && !isBusy) onChoose(file)
  }
  return (
    <ol className="units-steps">
      <li>
        <p>{t('importing.step1')}</p>
        <Button icon={Download} busy={template.isPending} onClick={() => template.mutate()}>
          {t('importing.template')}
        </Button>
      </li>
      <li>
        <Field label={t('importing.step2')} hint={t('importing.fileHint')} error={error}>
          {(wiring) => (
            // Dropping a file is an extra for the mouse; the field inside does the same with every device.
            // biome-ignore lint/a11y/noStaticElementInteractions: see above
            <div
              className={classes('units-drop', isOver && 'units-drop-over')}
              onDragOver={(event) => {
                event.preventDefault()
                setIsOver(true)
              }}
              onDragLeave={() => setIsOver(false)}
              onDrop={drop}
            >
              <input
                {...wiring}
                ref={input}
                className="ts-hidden"
                type="file"
                accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                disabled={isBusy}
                onChange={(event) => {
                  const file = event.target.files?.[0]
                  if (file) onChoose(file)
                  // The same file, corrected and saved again, must count as a new choice.
                  event.target.value = ''
                }}
              />
              {/* The browser's own button speaks the browser's language; this one speaks the page's. */}
              <Button
                variant="primary"
                icon={FileUp}
                tabIndex={-1}
                aria-hidden="true"
                disabled={isBusy}
                onClick={() => input.current?.click()}
              >
                {t('importing.choose')}
              </Button>
              <span role="status">{chosen ?? t('importing.dropHere')}</span>
            </div>
          )}
        </Field>
      </li>
    </ol>
  )
}
