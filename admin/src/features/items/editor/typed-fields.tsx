import { Checkbox, IconButton, NumberInput, RadioGroup, TextInput } from '@thiso/kit'
import Trash from 'lucide-react/icons/trash-2'
import { newExtra } from '../draft/item-draft'
import { useItemsText } from '../hooks/use-items-text'
import type { FieldsProps } from './fields'
import { LinesField } from './lines-field'

const MOST_ACCEPTED = 30

/** True or false as a whole. */
export function VerdictField({ draft, change, errorOf }: FieldsProps) {
  const t = useItemsText()
  return (
    <RadioGroup
      id="item-key"
      label={t('editor.verdict')}
      look="segments"
      required
      options={[
        { value: 'true', label: t('editor.true') },
        { value: 'false', label: t('editor.false') },
      ]}
      value={draft.isTrue === null ? '' : draft.isTrue ? 'true' : 'false'}
      onChange={(value) => change({ isTrue: value === 'true' })}
      error={errorOf('key')}
    />
  )
}

/** Texts that count as right. */
export function AcceptedFields({ draft, change, errorOf }: FieldsProps) {
  const t = useItemsText()
  const { accepted } = draft
  const error = errorOf('accepted')
  return (
    <>
      <LinesField
        legend={t('editor.accepted')}
        hint={t('editor.acceptedHint')}
        errors={[]}
        addLabel={t('editor.addAccepted')}
        canAdd={accepted.length < MOST_ACCEPTED}
        onAdd={() => change({ accepted: [...accepted, newExtra()] })}
      >
        {accepted.map((line, index) => (
          <div key={line.id} className="items-extra">
            <TextInput
              id={index === 0 ? 'item-accepted' : undefined}
              label={t('editor.acceptedOne', { number: index + 1 })}
              hideLabel
              lang="vi"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={300}
              value={line.text}
              onChange={(text) =>
                change({ accepted: accepted.map((other) => (other.id === line.id ? { ...other, text } : other)) })
              }
              error={index === 0 ? error : undefined}
            />
            <IconButton
              icon={Trash}
              iconSize={18}
              label={t('editor.removeLine', { name: t('editor.acceptedOne', { number: index + 1 }) })}
              disabled={accepted.length <= 1}
              onClick={() => change({ accepted: accepted.filter((other) => other.id !== line.id) })}
            />
          </div>
        ))}
      </LinesField>
      <Checkbox
        label={t('editor.ignoresDiacritics')}
        hint={t('editor.ignoresDiacriticsHint')}
        checked={draft.ignoresDiacritics}
        onChange={(ignoresDiacritics) => change({ ignoresDiacritics })}
      />
    </>
  )
}

/** The right number, how far off still counts, and its unit. */
export function NumberFields({ draft, change, errorOf }: FieldsProps) {
  const t = useItemsText()
  return (
    <div className="items-three">
      <NumberInput
        id="item-value"
        label={t('editor.value')}
        required
        decimals={6}
        value={draft.value}
        onChange={(value) => change({ value })}
        error={errorOf('value')}
      />
      <NumberInput
        label={t('editor.tolerance')}
        hint={t('editor.toleranceHint')}
        decimals={6}
        min={0}
        value={draft.tolerance}
        onChange={(tolerance) => change({ tolerance })}
      />
      <TextInput
        label={t('editor.unit')}
        hint={t('editor.unitHint')}
        maxLength={30}
        autoComplete="off"
        value={draft.unit}
        onChange={(unit) => change({ unit })}
      />
    </div>
  )
}
