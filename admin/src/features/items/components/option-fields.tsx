import { Button, Icon, IconButton, Textarea } from '@thiso/kit'
import CircleAlert from 'lucide-react/icons/circle-alert'
import Plus from 'lucide-react/icons/plus'
import Trash from 'lucide-react/icons/trash-2'
import { useId } from 'react'
import { useItemsText } from '../hooks/use-items-text'
import { type DraftOption, emptyOption, MAX_OPTIONS, MIN_OPTIONS } from '../item-draft'
import { letterOf } from '../item-hints'
import type { FieldsProps } from './fields'

/** The options with the key chosen by a radio beside each. */
export function OptionFields({ draft, change, errorOf }: FieldsProps) {
  const t = useItemsText()
  const base = useId()
  const { options, keyId } = draft
  const keyError = errorOf('key')

  const write = (id: string, text: string) =>
    change({ options: options.map((option) => (option.id === id ? { ...option, text } : option)) })
  const remove = (gone: DraftOption) =>
    change({
      options: options.filter((option) => option.id !== gone.id),
      ...(keyId === gone.id ? { keyId: null } : {}),
    })

  return (
    <fieldset className="ts-field items-options" aria-describedby={`${base}-hint${keyError ? ` ${base}-error` : ''}`}>
      <legend className="ts-field-label">{t('editor.options')}</legend>
      <div className="ts-field-hint" id={`${base}-hint`}>
        {t('editor.optionsHint')}
      </div>
      {options.map((option, index) => {
        const letter = letterOf(index)
        return (
          <div key={option.id} className="items-option" data-key={option.id === keyId || undefined}>
            <label className="ts-choice items-option-key">
              <input
                id={index === 0 ? 'item-key' : undefined}
                type="radio"
                name={`${base}-key`}
                checked={option.id === keyId}
                aria-invalid={keyError ? true : undefined}
                aria-label={t('editor.key', { letter })}
                onChange={() => change({ keyId: option.id })}
              />
              <span aria-hidden="true">{letter}</span>
            </label>
            <div className="items-option-text">
              <Textarea
                id={`item-option:${option.id}`}
                label={t('editor.option', { letter })}
                hideLabel
                rows={1}
                maxLength={500}
                value={option.text}
                onChange={(text) => write(option.id, text)}
                onKeyDown={(event) => {
                  // An option is one paragraph; the Enter key is left to the page.
                  if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault()
                }}
                error={errorOf(`option:${option.id}`)}
              />
              {option.id === keyId && <span className="items-option-mark">{t('editor.isKey')}</span>}
            </div>
            <IconButton
              icon={Trash}
              iconSize={18}
              label={t('editor.removeOption', { letter })}
              disabled={options.length <= MIN_OPTIONS}
              onClick={() => remove(option)}
            />
          </div>
        )
      })}
      {keyError && (
        <div className="ts-field-error" id={`${base}-error`}>
          <Icon of={CircleAlert} size={18} />
          <span>{keyError}</span>
        </div>
      )}
      {options.length < MAX_OPTIONS && (
        <div>
          <Button
            variant="quiet"
            size="small"
            icon={Plus}
            onClick={() => change({ options: [...options, emptyOption()] })}
          >
            {t('editor.addOption')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
