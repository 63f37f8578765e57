import { Select, TextInput } from '@thiso/kit'
import { type LineLack, MOST_NAME, type RosterLine } from './roster'
import { useClassesText } from './use-classes-text'

/** Short, as it stands in every row; the whole is in the field's name. */
const EXTRAS = [0, 10, 20, 25, 33, 50, 75, 100]

interface RosterRowProps {
  line: RosterLine
  number: number
  lack: LineLack | undefined
  showsBlank: boolean
  onChange: (part: Partial<RosterLine>) => void
}

export function RosterRow({ line, number, lack, showsBlank, onChange }: RosterRowProps) {
  const t = useClassesText()
  const error =
    lack?.kind === 'twice'
      ? t('roster.twice', { number: lack.number })
      : lack && showsBlank
        ? t('roster.nameMissing')
        : undefined
  const extras = EXTRAS.includes(line.extraPercent) ? EXTRAS : [...EXTRAS, line.extraPercent].sort((a, b) => a - b)
  return (
    <div className="classes-pupil">
      <TextInput
        label={t('roster.nameOf', { number })}
        hideLabel
        lang="vi"
        autoComplete="off"
        spellCheck={false}
        maxLength={MOST_NAME}
        value={line.name}
        onChange={(name) => onChange({ name })}
        error={error}
      />
      <Select
        label={t('roster.extraOf', { name: line.name })}
        hideLabel
        options={extras.map((percent) => ({
          value: String(percent),
          label: t('roster.extra', { percent }),
        }))}
        value={String(line.extraPercent)}
        onChange={(percent) => onChange({ extraPercent: Number(percent) })}
      />
    </div>
  )
}
