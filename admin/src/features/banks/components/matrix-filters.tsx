import { ITEM_TYPES, type ItemType } from '@thiso/contracts/vocab'
import { Checkbox, DateInput, NumberInput, Select } from '@thiso/kit'
import { useBanks } from '../../../lib/contest-queries'
import { useBankWords } from '../../../lib/item-bank/use-words'
import { useBanksText } from '../hooks/use-banks-text'
import type { useMatrixAddress } from '../hooks/use-matrix-address'

export function MatrixFilters({ address }: { address: ReturnType<typeof useMatrixAddress> }) {
  const t = useBanksText()
  const words = useBankWords()
  const banks = useBanks().data?.banks ?? []
  const { bankIds, type, firstDay, lastDay, target, change } = address
  return (
    <div className="banks-filters">
      <fieldset className="ts-field banks-filters-wide">
        <legend className="ts-field-label">{t('matrix.banks')}</legend>
        <div className="ts-field-hint">{t('matrix.banksHint')}</div>
        <div className="banks-picks">
          {banks.map((bank) => (
            <Checkbox
              key={bank.id}
              label={bank.name}
              checked={bankIds.includes(bank.id)}
              onChange={(isChosen) =>
                change({ bankIds: isChosen ? [...bankIds, bank.id] : bankIds.filter((id) => id !== bank.id) })
              }
            />
          ))}
        </div>
      </fieldset>
      <Select<ItemType>
        label={t('matrix.type')}
        placeholder={t('matrix.allTypes')}
        options={ITEM_TYPES.map((one) => ({ value: one, label: words(`type.${one}`) }))}
        value={type}
        onChange={(next) => change({ type: next })}
      />
      <NumberInput
        label={t('matrix.target')}
        hint={t('matrix.targetHint')}
        min={0}
        max={999}
        value={target || null}
        onChange={(next) => change({ target: next ?? 0 })}
      />
      <DateInput
        label={t('matrix.firstDay')}
        hint={t('matrix.firstDayHint')}
        value={firstDay}
        onChange={(day) => change({ firstDay: day })}
      />
      <DateInput
        label={t('matrix.lastDay')}
        hint={t('matrix.lastDayHint')}
        value={lastDay}
        {...(firstDay ? { min: firstDay } : {})}
        onChange={(day) => change({ lastDay: day })}
      />
    </div>
  )
}
