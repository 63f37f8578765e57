import { readingSeconds } from './reading-time.js'

describe('IB-12: reading time', () => {
  it('is a second for every three syllables and two for every option', () => {
    expect(readingSeconds('một hai ba bốn năm sáu', [])).toBe(3)
    expect(readingSeconds(Array.from({ length: 180 }, () => 'chữ').join(' '), [])).toBe(60)
    expect(readingSeconds('một hai ba', ['bốn', 'năm sáu', 'bảy tám', 'chín'])).toBe(3 + 4 * 2)
  })

  it('counts no tags, a picture as ten syllables, and is three seconds at least', () => {
    expect(readingSeconds('<p><b>một</b></p>', [])).toBe(3)
    const words = Array.from({ length: 20 }, () => 'chữ').join(' ')
    expect(readingSeconds(`<p class="dai lam">${words}</p>`, [])).toBe(readingSeconds(words, []))
    expect(readingSeconds(`${words}<img src="/media/1" alt="">`, [])).toBe(10)
  })
})
