import type { ContestTable, RoundEntry } from '@thiso/contracts/vocab'
import { Banner, Checkbox, NumberInput, RadioGroup, Select } from '@thiso/kit'
import { useLocalized } from '../../../../lib/localized'
import type { LocalizedValue } from '../../../../lib/localized-field'
import { useRoundText } from '../../use-round-text'
import { RulePart, type RulePartProps } from './rule-part'

interface EntryRulesProps extends RulePartProps {
  tables: readonly ContestTable[]
  /** The contest's other rounds. */
  earlier: readonly { id: string; name: LocalizedValue }[]
}

const KINDS = ['open', 'list', 'qualified'] as const
const WAYS = ['top', 'share', 'per-unit'] as const

/** Who comes into the round: everybody, a list, those who qualified; which tables. */
export function EntryRules({ rules, onChange, problemOf, disabled, tables, earlier }: EntryRulesProps) {
  const t = useRoundText()
  const localized = useLocalized()
  const { entry } = rules
  const choose = (kind: RoundEntry['kind']) => {
    if (kind === 'qualified')
      onChange({ entry: { kind, fromRoundId: earlier.at(-1)?.id ?? '', by: 'top', amount: 100 } })
    else onChange({ entry: { kind } })
  }
  const tableProblem = problemOf('tables') ?? rules.tables.map((_, index) => problemOf(`tables.${index}`)).find(Boolean)
  return (
    <RulePart
      title={t('detail.entry.title')}
      now={[
        t(`detail.entry.kind.${entry.kind}`),
        rules.tables.length > 0 && t('detail.entry.tablesNow', { list: rules.tables.join(', ') }),
      ]
        .filter(Boolean)
        .join(' · ')}
      hasProblem={
        tableProblem !== undefined || ['kind', 'fromRoundId', 'by', 'amount'].some((name) => problemOf(`entry.${name}`))
      }
    >
      <RadioGroup
        label={t('detail.entry.kindLabel')}
        options={KINDS.map((value) => ({
          value,
          label: t(`detail.entry.kind.${value}`),
          hint: t(`detail.entry.kindHint.${value}`),
          disabled: value === 'qualified' && earlier.length === 0,
        }))}
        value={entry.kind}
        onChange={choose}
        disabled={disabled}
        error={problemOf('entry.kind')}
      />
      {entry.kind === 'qualified' && (
        <>
          <Select
            label={t('detail.entry.from')}
            options={earlier.map(({ id, name }) => ({ value: id, label: localized(name) }))}
            value={entry.fromRoundId}
            onChange={(fromRoundId) => onChange({ entry: { ...entry, fromRoundId } })}
            disabled={disabled}
            error={problemOf('entry.fromRoundId')}
          />
          <div className="ad-pair">
            <Select
              label={t('detail.entry.by')}
              options={WAYS.map((value) => ({ value, label: t(`detail.entry.way.${value}`) }))}
              value={entry.by}
              onChange={(by) => onChange({ entry: { ...entry, by } })}
              disabled={disabled}
              error={problemOf('entry.by')}
            />
            <NumberInput
              label={t('detail.entry.amount')}
              suffix={t(`detail.entry.unit.${entry.by}`)}
              value={entry.amount}
              onChange={(amount) => onChange({ entry: { ...entry, amount: amount ?? 1 } })}
              min={1}
              max={entry.by === 'share' ? 100 : 100_000}
              disabled={disabled}
              error={problemOf('entry.amount')}
            />
          </div>
        </>
      )}
      {tables.length > 0 && (
        <fieldset className="ad-chain-field" disabled={disabled}>
          <legend className="ts-field-label">{t('detail.entry.tables')}</legend>
          <p className="ts-quiet-text ts-small">{t('detail.entry.tablesHint')}</p>
          {tables.map(({ code, name }) => (
            <Checkbox
              key={code}
              label={t('detail.entry.table', { code, name: localized(name) })}
              checked={rules.tables.includes(code)}
              onChange={(isIn) =>
                onChange({
                  tables: isIn ? [...rules.tables, code] : rules.tables.filter((other) => other !== code),
                })
              }
            />
          ))}
          {tableProblem && <Banner tone="warn">{tableProblem}</Banner>}
        </fieldset>
      )}
    </RulePart>
  )
}
