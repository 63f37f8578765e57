import iconv from 'iconv-lite'

/**
 * Vietnamese of before Unicode: fonts whose Latin-1 places show Vietnamese letters. Such text looks like Windows-1252 to every program;
 * the tables here name the places by their Windows-1252 bytes.
 */

/**
 * TCVN 5712:1993, the first table (VN1), whose lower half of places the ".VnTime" fonts share. Fonts whose name ends in H show the
 * same places as capitals, so that most capitals with a tone have no place of their own in texts typed with them.
 */
const TCVN3_HIGH =
  'ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ'
const TCVN3_LOW: Record<number, string> = {
  1: 'Ú',
  2: 'Ụ',
  4: 'Ừ',
  5: 'Ử',
  6: 'Ữ',
  17: 'Ứ',
  18: 'Ự',
  19: 'Ỳ',
  20: 'Ỷ',
  21: 'Ỹ',
  22: 'Ý',
  23: 'Ỵ',
}

/** Byte to letter. */
export const TCVN3: ReadonlyMap<number, string> = new Map([
  ...Object.entries(TCVN3_LOW).map(([byte, letter]) => [Number(byte), letter] as const),
  ...[...TCVN3_HIGH].map((letter, i) => [0x80 + i, letter] as const),
])

/** VNI for Windows: a vowel is followed by a second place for its mark and tone; some letters have one of their own. */
const VNI_PLACES: Record<string, string> = {
  á: 'aù',
  à: 'aø',
  ả: 'aû',
  ã: 'aõ',
  ạ: 'aï',
  ă: 'aê',
  ắ: 'aé',
  ằ: 'aè',
  ẳ: 'aú',
  ẵ: 'aü',
  ặ: 'aë',
  â: 'aâ',
  ấ: 'aá',
  ầ: 'aà',
  ẩ: 'aå',
  ẫ: 'aã',
  ậ: 'aä',
  é: 'eù',
  è: 'eø',
  ẻ: 'eû',
  ẽ: 'eõ',
  ẹ: 'eï',
  ê: 'eâ',
  ế: 'eá',
  ề: 'eà',
  ể: 'eå',
  ễ: 'eã',
  ệ: 'eä',
  í: 'í',
  ì: 'ì',
  ỉ: 'æ',
  ĩ: 'ó',
  ị: 'ò',
  ó: 'où',
  ò: 'oø',
  ỏ: 'oû',
  õ: 'oõ',
  ọ: 'oï',
  ô: 'oâ',
  ố: 'oá',
  ồ: 'oà',
  ổ: 'oå',
  ỗ: 'oã',
  ộ: 'oä',
  ơ: 'ô',
  ớ: 'ôù',
  ờ: 'ôø',
  ở: 'ôû',
  ỡ: 'ôõ',
  ợ: 'ôï',
  ú: 'uù',
  ù: 'uø',
  ủ: 'uû',
  ũ: 'uõ',
  ụ: 'uï',
  ư: 'ö',
  ứ: 'öù',
  ừ: 'öø',
  ử: 'öû',
  ữ: 'öõ',
  ự: 'öï',
  ý: 'yù',
  ỳ: 'yø',
  ỷ: 'yû',
  ỹ: 'yõ',
  ỵ: 'î',
  đ: 'ñ',
}

/** Letter, small or capital, to its places. */
export const VNI: ReadonlyMap<string, string> = new Map(
  Object.entries(VNI_PLACES).flatMap(([letter, places]) => [
    [letter, places],
    [letter.toUpperCase(), places.toUpperCase()],
  ]),
)

/**
 * Bytes as Windows-1252; the five places that it leaves empty become the control characters of the same number, so that nothing is lost.
 * (Not by TextDecoder: some versions of Node take Windows-1252 for Latin-1.)
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return raw.toString('latin1').replace(/[\u0080-\u009f]/g, (control) => SIGNS_1252.get(control) ?? control)
}
const SIGNS_1252 = new Map(
  [...iconv.decode(Buffer.from(Array.from({ length: 32 }, (_, i) => 0x80 + i)), 'windows-1252')].flatMap((sign, i) =>
    sign === '\ufffd' ? [] : [[String.fromCharCode(0x80 + i), sign] as const],
  ),
)

const letterOfTcvn3 = new Map<string, string>(
  [...TCVN3].flatMap(([byte, letter]) => [
    [String.fromCharCode(byte), letter] as const,
    [decodeWindows1252(Uint8Array.of(byte)), letter] as const,
    // Word keeps the places of symbol fonts in a private range.
    [String.fromCharCode(0xf000 + byte), letter] as const,
  ]),
)
/** A capital may carry a small mark and a small letter a capital one: the vowel decides. */
const letterOfVni = new Map<string, string>(
  [...VNI].flatMap(([letter, places]) => [
    [places, letter] as const,
    ...(places.length === 2 ? [[swapMark(places), letter] as const] : []),
  ]),
)

function swapMark(places: string): string {
  const mark = places.charAt(1)
  return places.charAt(0) + (mark === mark.toLowerCase() ? mark.toUpperCase() : mark.toLowerCase())
}

/** Text typed with a TCVN3 font, read as Windows-1252, as the letters it shows. */
export function fromTcvn3(text: string): string {
  return text.replace(/[^\t\n\r -~]/g, (place) => letterOfTcvn3.get(place) ?? place).normalize('NFC')
}

/** Text typed with a VNI font, read as Windows-1252, as the letters it shows. */
export function fromVni(text: string): string {
  return text
    .replace(/[\uf020-\uf0ff]/g, (place) => String.fromCharCode(place.charCodeAt(0) - 0xf000))
    .replace(/[aeouyôö][ùøûõïêéèúüëâáàåãä]|[íìæóòôöîñ]/gi, (places) => letterOfVni.get(places) ?? places)
    .normalize('NFC')
}

type Case = 'upper' | 'lower' | 'unknown'

/** Toned small letters of TCVN3 may stand for capitals; the letters that have both cases tell of which kind a word is. */
function caseOf(word: string): Case {
  const letters = [...word]
  const knows = (letter: string) => /[a-zăâêôơưđ]/i.test(letter) || letter !== letter.toLowerCase()
  if (letters.some((letter) => knows(letter) && letter === letter.toLowerCase())) return 'lower'
  if (letters.some((letter, i) => i > 0 && knows(letter))) return 'upper'
  return 'unknown'
}

/**
 * Gives words of capitals back the capitals that TCVN3 has no place for: "CộNG HòA" becomes "CỘNG HÒA". A word that does not tell
 * ("Hà", "ở") follows its line, where that is all capitals and not just holds an abbreviation.
 */
export function mendCapitals(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const words = line.match(/\p{L}+/gu) ?? []
      const cases = words.map(caseOf)
      const isHeading =
        !cases.includes('lower') && words.some((word, i) => cases[i] === 'upper' && /[^A-Za-z]/.test(word))
      return line.replace(/\p{L}+/gu, (word) => {
        const isUpper = caseOf(word) === 'upper' || (isHeading && caseOf(word) === 'unknown')
        return isUpper ? word.toUpperCase() : word
      })
    })
    .join('\n')
}
