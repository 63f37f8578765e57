export type Locale = 'vi' | 'en'

const ZONE = 'Asia/Ho_Chi_Minh'

let current: Locale = 'vi'

/** The language in force for every formatter called without one; `setupI18n` keeps it right. */
export const setFormatLocale = (locale: Locale) => {
  current = locale
}
export const formatLocale = () => current

type Moment = string | number | Date

// Intl objects cost about a millisecond each on a cheap phone, hence built once.
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

export interface ZonedParts {
  day: string
  month: string
  year: string
  hour: string
  minute: string
  second: string
}

/** The calendar and clock of Việt Nam at a moment, whatever zone the device believes in. */
export function zonedParts(moment: Moment): ZonedParts | null {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return null
  const found: Record<string, string> = {}
  for (const part of clock.formatToParts(date)) found[part.type] = part.value
  return found as unknown as ZonedParts
}

/** 10/10/2026. A bare date such as a birthday ('2008-05-01') is shown as written, without any zone. */
export function formatDate(moment: Moment): string {
  const bare = typeof moment === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(moment) : null
  if (bare) return `${bare[3]}/${bare[2]}/${bare[1]}`
  const at = zonedParts(moment)
  return at ? `${at.day}/${at.month}/${at.year}` : ''
}

/** 08:00, or 08:00:05 when seconds matter. */
export function formatTime(moment: Moment, withSeconds = false): string {
  const at = zonedParts(moment)
  if (!at) return ''
  return withSeconds ? `${at.hour}:${at.minute}:${at.second}` : `${at.hour}:${at.minute}`
}

/** 10/10/2026 08:00 */
export function formatDateTime(moment: Moment, withSeconds = false): string {
  return [formatDate(moment), formatTime(moment, withSeconds)].filter(Boolean).join(' ')
}

const numbers = new Map<string, Intl.NumberFormat>()

/** 1.234,5 in Vietnamese, 1,234.5 in English. */
export function formatNumber(value: number, options?: Intl.NumberFormatOptions, locale: Locale = current): string {
  const key = locale + (options ? JSON.stringify(options) : '')
  let format = numbers.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-US', { maximumFractionDigits: 2, ...options })
    numbers.set(key, format)
  }
  return format.format(value)
}

/** A share between 0 and 1: 12,5%. */
export const formatShare = (share: number, digits = 1, locale: Locale = current): string =>
  formatNumber(share, { style: 'percent', maximumFractionDigits: digits }, locale)

const two = (value: number) => String(value).padStart(2, '0')

const words = {
  vi: { day: 'ngày', hour: 'giờ', minute: 'phút', second: 'giây' },
  en: { day: 'd', hour: 'h', minute: 'min', second: 's' },
}

/** A span in milliseconds: "8 phút 03 giây", "8 min 03 s". Seconds are dropped from an hour on, minutes from a day on. */
export function formatDuration(ms: number, locale: Locale = current): string {
  const word = words[locale]
  const all = Math.max(0, Math.floor(ms / 1000))
  const days = Math.floor(all / 86400)
  const hours = Math.floor((all % 86400) / 3600)
  const minutes = Math.floor((all % 3600) / 60)
  const seconds = all % 60
  if (days > 0) return `${days} ${word.day}${hours ? ` ${two(hours)} ${word.hour}` : ''}`
  if (hours > 0) return `${hours} ${word.hour}${minutes ? ` ${two(minutes)} ${word.minute}` : ''}`
  if (minutes > 0) return `${minutes} ${word.minute}${seconds ? ` ${two(seconds)} ${word.second}` : ''}`
  return `${seconds} ${word.second}`
}

/** Seconds as on a clock: 08:03, or 1:08:03 from an hour on. */
export function formatClock(seconds: number): string {
  const all = Math.max(0, Math.floor(seconds))
  const hours = Math.floor(all / 3600)
  const rest = `${two(Math.floor((all % 3600) / 60))}:${two(all % 60)}`
  return hours ? `${hours}:${rest}` : rest
}
