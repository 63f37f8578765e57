import { TextInput } from '@thiso/kit'
import { useClockText } from '../use-clock-text'

const LEAST = 10

/** Long enough to be a reason. */
export const isReason = (text: string) => text.trim().length >= LEAST

export function ReasonField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useClockText()
  return (
    <TextInput label={t('reason')} hint={t('reasonHint')} value={value} maxLength={500} required onChange={onChange} />
  )
}
