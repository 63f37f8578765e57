import fc from 'fast-check'
import iconv from 'iconv-lite'
import { decodeText, recodeVietnamese } from './decode-text.js'
import { decodeWindows1252, TCVN3, VNI } from './vietnamese-fonts.js'

const WORDS =
  `chuyển đổi số là quá trình ứng dụng công nghệ để thay cách làm của tổ chức người dân nộp hồ sơ trực tuyến trên cổng dịch vụ quốc gia
  mật khẩu mạnh gồm chữ hoa thường và ký tự đặc biệt không chia sẻ với ai tài khoản định danh điện tử mức hai phường xã tỉnh Quảng Nam
  thanh niên xung kích giúp bà con sử dụng thiết bị thông minh an toàn ở thôn bản năm nghìn ưỡn khuỷu giặc tuổi sữa ngõ kỹ vẫn bẫy lẽ
  mỹ tủ cửa sổ hẻm phẩm thẳng nhỉ cỡ mỗi lỗi đỗ dễ hễ nghĩ rằng mặt trời lặn phía tây ngoại ngữ ỷ ý lại y tế quỵt`.split(
    /\s+/,
  )
const PUNCTUATION = ['', '', '', ',', '.', '?', ':', ' 12', ' (AI)', ' – ', '…', ' “web”']

const wordIn = (...forms: string[]) =>
  fc
    .tuple(fc.constantFrom(...WORDS), fc.constantFrom(...forms), fc.constantFrom(...PUNCTUATION))
    .map(([text, form, after]) => {
      if (form === 'upper') return text.toUpperCase() + after
      return (form === 'title' ? text.charAt(0).toUpperCase() + text.slice(1) : text) + after
    })
const word = wordIn('lower', 'title', 'upper')
const lineOf = (arbitrary: fc.Arbitrary<string>) =>
  fc.array(arbitrary, { minLength: 4, maxLength: 14 }).map((words) => words.join(' '))
/** Sentences and headings. */
const sentences = fc
  .array(fc.oneof(lineOf(wordIn('lower', 'title')), lineOf(wordIn('upper'))), { minLength: 2, maxLength: 8 })
  .map((lines) => lines.join('\n'))

const cp1252 = (letter: string) => {
  const found = iconv.encode(letter, 'windows-1252')
  return found[0] === 0x3f && letter !== '?' ? null : found
}
const byLetter = new Map([...TCVN3].map(([byte, letter]) => [letter, byte]))
const toTcvn3 = (text: string) =>
  Buffer.concat(
    [...text].map((letter) => {
      const byte = byLetter.get(letter)
      return byte === undefined ? (cp1252(letter) ?? Buffer.from('?')) : Buffer.from([byte])
    }),
  )
const toVni = (text: string) =>
  iconv.encode([...text].map((letter) => VNI.get(letter) ?? letter).join(''), 'windows-1252')
const to1258 = (text: string) => {
  const parted = [...text].map((letter) => {
    const [base = '', ...marks] = letter.normalize('NFD')
    const shape = marks.filter((mark) => '\u0302\u0306\u031b'.includes(mark)).join('')
    const tone = marks.filter((mark) => !'\u0302\u0306\u031b'.includes(mark)).join('')
    return (base + shape).normalize('NFC') + tone
  })
  return iconv.encode(parted.join(''), 'windows-1258')
}
/** Quotation marks and dashes share their places with capitals of TCVN3, so texts in that encoding have none. */
const withoutSigns = (text: string) => text.replace(/[“”–…]/g, '-')

describe('any Vietnamese text', () => {
  it('in windows-1258 comes back', () => {
    fc.assert(
      fc.property(sentences, (text) => {
        expect(decodeText(to1258(text))).toEqual({ text, encoding: 'windows-1258' })
      }),
    )
  })
  it('in VNI comes back', () => {
    fc.assert(
      fc.property(sentences, (text) => {
        expect(decodeText(toVni(text))).toEqual({ text, encoding: 'vni' })
      }),
    )
  })
  it('in TCVN3 comes back, capitals included', () => {
    fc.assert(
      fc.property(sentences.map(withoutSigns), (text) => {
        expect(decodeText(toTcvn3(text))).toEqual({ text, encoding: 'tcvn3' })
      }),
    )
  })
  it('in UTF-8 and UTF-16 comes back, also decomposed', () => {
    fc.assert(
      fc.property(sentences, fc.boolean(), (text, isParted) => {
        const written = isParted ? text.normalize('NFD') : text
        expect(decodeText(Buffer.from(written)).text).toBe(text)
        expect(decodeText(Buffer.from(written, 'utf16le')).text).toBe(text)
        expect(decodeText(Buffer.from(written, 'utf16le').swap16()).text).toBe(text)
      }),
    )
  })
  it('typed with an old font is told by the font alone, however short', () => {
    fc.assert(
      fc.property(
        word.map(withoutSigns).filter((text) => /[^ -~]/.test(text)),
        (text) => {
          expect(recodeVietnamese(decodeWindows1252(toTcvn3(text)), '.VnTime')).toBe(text)
          expect(recodeVietnamese(decodeWindows1252(toVni(text)), 'VNI-Times')).toBe(text)
        },
      ),
    )
  })
})
