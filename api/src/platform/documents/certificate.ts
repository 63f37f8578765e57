import type { HeadLine, Locale } from './document.js'

/** Certificates to be printed, one to a page (A4, landscape), for `DocumentRenderer.renderCertificates`. */
export interface CertificateFile {
  /** Of the file: "Giấy chứng nhận – Cuộc thi …". */
  title: string
  author: string
  locale: Locale
  /** The moment that the file names as its making. The same list gives the same bytes. */
  at: Date
  certificates: readonly Certificate[]
}

/** Plain texts; long ones become smaller or take more lines, none is cut. */
export interface Certificate {
  /** Above everything, where the awarding body shows it: `MOTTO[locale]` of `heads.ts`. */
  head?: readonly HeadLine[]
  /** Who awards it, from the top: "TỈNH ĐOÀN QUẢNG NAM", "BAN TỔ CHỨC CUỘC THI …". The last line is the awarding body itself. */
  organization: readonly string[]
  /** "GIẤY CHỨNG NHẬN", "GIẤY KHEN". */
  title: string
  /** Above the name: "Chứng nhận", "Tặng". */
  lead: string
  /** A person's or a unit's, of up to some 60 characters. */
  name: string
  /** Below the name: "Lớp 10A1, Trường THPT …". */
  unit?: string
  /** What for, in a line or three: "Đạt giải Nhất bảng A\nCuộc thi …, năm 2026". Its first line stands out. */
  reason: string
  /** "Theo Quyết định số 45/QĐ-BTC ngày 12/12/2026". */
  decision?: string
  /** "Tam Kỳ, ngày 12 tháng 12 năm 2026". */
  placeAndDate: string
  signer: { /** In several lines where there are several: "TM. BAN TỔ CHỨC\nTRƯỞNG BAN". */ role: string; name: string }
  /** Stands under the QR code, for typing it: "TS26-8K4F-22QH". */
  code: string
  /** The address of the page that confirms this certificate; the QR code holds it. */
  checkUrl: string
}
