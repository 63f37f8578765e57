import { formatDateTime } from '../text/format'

const two = (text: string | number) => String(text).padStart(2, '0')

/** '2008-09-05' when the three numbers are a day of the calendar, else null: 31/02 is not. */
export function isoDate(day: string, month: string, year: string): string | null {
  const [d, m, y] = [Number(day), Number(month), Number(year)]
  if (!d || !m || !y) return null
  const date = new Date(Date.UTC(y, m - 1, d))
  if (date.getUTCFullYear() !== y || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null
  return `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}`
}

/** '10/10/2026 08:00' to '2026-10-10T08:00:00+07:00': Việt Nam has had one offset since 1975. */
export function parseDateTime(text: string): string | null {
  const found = /^\s*(\d{1,2})\D(\d{1,2})\D(\d{4})[\sT,]+(\d{1,2})[:h](\d{2})\s*$/i.exec(text)
  if (!found) return null
  const date = isoDate(found[1]!, found[2]!, found[3]!)
  const [hour, minute] = [Number(found[4]), Number(found[5])]
  return date && hour < 24 && minute < 60 ? `${date}T${two(hour)}:${two(minute)}:00+07:00` : null
}

/** Puts the strokes, the space and the colon between the digits as they are typed. */
export function maskDateTime(text: string): string {
  const digits = text.replace(/\D/g, '').slice(0, 12)
  const marks: Record<number, string> = { 2: '/', 4: '/', 8: ' ', 10: ':' }
  return [...digits].map((digit, at) => (marks[at] ?? '') + digit).join('')
}

export const showDateTime = (iso: string) => (iso ? formatDateTime(iso) : '')

/** What the browser's own calendar takes and gives: '2026-10-10T08:00', read as the clock of Việt Nam. */
export const toPicker = (iso: string): string => {
  const found = /^(\d{2})\/(\d{2})\/(\d{4}) (\d{2}:\d{2})$/.exec(showDateTime(iso))
  return found ? `${found[3]}-${found[2]}-${found[1]}T${found[4]}` : ''
}

export const fromPicker = (local: string): string => (local ? `${local.slice(0, 16)}:00+07:00` : '')
