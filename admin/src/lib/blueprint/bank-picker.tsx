import { Checkbox, ErrorState, Field, LinkButton, Skeleton, Stack, formatNumber } from '@thiso/kit'
import { useBanks } from '../contest-queries'
import { useProblemText } from '../problem'
import { useBlueprintText } from './use-blueprint-text'

interface BankPickerProps {
  value: readonly string[]
  onChange: (bankIds: string[]) => void
  hint: string
  disabled?: boolean
  error: string | undefined
}

/** Which banks a blueprint draws from. */
export function BankPicker({ value, onChange, hint, disabled, error }: BankPickerProps) {
  const t = useBlueprintText()
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
    <Field group label={t('banks')} hint={hint} error={error} required disabled={disabled}>
      {() => (
        <Stack gap={1}>
          {banks.map((bank) => (
            <Checkbox
              key={bank.id}
              label={bank.name}
              hint={t('bankCount', {
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
              <p className="ts-quiet-text">{t('noBanks')}</p>
              <div>
                <LinkButton to="/cau-hoi">{t('toItems')}</LinkButton>
              </div>
            </>
          )}
        </Stack>
      )}
    </Field>
  )
}
