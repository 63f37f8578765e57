import type { ContestTable } from '@thiso/contracts/vocab'
import { Button, IconButton, NumberInput, TextInput } from '@thiso/kit'
import Plus from 'lucide-react/icons/plus'
import Trash from 'lucide-react/icons/trash-2'
import { LocalizedField } from '../../../lib/localized-field'
import { nextTable } from '../contest-draft'
import { useContestText } from '../use-contest-text'

const MOST_TABLES = 20

interface TableRowsProps {
  tables: ContestTable[]
  onChange: (tables: ContestTable[]) => void
  problemOf: (path: string) => string | undefined
}

/** The tables of a contest in their order: the first that fits is a person's. */
export function TableRows({ tables, onChange, problemOf }: TableRowsProps) {
  const t = useContestText()
  const change = (index: number, part: Partial<ContestTable>) =>
    onChange(tables.map((table, at) => (at === index ? { ...table, ...part } : table)))
  return (
    <div className="ad-prizes">
      {tables.map((table, index) => {
        const path = `rules.tables.${index}`
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a table's place is what tells it apart while its code is typed
          <fieldset key={index} className="ad-prize">
            <legend className="ts-hidden">{t('rules.table', { number: index + 1 })}</legend>
            <TextInput
              label={t('rules.code')}
              value={table.code}
              maxLength={8}
              required
              error={problemOf(`${path}.code`)}
              onChange={(code) => change(index, { code: code.trim() })}
            />
            <NumberInput
              label={t('rules.minAge')}
              value={table.minAge}
              min={0}
              max={120}
              error={problemOf(`${path}.minAge`)}
              onChange={(minAge) => change(index, { minAge })}
            />
            <NumberInput
              label={t('rules.maxAge')}
              value={table.maxAge}
              min={0}
              max={120}
              error={problemOf(`${path}.maxAge`)}
              onChange={(maxAge) => change(index, { maxAge })}
            />
            <LocalizedField
              label={t('rules.name')}
              value={table.name}
              onChange={(name) => change(index, { name })}
              path={`${path}.name`}
              problemOf={problemOf}
              maxLength={120}
            />
            <IconButton
              icon={Trash}
              label={t('rules.removeTable', { code: table.code })}
              onClick={() => onChange(tables.filter((_, at) => at !== index))}
            />
          </fieldset>
        )
      })}
      <div>
        <Button
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
