import { useId } from 'react'
import { RichField } from '../../../lib/rich/rich-field'
import type { Line } from '../draft/item-draft'
import { useItemsText } from '../hooks/use-items-text'
import type { FieldsProps } from './fields'
import { LineRow } from './line-row'
import { LinesField } from './lines-field'
import { letterOf, useLines } from './use-lines'

/** Options with the key chosen beside each: one radio, or a box for each right one. Alt+Enter in the text does the same. */
export function ChoiceFields(props: FieldsProps) {
  const { draft, change, errorOf } = props
  const t = useItemsText()
  const name = useId()
  const lines = useLines(props)
  const isSingle = draft.type === 'single-choice'
  const keyError = errorOf('key')
  const isKey = (line: Line) => (isSingle ? line.id === draft.keyId : line.isKey)
  const mark = (line: Line) => (isSingle ? change({ keyId: line.id }) : lines.write(line.id, { isKey: !line.isKey }))

  return (
    <LinesField
      legend={t('editor.options')}
      hint={t(isSingle ? 'editor.optionsHint' : 'editor.optionsHintMany')}
      errors={[errorOf('lines'), keyError]}
      addLabel={t('editor.addOption')}
      canAdd={lines.canAdd}
      onAdd={lines.add}
    >
      {lines.lines.map((line, index) => {
        const letter = letterOf(index)
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: hears a shortcut of the field inside
          <div
            key={line.id}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !event.altKey) return
              event.preventDefault()
              event.stopPropagation()
              mark(line)
            }}
          >
            <LineRow
              name={t('editor.option', { letter })}
              isKey={isKey(line)}
              canRemove={lines.canRemove}
              onRemove={() => lines.remove(line.id)}
              onMove={lines.moves(index)}
              lead={
                <label className="ts-choice items-line-lead">
                  <input
                    id={index === 0 ? 'item-key' : undefined}
                    type={isSingle ? 'radio' : 'checkbox'}
                    name={name}
                    checked={isKey(line)}
                    aria-invalid={keyError ? true : undefined}
                    aria-label={t(isSingle ? 'editor.key' : 'editor.oneKey', { letter })}
                    onChange={() => mark(line)}
                  />
                  <span aria-hidden="true">{letter}</span>
                </label>
              }
            >
              <RichField
                id={`item-line:${line.id}`}
                label={t('editor.option', { letter })}
                hideLabel
                lang="vi"
                shape="line"
                value={line.text}
                onChange={(text) => lines.write(line.id, { text })}
                onEnter={() => lines.goOn(index)}
                onPasteLines={(text) => lines.spread(index, text)}
                error={errorOf(`line:${line.id}`)}
              />
              {isKey(line) && <span className="items-line-mark">{t('editor.isKey')}</span>}
            </LineRow>
          </div>
        )
      })}
    </LinesField>
  )
}
