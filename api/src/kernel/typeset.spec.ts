import fc from 'fast-check'
import { typeset } from './typeset.js'

const visible = (text: string) => text.replace(/\u00a0/g, '~')

describe('PP-7: text as print sets it', () => {
  it.each([
    ['Nền tảng "số" là gì?', 'Nền tảng “số” là gì?'],
    ['"Bốn không" và ("dữ liệu mở")', '“Bốn không” và (“dữ liệu mở”)'],
    [`Từ 'blockchain' và O'Neill`, 'Từ ‘blockchain’ và O’Neill'],
    ['Đi 5 km trong 10 phút', 'Đi 5~km trong 10~phút'],
    ['đạt 45 % và 2 GB', 'đạt 45~% và 2~GB'],
    ['nặng 3 kg; 5 kgf', 'nặng 3~kg; 5 kgf'],
    [
      'Theo Điều 5, khoản 2, điểm a) của Nghị định số 13/2023',
      'Theo Điều~5, khoản~2, điểm~a) của Nghị định số~13/2023',
    ],
    ['Câu 12 và câu hỏi', 'Câu~12 và câu hỏi'],
    ['năm 2025, ngày 10 tháng 10', 'năm~2025, ngày~10 tháng~10'],
    ['Phần II và Chương IV', 'Phần~II và Chương~IV'],
    ['Việt Nam - Hàn Quốc', 'Việt Nam~– Hàn Quốc'],
    ['đến năm 2025 - 2030', 'đến năm~2025~– 2030'],
    ['e-KYC và 24/7', 'e-KYC và 24/7'],
  ])('%s', (text, expected) => {
    expect(visible(typeset(text))).toBe(expected)
  })

  it('keeps every character at its place, and setting it again changes nothing', () => {
    const words = fc.array(fc.constantFrom('"', "'", ' ', '5', 'km', 'Câu', 'số', '-', '–', 'ặ', '(', 'II', '.'), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join('')
        const set = typeset(text)
        expect(set).toHaveLength(text.length)
        expect(typeset(set)).toBe(set)
        expect(set).not.toContain('"')
      }),
    )
  })
})
