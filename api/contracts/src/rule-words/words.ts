import type { EntryRole, Locale, PrizeTier, Topic, UnitKind } from '../vocab/index.js'

/** Small words and forms that the articles are made of, in one language. */
export interface Words {
  duration(seconds: number): string
  moment(atMs: number): string
  day(iso: string): string
  number(value: number): string
  join(entries: readonly string[]): string
  topics: Record<Topic, string>
  tiers: Record<PrizeTier, string>
  unitKinds: Record<UnitKind, string>
  roles: Record<EntryRole, string>
}

const VIETNAM_MS = 7 * 3_600_000

function partsOf(atMs: number) {
  const [date = '', time = ''] = new Date(atMs + VIETNAM_MS).toISOString().split('T')
  return { date, clock: time.slice(0, 5) }
}

/** Days, hours, minutes and seconds of a duration, the empty ones left out. */
function durationWith(seconds: number, names: (count: number, unit: 'day' | 'hour' | 'minute' | 'second') => string) {
  const sizes = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
    ['second', 1],
  ] as const
  let rest = seconds
  const said: string[] = []
  for (const [unit, size] of sizes) {
    const count = Math.floor(rest / size)
    rest -= count * size
    if (count > 0) said.push(names(count, unit))
  }
  return said.length > 0 ? said.join(' ') : names(0, 'second')
}

const VI_UNITS = { day: 'ngày', hour: 'giờ', minute: 'phút', second: 'giây' }

const vi: Words = {
  duration: (seconds) => durationWith(seconds, (count, unit) => `${count} ${VI_UNITS[unit]}`),
  moment(atMs) {
    const { date, clock } = partsOf(atMs)
    return `${clock} ngày ${vi.day(date)}`
  },
  day: (iso) => iso.split('-').reverse().join('/'),
  number: (value) => value.toLocaleString('vi-VN', { maximumFractionDigits: 2 }),
  join: (entries) => joined(entries, ' và '),
  topics: {
    concepts: 'khái niệm về chuyển đổi số',
    'national-policy': 'chủ trương, chính sách của Trung ương',
    'digital-government': 'chính quyền số',
    'digital-economy': 'kinh tế số',
    'digital-society': 'xã hội số',
    'cyber-safety': 'an toàn mạng',
    'quang-nam': 'chuyển đổi số ở Quảng Nam',
    'youth-union': 'tuổi trẻ với chuyển đổi số',
  },
  tiers: { first: 'giải Nhất', second: 'giải Nhì', third: 'giải Ba', consolation: 'giải Khuyến khích' },
  roles: { contestant: 'thí sinh', teacher: 'giáo viên' },
  unitKinds: { province: 'tỉnh', district: 'huyện', commune: 'xã', school: 'trường học', other: 'đơn vị khác' },
}

const en: Words = {
  duration: (seconds) => durationWith(seconds, (count, unit) => `${count} ${unit}${count === 1 ? '' : 's'}`),
  moment(atMs) {
    const { date, clock } = partsOf(atMs)
    return `${clock} on ${en.day(date)} (UTC+7)`
  },
  day: (iso) => iso.split('-').reverse().join('/'),
  number: (value) => value.toLocaleString('en-GB', { maximumFractionDigits: 2 }),
  join: (entries) => joined(entries, ' and '),
  topics: {
    concepts: 'what digital transformation is',
    'national-policy': 'national policies',
    'digital-government': 'digital government',
    'digital-economy': 'the digital economy',
    'digital-society': 'the digital society',
    'cyber-safety': 'safety online',
    'quang-nam': 'digital transformation in Quang Nam',
    'youth-union': 'young people and digital transformation',
  },
  tiers: { first: 'first prize', second: 'second prize', third: 'third prize', consolation: 'consolation prize' },
  roles: { contestant: 'contestants', teacher: 'teachers' },
  unitKinds: {
    province: 'provinces',
    district: 'districts',
    commune: 'communes',
    school: 'schools',
    other: 'other units',
  },
}

function joined(entries: readonly string[], last: string): string {
  if (entries.length < 2) return entries.join('')
  return `${entries.slice(0, -1).join(', ')}${last}${entries.at(-1)}`
}

export const WORDS: Record<Locale, Words> = { vi, en }
