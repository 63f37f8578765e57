import { useId } from 'react'
import { RichField } from '../../../lib/rich/rich-field'
import { useItemsText } from '../hooks/use-items-text'
import type { FieldsProps } from './fields'
import { LineRow } from './line-row'
import { LinesField } from './lines-field'
import { useLines } from './use-lines'

const TRUTHS = [true, false] as const

/** Statements, each told to be true or false beside it. */
export function StatementFields(props: FieldsProps) {
  const { errorOf } = props
  const t = useItemsText()
  const name = useId()
  const lines = useLines(props)
  return (
    <LinesField
      legend={t('editor.statements')}
      hint={t('editor.statementsHint')}
      errors={[errorOf('lines'), errorOf('grading')]}
      addLabel={t('editor.addStatement')}
      canAdd={lines.canAdd}
      onAdd={lines.add}
    >
      {lines.lines.map((line, index) => {
        const letter = String.fromCharCode(97 + index)
        const label = t('editor.statement', { letter })
        const truthError = errorOf(`truth:${line.id}`)
        return (
          <LineRow
            key={line.id}
            name={label}
            canRemove={lines.canRemove}
            onRemove={() => lines.remove(line.id)}
            onMove={lines.moves(index)}
            lead={
              <span className="items-line-lead items-line-letter" aria-hidden="true">
                {letter})
              </span>
            }
          >
            <RichField
              id={`item-line:${line.id}`}
              label={label}
              hideLabel
              lang="vi"
              shape="line"
              value={line.text}
              onChange={(text) => lines.write(line.id, { text })}
              onEnter={() => lines.goOn(index)}
              onPasteLines={(text) => lines.spread(index, text)}
              error={errorOf(`line:${line.id}`)}
            />
            <div className="items-truths" role="radiogroup" aria-label={t('editor.truthOf', { name: label })}>
              {TRUTHS.map((truth) => (
                <label key={String(truth)} className="ts-choice">
                  <input
                    id={truth ? `item-truth:${line.id}` : undefined}
                    type="radio"
                    name={`${name}-${line.id}`}
                    checked={line.truth === truth}
                    aria-invalid={truthError ? true : undefined}
                    onChange={() => lines.write(line.id, { truth })}
                  />
                  <span>{t(truth ? 'editor.true' : 'editor.false')}</span>
                </label>
              ))}
              {truthError && <span className="ts-field-error">{truthError}</span>}
            </div>
          </LineRow>
        )
      })}
    </LinesField>
  )
}
