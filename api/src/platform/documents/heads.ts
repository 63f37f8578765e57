import type { Head, HeadLine, Locale } from './document.js'

/** Heads of documents as offices write them: names of bodies in capitals, however somebody typed them (Decree 30/2020/NĐ-CP). */

export interface Issuer {
  /** The body above, where there is one: "UBND TỈNH QUẢNG NAM". */
  above?: string
  /** Who issues: "BAN TỔ CHỨC CUỘC THI …". May have several lines. */
  body: string
  number?: string
  placeAndDate?: string
}

/** "(Ký, ghi rõ họ tên)", below the role at a place for a signature. */
export const SIGN_NOTE: Record<Locale, string> = {
  vi: '(Ký, ghi rõ họ tên)',
  en: '(Signature and full name)',
}

/** The country's name and motto. */
export const MOTTO: Record<Locale, readonly HeadLine[]> = {
  vi: [
    { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', isBold: true },
    { text: 'Độc lập - Tự do - Hạnh phúc', isBold: true, rule: 'full' },
  ],
  en: [
    { text: 'SOCIALIST REPUBLIC OF VIET NAM', isBold: true },
    { text: 'Independence - Freedom - Happiness', isBold: true, rule: 'full' },
  ],
}

/** The head of state bodies (Decree 30/2020/NĐ-CP, annex I): the body above in plain letters, who issues in bold with a short rule. */
export function stateHead(issuer: Issuer, locale: Locale): Head {
  return { ...leftOf(issuer, [{ text: issuer.body.toUpperCase(), isBold: true, rule: 'third' }]), right: MOTTO[locale] }
}

/** The head of the Hồ Chí Minh Communist Youth Union: three stars below who issues, the Union's name at the right. */
export function youthUnionHead(issuer: Issuer): Head {
  return {
    ...leftOf(issuer, [{ text: issuer.body.toUpperCase(), isBold: true }, { text: '***' }]),
    right: [{ text: 'ĐOÀN TNCS HỒ CHÍ MINH', isBold: true, rule: 'full' }],
  }
}

/** "Tam Kỳ, ngày 03 tháng 02 năm 2026": days below 10 and the months 1 and 2 with a nought, as the decree has it. @param date yyyy-mm-dd */
export function placeAndDate(place: string, date: string, locale: Locale): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  if (locale === 'en') return `${place}, ${day} ${ENGLISH_MONTHS[month - 1]} ${year}`
  const two = (value: number) => String(value).padStart(2, '0')
  return `${place}, ngày ${two(day)} tháng ${month < 3 ? two(month) : month} năm ${year}`
}

const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

function leftOf({ above, number, placeAndDate: line }: Issuer, body: readonly HeadLine[]): Omit<Head, 'right'> {
  return {
    left: [...(above ? [{ text: above.toUpperCase() }] : []), ...body],
    ...(number === undefined ? {} : { number }),
    ...(line === undefined ? {} : { placeAndDate: line }),
  }
}
