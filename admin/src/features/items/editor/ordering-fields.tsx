import { RichField } from '../../../lib/rich/rich-field'
import { useItemsText } from '../hooks/use-items-text'
import type { FieldsProps } from './fields'
import { LineRow } from './line-row'
import { LinesField } from './lines-field'
import { useLines } from './use-lines'

/** Entries, written in the right order. */
export function OrderingFields(props: FieldsProps) {
  const { errorOf } = props
  const t = useItemsText()
  const lines = useLines(props)
  return (
    <LinesField
      legend={t('editor.entries')}
      hint={t('editor.entriesHint')}
      errors={[errorOf('lines')]}
      addLabel={t('editor.addEntry')}
      canAdd={lines.canAdd}
      onAdd={lines.add}
    >
      {lines.lines.map((line, index) => (
        <LineRow
          key={line.id}
          name={t('editor.entry', { number: index + 1 })}
          isOrderVital
          canRemove={lines.canRemove}
          onRemove={() => lines.remove(line.id)}
          onMove={lines.moves(index)}
          lead={
            <span className="items-line-lead items-line-letter ts-number" aria-hidden="true">
              {index + 1}.
            </span>
          }
        >
          <RichField
            id={`item-line:${line.id}`}
            label={t('editor.entry', { number: index + 1 })}
            hideLabel
            lang="vi"
            shape="line"
            value={line.text}
            onChange={(text) => lines.write(line.id, { text })}
            onEnter={() => lines.goOn(index)}
            onPasteLines={(text) => lines.spread(index, text)}
            error={errorOf(`line:${line.id}`)}
          />
        </LineRow>
      ))}
    </LinesField>
  )
}
