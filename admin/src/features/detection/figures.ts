import type { ApiOutput } from '@thiso/contracts'

export type RoundSignals = ApiOutput<'signals'>
export type Signal = RoundSignals['signals'][number]
export type SignalGroup = RoundSignals['groups'][number]
export type SignalRun = RoundSignals['runs'][number]
export type ItemDrift = RoundSignals['items'][number]

/** Beyond this nobody's imagination goes. */
const MOST = 1e9

/**
 * A small chance as "once in so many": to one figure, as more would be false precision.
 * @param p above 0, at most 1
 */
export function onceIn(p: number): { count: number; isBeyond: boolean } {
  const count = 1 / p
  if (!(count < MOST)) return { count: MOST, isBeyond: true }
  const step = 10 ** Math.floor(Math.log10(Math.max(1, count)))
  return { count: Math.max(1, Math.round(count / step) * step), isBeyond: false }
}
