import type { NameDisplay, WinnerNameChoice } from '@thiso/contracts/vocab'

export interface NameConsent {
  /** How the contest names people on its boards, which everybody agreed to by taking part. */
  nameDisplay: NameDisplay
  /** What the winner chose; null: no answer. */
  choice: WinnerNameChoice | null
  /** Whole years on the day of publication; null: not known. */
  age: number | null
  hasGuardianConsent: boolean
  /** Below it a guardian's consent is needed to be named in full. */
  guardianAge: number
}

/**
 * WN-10: whether a winner may be published under the full name. The winner's own word decides; without one, the contest's way of naming.
 * Nobody under the guardian age, or of an age that is not known, without a guardian's recorded consent.
 */
export function mayNameInFull({ nameDisplay, choice, age, hasGuardianConsent, guardianAge }: NameConsent): boolean {
  if ((age === null || age < guardianAge) && !hasGuardianConsent) return false
  return choice === null ? nameDisplay === 'full' : choice === 'full'
}
