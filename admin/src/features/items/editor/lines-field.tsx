import { Button, Icon } from '@thiso/kit'
import CircleAlert from 'lucide-react/icons/circle-alert'
import Plus from 'lucide-react/icons/plus'
import { type ReactNode, useId } from 'react'

interface LinesFieldProps {
  legend: string
  hint: string
  errors: readonly (string | undefined)[]
  addLabel: string
  canAdd: boolean
  onAdd: () => void
  children: ReactNode
}

/** The lines of an item under one legend, with what is wrong with them as a whole. */
export function LinesField({ legend, hint, errors, addLabel, canAdd, onAdd, children }: LinesFieldProps) {
  const id = useId()
  const said = errors.filter(Boolean)
  return (
    <fieldset className="ts-field items-lines" aria-describedby={`${id}-hint${said.length > 0 ? ` ${id}-error` : ''}`}>
      <legend className="ts-field-label">{legend}</legend>
      <div className="ts-field-hint" id={`${id}-hint`}>
        {hint}
      </div>
      {children}
      <div id={`${id}-error`}>
        {said.map((error) => (
          <div key={error} className="ts-field-error">
            <Icon of={CircleAlert} size={18} />
            <span>{error}</span>
          </div>
        ))}
      </div>
      {canAdd && (
        <div>
          <Button variant="quiet" size="small" icon={Plus} onClick={onAdd}>
            {addLabel}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
