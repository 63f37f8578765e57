import { wholeYears as ageOn } from '../../../kernel/whole-years.js'

export { ageOn }

/** ID-2: nobody under 7; ID-3: under 16 a guardian consents too (Children's Law 2016, art. 1; Law 91/2025/QH15, art. 24). */
export const MINIMUM_AGE = 7
export const GUARDIAN_AGE = 16
export const MAXIMUM_AGE = 120

/** What a birth date means for signing up on a day. */
export function admission(birthDate: string, day: string): 'too_young' | 'impossible' | 'guardian_needed' | 'admitted' {
  const age = ageOn(birthDate, day)
  if (age < 0 || age > MAXIMUM_AGE) return 'impossible'
  if (age < MINIMUM_AGE) return 'too_young'
  return age < GUARDIAN_AGE ? 'guardian_needed' : 'admitted'
}
