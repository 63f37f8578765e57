import { type ContestTable, UNIT_KINDS } from '@thiso/contracts/vocab'
import { Banner, Button, Checkbox, IconButton, NumberInput, TextInput } from '@thiso/kit'
import Plus from 'lucide-react/icons/plus'
import Trash from 'lucide-react/icons/trash-2'
import { useRef } from 'react'
import { useCommon } from '../../../lib/common'
import { LocalizedField } from '../../../lib/localized-field'
import { UnitsField } from '../../../lib/units/units-field'
import type { UnitsOn } from '../../../lib/units/use-units-on'
import { nextTable } from '../contest-draft'
import { useContestText } from '../use-contest-text'

const MOST_TABLES = 20

interface TableRowsProps {
  tables: ContestTable[]
  onChange: (tables: ContestTable[]) => void
  problemOf: (path: string) => string | undefined
  units: UnitsOn
}

/** The tables of a contest in their order: the first that fits is a person's. */
export function TableRows({ tables, onChange, problemOf, units }: TableRowsProps) {
  const t = useContestText()
  const add = useRef<HTMLButtonElement>(null)
  return (
    <div className="ad-tables">
      {tables.map((table, index) => (
        <TableRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a table's place is what tells it apart while its code is typed
          key={index}
          number={index + 1}
          table={table}
          onChange={(part) => onChange(tables.map((other, at) => (at === index ? { ...other, ...part } : other)))}
          onRemove={() => {
            onChange(tables.filter((_, at) => at !== index))
            add.current?.focus()
          }}
          path={`rules.tables.${index}`}
          problemOf={problemOf}
          units={units}
        />
      ))}
      {problemOf('rules.tables') && <Banner tone="warn">{problemOf('rules.tables')}</Banner>}
      <div>
        <Button
          ref={add}
          icon={Plus}
          disabled={tables.length >= MOST_TABLES}
          onClick={() => onChange([...tables, nextTable(tables)])}
        >
          {t('rules.addTable')}
        </Button>
      </div>
    </div>
  )
}

interface TableRowProps {
  number: number
  table: ContestTable
  onChange: (part: Partial<ContestTable>) => void
  onRemove: () => void
  path: string
  problemOf: (path: string) => string | undefined
  units: UnitsOn
}

function TableRow({ number, table, onChange, onRemove, path, problemOf, units }: TableRowProps) {
  const t = useContestText()
  const common = useCommon()
  return (
    <fieldset className="ad-table-row">
      <legend className="ts-hidden">{t('rules.table', { number })}</legend>
      <div className="ad-table-head">
        <span aria-hidden="true">{t('rules.table', { number })}</span>
        <IconButton icon={Trash} label={t('rules.removeTable', { code: table.code })} onClick={onRemove} />
      </div>
      <div className="ad-terms-pair">
        <TextInput
          label={t('rules.code')}
          hint={t('rules.codeHint')}
          value={table.code}
          maxLength={8}
          required
          error={problemOf(`${path}.code`)}
          onChange={(code) => onChange({ code: code.trim() })}
        />
        <NumberInput
          label={t('rules.minAge')}
          hint={t('rules.ageHint')}
          value={table.minAge}
          min={0}
          max={120}
          error={problemOf(`${path}.minAge`)}
          onChange={(minAge) => onChange({ minAge })}
        />
        <NumberInput
          label={t('rules.maxAge')}
          hint={t('rules.ageHint')}
          value={table.maxAge}
          min={0}
          max={120}
          error={problemOf(`${path}.maxAge`)}
          onChange={(maxAge) => onChange({ maxAge })}
        />
      </div>
      <LocalizedField
        label={t('rules.name')}
        value={table.name}
        onChange={(name) => onChange({ name })}
        path={`${path}.name`}
        problemOf={problemOf}
        maxLength={120}
      />
      <fieldset className="ad-kinds">
        <legend className="ts-field-label">{t('rules.unitKinds')}</legend>
        <p className="ts-quiet-text ts-small">{t('rules.unitKindsHint')}</p>
        {UNIT_KINDS.map((kind) => (
          <Checkbox
            key={kind}
            label={common(`unitKind.${kind}`)}
            checked={table.unitKinds.includes(kind)}
            onChange={(isIn) =>
              onChange({
                unitKinds: UNIT_KINDS.filter((other) => (other === kind ? isIn : table.unitKinds.includes(other))),
              })
            }
          />
        ))}
      </fieldset>
      <UnitsField
        label={t('rules.tableUnits')}
        hint={t('rules.tableUnitsHint')}
        units={units}
        value={table.unitIds}
        onChange={(unitIds) => onChange({ unitIds })}
        error={problemOf(`${path}.unitIds`)}
      />
    </fieldset>
  )
}
