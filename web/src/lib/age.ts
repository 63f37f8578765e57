import { serverNow } from '@thiso/kit/api/server-clock'
import { zonedParts } from '@thiso/kit'

/** Below this age a parent or guardian consents too. */
export const GUARDIAN_AGE = 16
export const YOUNGEST = 7

/** Today in Việt Nam as an ISO date, by the server's clock. */
export function today(): string {
  const at = zonedParts(serverNow())
  return at ? `${at.year}-${at.month}-${at.day}` : ''
}

/** Whole years from an ISO date to today; null while the date is not whole. */
export function ageOn(birthDate: string, day = today()): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(birthDate)) return null
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** Bounds for a date of birth: nobody is older than 110, nobody is born tomorrow. */
export function birthBounds(): { min: string; max: string } {
  const day = today()
  return { min: `${Number(day.slice(0, 4)) - 110}-01-01`, max: day }
}
