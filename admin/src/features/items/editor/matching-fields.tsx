import { Button, IconButton } from '@thiso/kit'
import Plus from 'lucide-react/icons/plus'
import Trash from 'lucide-react/icons/trash-2'
import { RichField } from '../../../lib/rich/rich-field'
import { MOST_LINES, newExtra } from '../draft/item-draft'
import { useItemsText } from '../hooks/use-items-text'
import type { FieldsProps } from './fields'
import { LineRow } from './line-row'
import { LinesField } from './lines-field'
import { useLines } from './use-lines'

/** Pairs, and further choices that belong to no prompt. */
export function MatchingFields(props: FieldsProps) {
  const { draft, change, errorOf } = props
  const t = useItemsText()
  const lines = useLines(props)
  const { distractors } = draft
  return (
    <>
      <LinesField
        legend={t('editor.pairs')}
        hint={t('editor.pairsHint')}
        errors={[errorOf('lines')]}
        addLabel={t('editor.addPair')}
        canAdd={lines.canAdd}
        onAdd={lines.add}
      >
        {lines.lines.map((line, index) => {
          const number = index + 1
          return (
            <LineRow
              key={line.id}
              name={t('editor.pair', { number })}
              canRemove={lines.canRemove}
              onRemove={() => lines.remove(line.id)}
              onMove={lines.moves(index)}
              lead={
                <span className="items-line-lead items-line-letter ts-number" aria-hidden="true">
                  {number}.
                </span>
              }
            >
              <div className="items-pair">
                <RichField
                  id={`item-line:${line.id}`}
                  label={t('editor.prompt', { number })}
                  hideLabel
                  placeholder={t('editor.promptPlace')}
                  lang="vi"
                  shape="line"
                  value={line.text}
                  onChange={(text) => lines.write(line.id, { text })}
                  onEnter={() => document.getElementById(`item-match:${line.id}`)?.focus()}
                  error={errorOf(`line:${line.id}`)}
                />
                <RichField
                  id={`item-match:${line.id}`}
                  label={t('editor.choice', { number })}
                  hideLabel
                  placeholder={t('editor.choicePlace')}
                  lang="vi"
                  shape="line"
                  value={line.match}
                  onChange={(match) => lines.write(line.id, { match })}
                  onEnter={() => lines.goOn(index)}
                  error={errorOf(`match:${line.id}`)}
                />
              </div>
            </LineRow>
          )
        })}
      </LinesField>
      <fieldset className="ts-field items-lines">
        <legend className="ts-field-label">{t('editor.distractors')}</legend>
        <div className="ts-field-hint">{t('editor.distractorsHint')}</div>
        {distractors.map((line, index) => (
          <div key={line.id} className="items-extra">
            <RichField
              id={`item-distractor:${line.id}`}
              label={t('editor.distractor', { number: index + 1 })}
              hideLabel
              lang="vi"
              shape="line"
              value={line.text}
              onChange={(text) =>
                change({ distractors: distractors.map((other) => (other.id === line.id ? { ...other, text } : other)) })
              }
              error={errorOf(`distractor:${line.id}`)}
            />
            <IconButton
              icon={Trash}
              iconSize={18}
              label={t('editor.removeLine', { name: t('editor.distractor', { number: index + 1 }) })}
              onClick={() => change({ distractors: distractors.filter((other) => other.id !== line.id) })}
            />
          </div>
        ))}
        {draft.lines.length + distractors.length < MOST_LINES && (
          <div>
            <Button
              variant="quiet"
              size="small"
              icon={Plus}
              onClick={() => change({ distractors: [...distractors, newExtra()] })}
            >
              {t('editor.addDistractor')}
            </Button>
          </div>
        )}
      </fieldset>
    </>
  )
}
