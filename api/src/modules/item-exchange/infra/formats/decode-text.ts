import iconv from 'iconv-lite'
import { ProblemError } from '../../../../kernel/problem-error.js'
import { decodeWindows1252, fromTcvn3, fromVni, mendCapitals } from './vietnamese-fonts.js'
import { type Plausibility, plausibilityOf } from './vietnamese-syllable.js'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'tcvn3' | 'vni'

export interface DecodedText {
  text: string
  encoding: TextEncoding
}

const refuse = () => new ProblemError('UPLOAD.ENCODING')

/**
 * The text of a file, in NFC and without a byte order mark. Encodings that say what they are (marks, valid UTF-8) are believed; the
 * others are told apart by how much of each reading is spelt as Vietnamese. UTF-8 that holds text typed with the old fonts is read as
 * what the fonts showed.
 * @throws ProblemError UPLOAD.ENCODING when no reading is convincing, or two different ones are
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = decodeMarked(bytes)
  if (marked) return checked(marked)
  const wide = guessWide(bytes)
  if (wide) return checked({ text: decodeWide(bytes, wide), encoding: wide })
  const utf8 = decodeUtf8(bytes)
  if (utf8 !== null) return checked(readOldFonts(utf8))
  if (bytes.includes(0)) throw refuse()
  return decodeLegacy(bytes)
}

function decodeMarked(bytes: Uint8Array): DecodedText | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    const text = decodeUtf8(bytes.subarray(3))
    if (text === null) throw refuse()
    return readOldFonts(text)
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: decodeWide(bytes.subarray(2), 'utf-16le'), encoding: 'utf-16le' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: decodeWide(bytes.subarray(2), 'utf-16be'), encoding: 'utf-16be' }
  return null
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function decodeWide(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw refuse()
  }
}

/** UTF-16 without a mark: spaces, digits and Latin letters leave every second byte empty; on the other side only
 * a combining grave does. */
function guessWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 !== 0 || bytes.length < 2) return null
  const empty = [0, 0]
  const size = Math.min(bytes.length, 20_000)
  for (let i = 0; i < size; i++) if (bytes[i] === 0) empty[i % 2] = (empty[i % 2] as number) + 1
  const [even, odd] = empty as [number, number]
  if (odd > size / 8 && even * 3 < odd * 2) return 'utf-16le'
  return even > size / 8 && odd * 3 < even * 2 ? 'utf-16be' : null
}

/** A text file holds no control characters but tabs and ends of lines. */
function checked(decoded: DecodedText): DecodedText {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(decoded.text)) throw refuse()
  return { ...decoded, text: decoded.text.normalize('NFC') }
}

/** Is the reading convincing on its own? */
function isConvincing({ good, bad }: Plausibility): boolean {
  return good > 0 && good >= 2 * bad
}

/** The higher, the more of the text is spelt as Vietnamese; words that everybody uses decide between near equals. */
function weightOf({ good, bad, common }: Plausibility): number {
  return good - 2 * bad + common
}

/** Text of the old fonts that some program has saved as UTF-8; anything else stays. */
function readOldFonts(text: string): DecodedText {
  const old = oldReading(text)
  return old ?? { text, encoding: 'utf-8' }
}

function oldReading(text: string): DecodedText | null {
  const encoding = oldEncodingOf(text)
  return encoding ? { text: readByTable(text, encoding), encoding } : null
}

/** Which old font's table a text is written by, when it is no Vietnamese as it stands; null: it stays as it is. */
export function oldEncodingOf(text: string): 'tcvn3' | 'vni' | null {
  if (!/[\u0080-\u00ff]/.test(text)) return null
  const sample = text.slice(0, SAMPLE)
  const asIs = plausibilityOf(sample)
  if (asIs.bad <= asIs.good) return null
  const best = legacyReadings(sample).toSorted((a, b) => weightOf(b.found) - weightOf(a.found))[0]
  const isBetter = best && isConvincing(best.found) && best.found.bad * 3 < asIs.bad
  return isBetter ? (best.encoding as 'tcvn3' | 'vni') : null
}

interface Reading extends DecodedText {
  found: Plausibility
}

/** @param latin the bytes as Windows-1252 */
function legacyReadings(latin: string): Reading[] {
  return (['tcvn3', 'vni'] as const).map((encoding) => {
    const text = readByTable(latin, encoding)
    return { text, encoding, found: plausibilityOf(text) }
  })
}

function readByTable(latin: string, encoding: 'tcvn3' | 'vni'): string {
  return encoding === 'tcvn3' ? mendCapitals(fromTcvn3(latin)) : fromVni(latin)
}

/** How much of a long text is looked at to tell how it is written. */
const SAMPLE = 400_000

function decodeLegacy(bytes: Uint8Array): DecodedText {
  const encoding = legacyEncodingOf(bytes.subarray(0, SAMPLE))
  const text = encoding === 'windows-1258' ? decode1258(bytes) : readByTable(decodeWindows1252(bytes), encoding)
  return checked({ text, encoding })
}

function legacyEncodingOf(bytes: Uint8Array): 'windows-1258' | 'tcvn3' | 'vni' {
  const text = decode1258(bytes)
  const found = plausibilityOf(text)
  // Nothing beyond ASCII but quotation marks and dashes: Windows-1252 and 1258 agree on them.
  if (found.bad === 0 && found.good === 0) return 'windows-1258'
  const readings: Reading[] = [{ text, encoding: 'windows-1258', found }, ...legacyReadings(decodeWindows1252(bytes))]
  const [best, second] = readings.toSorted((a, b) => weightOf(b.found) - weightOf(a.found))
  if (!best || !isConvincing(best.found)) throw refuse()
  const isClear = !second || second.text === best.text || weightOf(second.found) < weightOf(best.found)
  if (!isClear) throw refuse()
  return best.encoding as 'windows-1258' | 'tcvn3' | 'vni'
}

function decode1258(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return iconv.decode(raw, 'windows-1258').normalize('NFC')
}

/**
 * Text of a run of a document as the letters its font shows. Without a font, or with one that says nothing, text that is no Vietnamese
 * as it stands and is when read by one of the old fonts' tables is read so.
 * @param font the name of the run's font (".VnTimeH", "VNI-Times", "Times New Roman")
 */
export function recodeVietnamese(text: string, font = ''): string {
  const kind = /^\.vn/i.test(font) ? 'tcvn3' : /^vni[-_ ]/i.test(font) ? 'vni' : null
  if (kind === null) return oldReading(text)?.text ?? text
  // Text typed as Unicode stays Unicode, whatever font it was put in later.
  if (/[ăđĩũơư\u1ea0-\u1ef9]|\p{M}/iu.test(text)) return text
  const recoded = kind === 'tcvn3' ? fromTcvn3(text) : fromVni(text)
  if (recoded === text) return /^\.vn.*h$/i.test(font) ? text.toUpperCase() : text
  const asIs = plausibilityOf(text)
  if (weightOf(asIs) > weightOf(plausibilityOf(recoded))) return text
  return /^\.vn.*h$/i.test(font) ? recoded.toUpperCase() : recoded
}
