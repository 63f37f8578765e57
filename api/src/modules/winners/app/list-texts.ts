import type { Locale, PrizeTier } from '@thiso/contracts/vocab'

interface Localized {
  vi: string
  en: string
}

export const TIER_NAMES: Record<Locale, Record<PrizeTier, string>> = {
  vi: { first: 'Giải Nhất', second: 'Giải Nhì', third: 'Giải Ba', consolation: 'Giải Khuyến khích' },
  en: { first: 'First prize', second: 'Second prize', third: 'Third prize', consolation: 'Consolation prize' },
}

/** English where somebody wrote it, Vietnamese otherwise. */
export function inLocale(text: Localized, locale: Locale): string {
  return text[locale] || text.vi
}

/** "Giải Nhất, bảng A". */
export function prizeName(tier: PrizeTier, table: string | null, locale: Locale): string {
  const name = TIER_NAMES[locale][tier]
  if (table === null) return name
  return locale === 'vi' ? `${name}, bảng ${table}` : `${name}, table ${table}`
}

export const LIST_TITLES: Record<'total' | 'collective', Localized> = {
  total: { vi: 'Tổng các đợt', en: 'All rounds together' },
  collective: { vi: 'Giải tập thể', en: 'Collective prizes' },
}
