import { formatNumber, formatShare } from '@thiso/kit'
import type { Signal } from '../figures'
import { useSignalsText } from '../use-signals-text'

const TOLD = [
  'same-answers',
  'same-answers-and-times',
  'same-times-and-answers',
  'rapid-right',
  'too-fast',
  'odd-pattern',
  'odd-times',
  'uniform-times',
  'away',
  'one-person',
  'shared-device',
  'computer-room',
  'rapid-guessing',
  'leaked-item',
] as const
const SHARES = new Set(['easier', 'share'])
type Told = (typeof TOLD)[number]

/** Whether there is a sentence about its figures. */
export const isTold = (kind: string): kind is Told => TOLD.some((told) => told === kind)

/** The figures of a signal in one sentence; nothing for a kind that has none. */
export function SignalFacts({ signal }: { signal: Signal }) {
  const t = useSignalsText()
  if (!isTold(signal.kind)) return null
  const figures = Object.fromEntries(
    Object.entries(signal.facts).map(([name, value]) => [name, typeof value === 'number' ? shown(name, value) : value]),
  )
  return <p>{t(`facts.${signal.kind}`, figures)}</p>
}

const shown = (name: string, value: number) =>
  SHARES.has(name) ? formatShare(value, 0) : formatNumber(value, { maximumFractionDigits: 1 })
