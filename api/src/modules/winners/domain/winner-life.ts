import type { WinnerOutcome, WinnerRequestAct, WinnerState } from '@thiso/contracts/vocab'
import { byCodeUnits } from '../../../kernel/by-code-units.js'

export type WinnerAct = 'check-identity' | 'sign' | 'publish' | 'hand-over' | 'withdraw' | WinnerOutcome

const STEPS: Record<WinnerAct, { from: readonly WinnerState[]; to: WinnerState }> = {
  'check-identity': { from: ['proposed'], to: 'identity-checked' },
  sign: { from: ['identity-checked'], to: 'confirmed' },
  publish: { from: ['confirmed'], to: 'published' },
  'hand-over': { from: ['published'], to: 'handed-over' },
  declined: { from: ['proposed', 'identity-checked', 'confirmed', 'published'], to: 'declined' },
  unreachable: { from: ['proposed', 'identity-checked', 'confirmed', 'published'], to: 'unreachable' },
  ineligible: { from: ['proposed', 'identity-checked', 'confirmed', 'published'], to: 'ineligible' },
  withdraw: { from: ['proposed', 'identity-checked', 'confirmed', 'published', 'handed-over'], to: 'withdrawn' },
}

/** WN-8: the state after an act; null where the act is not possible. A prize handed over can only be withdrawn, by a changed result. */
export function stateAfter(state: WinnerState, act: WinnerAct): WinnerState | null {
  const step = STEPS[act]
  return step.from.includes(state) ? step.to : null
}

/** Whether a winner in this state holds a place. */
export function holdsPlace(state: WinnerState): boolean {
  return state !== 'declined' && state !== 'unreachable' && state !== 'ineligible' && state !== 'withdrawn'
}

/** Whether two people have signed for a winner in this state, so that one alone takes nothing back. */
export function isSigned(state: WinnerState): boolean {
  return state === 'confirmed' || state === 'published' || state === 'handed-over'
}

/** Whether a winner holds a place and nobody has asked to take it. A certificate may be asked back without the prize. */
export function stays({ state, request }: { state: WinnerState; request: { act: WinnerRequestAct } | null }): boolean {
  return holdsPlace(state) && (request === null || request.act === 'withdraw-certificate')
}

/** Who signs a list next: nobody twice. @returns the state of the list after signing; null when this person must not */
export function signatureOf(signers: readonly string[], actorId: string): 'signed-once' | 'confirmed' | null {
  if (signers.length >= 2 || signers.includes(actorId)) return null
  return signers.length === 0 ? 'signed-once' : 'confirmed'
}

/** A winner as stored, or as a later working-out would have it. */
export interface Place {
  accountId: string
  lineKey: string
}

export interface PlaceChange {
  accountId: string
  /** The prize until now; null: none. */
  from: string | null
  /** The prize that follows; null: none. */
  to: string | null
}

/** WN-9: what would change if the places were worked out anew; in the order of the accounts' ids, without those who keep theirs. */
export function changesBetween(stored: readonly Place[], anew: readonly Place[]): PlaceChange[] {
  const from = new Map(stored.map(({ accountId, lineKey }) => [accountId, lineKey]))
  const to = new Map(anew.map(({ accountId, lineKey }) => [accountId, lineKey]))
  return [...new Set([...from.keys(), ...to.keys()])]
    .sort(byCodeUnits)
    .map((accountId) => ({ accountId, from: from.get(accountId) ?? null, to: to.get(accountId) ?? null }))
    .filter((change) => change.from !== change.to)
}
