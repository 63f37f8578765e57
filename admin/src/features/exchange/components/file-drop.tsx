import { Button, classes, Field } from '@thiso/kit'
import FileUp from 'lucide-react/icons/file-up'
import { type DragEvent, useRef, useState } from 'react'
import { useExchangeText } from '../use-exchange-text'

interface FileDropProps {
  error: string | undefined
  isBusy: boolean
  /** What is being done with the chosen file, in a few words. */
  says: string | null
  onChoose: (file: File) => void
}

export function FileDrop({ error, isBusy, says, onChoose }: FileDropProps) {
  const t = useExchangeText()
  const [isOver, setIsOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    const file = event.dataTransfer.files[0]
    if (file && !isBusy) onChoose(file)
  }
  return (
    <Field label={t('start.fileLabel')} hint={t('start.fileHint')} error={error}>
      {(wiring) => (
        // Dropping a file is an extra for the mouse; the field inside does the same with every device.
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        <div
          className={classes('exchange-drop', isOver && 'exchange-drop-over')}
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
            accept=".docx,.xlsx,.csv,.txt,.gift,.xml,.zip,.json"
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
            busy={isBusy}
            onClick={() => input.current?.click()}
          >
            {t('start.choose')}
          </Button>
          <span role="status">{says ?? t('start.drop')}</span>
        </div>
      )}
    </Field>
  )
}
