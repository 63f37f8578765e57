import { Checkbox, ErrorState, Field, LinkButton, Skeleton, Stack, formatNumber } from '@thiso/kit'
import { useBanks } from '../../../lib/contest-queries'
import { useProblemText } from '../../../lib/problem'
import { useRoundText } from '../use-round-text'

interface BankPickerProps {
  value: readonly string[]
  onChange: (bankIds: string[]) => void
  disabled?: boolean
  error: string | undefined
}

export function BankPicker({ value, onChange, disabled, error }: BankPickerProps) {
  const t = useRoundText()
  const problemText = useProblemText()
  const query = useBanks()
  const banks = query.data?.banks

  if (!banks) {
    return query.error ? (
      <ErrorState compact onRetry={() => void query.refetch()}>
        {problemText(query.error)}
      </ErrorState>
    ) : (
      <Skeleton height={96} />
    )
  }
  return (
    <Field group label={t('form.banks')} hint={t('form.banksHint')} error={error} required disabled={disabled}>
      {() => (
        <Stack gap={1}>
          {banks.map((bank) => (
            <Checkbox
              key={bank.id}
              label={bank.name}
              hint={t('form.bankCount', {
                approved: formatNumber(bank.approvedCount),
                all: formatNumber(bank.itemCount),
              })}
              checked={value.includes(bank.id)}
              onChange={(isChosen) =>
                onChange(isChosen ? [...value, bank.id] : value.filter((bankId) => bankId !== bank.id))
              }
            />
          ))}
          {banks.length === 0 && (
            <>
              <p className="ts-quiet-text">{t('form.noBanks')}</p>
              <div>
                <LinkButton to="/cau-hoi">{t('form.toItems')}</LinkButton>
              </div>
            </>
          )}
        </Stack>
      )}
    </Field>
  )
}
