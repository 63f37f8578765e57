import { Button, classes, Field } from '@thiso/kit'
import FileUp from 'lucide-react/icons/file-up'
import { type DragEvent, useRef, useState } from 'react'
import './file-drop.css'

interface FileDropProps {
  label: string
  hint: string
  /** The kinds of file, as the attribute `accept` of an input takes them. */
  accept: string
  /** The words on the button. */
  choose: string
  /** What stands beside the button: an invitation, or what is being done with the chosen file. */
  says: string
  error: string | undefined
  isBusy: boolean
  onChoose: (file: File) => void
}

/** A field that takes one file, by a button or dropped on it. */
export function FileDrop({ label, hint, accept, choose, says, error, isBusy, onChoose }: FileDropProps) {
  const [isOver, setIsOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    const file = event.dataTransfer.files[0]
    if (file && !isBusy) onChoose(file)
  }
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        // Dropping a file is an extra for the mouse; the field inside does the same with every device.
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        <div
          className={classes('file-drop', isOver && 'file-drop-over')}
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
            accept={accept}
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
            {choose}
          </Button>
          <span role="status">{says}</span>
        </div>
      )}
    </Field>
  )
}
