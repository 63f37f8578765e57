import { formatNumber } from '@thiso/kit'
import { onceIn, type Signal } from '../figures'
import { useSignalsText } from '../use-signals-text'

/** What chance would give, in one sentence. */
export function ChanceLine({ signal }: { signal: Signal }) {
  const t = useSignalsText()
  if (signal.p === null) return <span>{t('chance.noP')}</span>
  const { count, isBeyond } = onceIn(signal.p)
  return <span>{t(isBeyond ? 'chance.pBeyond' : 'chance.p', { count: formatNumber(count) })}</span>
}
