import { readFileSync } from 'node:fs'
import path from 'node:path'
import { decodeText, recodeVietnamese } from './decode-text.js'
import { plausibilityOf } from './vietnamese-syllable.js'

const folder = path.resolve(__dirname, '../../../../../../test/data/items/encodings')
const expected = readFileSync(path.join(folder, 'utf-8.txt'), 'utf8')

describe('IX-12: text of unknown encoding', () => {
  it.each([
    ['utf-8.txt', 'utf-8'],
    ['utf-8-mark.txt', 'utf-8'],
    ['utf-8-decomposed.txt', 'utf-8'],
    ['utf-16le-mark.txt', 'utf-16le'],
    ['utf-16le.txt', 'utf-16le'],
    ['utf-16be-mark.txt', 'utf-16be'],
    ['utf-16be.txt', 'utf-16be'],
    ['windows-1258.txt', 'windows-1258'],
    ['tcvn3.txt', 'tcvn3'],
    ['tcvn3-shared-capitals.txt', 'tcvn3'],
    ['tcvn3-in-utf-8.txt', 'tcvn3'],
    ['vni.txt', 'vni'],
    ['vni-in-utf-8.txt', 'vni'],
  ])('reads %s as %s', (file, encoding) => {
    const decoded = decodeText(readFileSync(path.join(folder, file)))
    expect(decoded).toEqual({ text: expected, encoding })
  })

  it.each([
    ['plain ASCII', 'Question 1: What is AI?\n', 'utf-8'],
    ['French', 'Où est le café ? Déjà vu, naïveté, garçon.', 'utf-8'],
    ['names with signs', 'Đắk Lắk – Pleiku, µm, © 2026, 3 × 4', 'utf-8'],
    ['one word', 'Đúng', 'utf-8'],
  ])('leaves UTF-8 as it is: %s', (_, text, encoding) => {
    expect(decodeText(Buffer.from(text))).toEqual({ text, encoding })
  })

  it('takes quotation marks of Windows for what they are', () => {
    expect(decodeText(Buffer.from([0x49, 0x74, 0x92, 0x73, 0x20, 0x93, 0x6f, 0x6b, 0x94]))).toEqual({
      text: 'It’s “ok”',
      encoding: 'windows-1258',
    })
  })

  it.each([
    [
      'no Vietnamese in any reading',
      Buffer.from('Gr\xfc\xdfe aus K\xf6ln, sch\xf6ne Gr\xfc\xdfe, f\xfcr M\xe4dchen', 'latin1'),
    ],
    ['UTF-8 with bytes missing under its mark', Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xc3])],
    ['half of a UTF-16 letter', Buffer.from([0xff, 0xfe, 0x00, 0xd8])],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0xff, 0xe1, 3, 7])],
    ['control characters in UTF-8', Buffer.from('a\u0001b')],
  ])('refuses %s', (_, bytes) => {
    expect(() => decodeText(bytes)).toThrow('UPLOAD.ENCODING')
  })
})

describe('runs set in old fonts', () => {
  it.each([
    ['.VnTime', 'ThÕ nµo lµ chuyÓn ®æi sè?', 'Thế nào là chuyển đổi số?'],
    ['.VnTimeH', 'céng hoµ x\u00b7 héi', 'CỘNG HOÀ XÃ HỘI'],
    ['.VnTimeH', 'Nam', 'NAM'],
    ['.VnTime', 'nh\u00ad thÕ', 'như thế'],
    ['.VnArial', '\uf0b5', 'à'],
    ['VNI-Times', 'Theá naøo laø chuyeån ñoåi soá?', 'Thế nào là chuyển đổi số?'],
    ['VNI-Helve', 'ÑÖÔØNG', 'ĐƯỜNG'],
    ['', 'C©u hái vÒ d÷ liÖu', 'Câu hỏi về dữ liệu'],
    ['Times New Roman', 'Caâu hoûi veà döõ lieäu', 'Câu hỏi về dữ liệu'],
    ['.VnTime', 'Đã gõ bằng Unicode', 'Đã gõ bằng Unicode'],
    ['.VnTime', 'là có và', 'là có và'],
    ['VNI-Times', 'là có', 'là có'],
    ['Arial', 'café', 'café'],
    ['Arial', '25 °C ± 1', '25 °C ± 1'],
  ])('%s: %s', (font, text, shown) => {
    expect(recodeVietnamese(text, font)).toBe(shown)
  })
})

describe('spelling', () => {
  it.each('nghiêng quốc khuỷu giếng gì yêu thuở huýt xoong ươm quyển hoà hòa ngoằn quên kỷ kĩ ghế'.split(' '))(
    '%s is a syllable',
    (word) => {
      expect(plausibilityOf(`${word} ế`)).toMatchObject({ bad: 0 })
    },
  )
  it.each('cĩ kâ ngế ghà tòt ắắ chướ́ng ñi thÕ c©u fữ wá'.split(' '))('%s is none', (word) => {
    expect(plausibilityOf(word).bad).toBe(1)
  })
})
