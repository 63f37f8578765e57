import type { Locale } from './document.js'

/** What documents say in their own name. */
export const WORDS: Record<
  Locale,
  { recipients: string; page: (number: number, of: number) => string; pageOf: [string, string]; check: string }
> = {
  vi: {
    recipients: 'Nơi nhận:',
    page: (number, of) => `Trang\u00a0${number}/${of}`,
    pageOf: ['Trang\u00a0', '/'],
    check: 'Quét mã để kiểm tra giấy này',
  },
  en: {
    recipients: 'Recipients:',
    page: (number, of) => `Page\u00a0${number}/${of}`,
    pageOf: ['Page\u00a0', '/'],
    check: 'Scan to check this certificate',
  },
}

/** 1.234,5 in Vietnamese, 1,234.5 in English. @param decimals as many as there are, no nought at their end is left out */
export function formatNumber(value: number, locale: Locale, decimals = 0): string {
  return new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value)
}
