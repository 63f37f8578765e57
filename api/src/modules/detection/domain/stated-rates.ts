/**
 * DT-3: the share of honest people whom a signal of each kind reaches, as stated with every signal; measured by
 * `npm run bench -- detection` at the thresholds in thresholds.ts (which fails where a measured rate is above the stated one).
 */
export const STATED = {
  'same-answers': 0.0005,
  'same-answers-and-times': 0.0005,
  'same-times-and-answers': 0.0005,
  'rapid-right': 0.0005,
  'odd-pattern': 0.002,
  'too-fast': 0.001,
  'odd-times': 0.002,
  'uniform-times': 0.0005,
  away: 0.006,
  'one-person': 0.001,
  'shared-device': 0.001,
} as const

export type SignalKind = keyof typeof STATED | 'leaked-item' | 'computer-room' | 'rapid-guessing'
