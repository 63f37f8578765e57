import { Checkbox, TextInput } from '@thiso/kit'
import { useWinnersText } from '../hooks/use-winners-text'

/** WN-11: why names leave in full; null: they leave masked. */
export interface NamesChoice {
  reason: string | null
  onReason: (reason: string | null) => void
  hint: string
}

export const isChosen = (reason: string | null) => reason === null || reason.trim().length >= 3

/** Names in files are masked unless somebody says what the full ones are for. */
export function NamesInFull({ reason, onReason, hint }: NamesChoice) {
  const t = useWinnersText()
  return (
    <div className="winners-names">
      <Checkbox
        label={t('names.full')}
        hint={hint}
        checked={reason !== null}
        onChange={(isFull) => onReason(isFull ? '' : null)}
      />
      {reason !== null && (
        <TextInput
          label={t('names.reason')}
          hint={t('names.reasonHint')}
          value={reason}
          onChange={onReason}
          maxLength={500}
          required
        />
      )}
    </div>
  )
}
