import type { ItemBody } from '@thiso/contracts/vocab'
import { keyGiveAways, lintBank } from './lint-bank.js'
import { lintItem } from './lint-item.js'

const sound: ItemBody = {
  type: 'single-choice',
  stem: 'Ngày nào là Ngày Chuyển đổi số quốc gia?',
  options: ['Ngày 10/10', 'Ngày 26/3', 'Ngày 19/8', 'Ngày 22/12'],
  key: 0,
}
const lint = (body: ItemBody, more: Partial<Parameters<typeof lintItem>[0]> = {}) =>
  lintItem({
    body,
    explanation: 'Vì 1 và 0 là hai chữ số của hệ nhị phân.',
    citationCount: 1,
    endedGrounds: [],
    ...more,
  }).map(({ code }) => code)

describe('IB-15: the quality of an item', () => {
  it('finds nothing in a good one', () => {
    expect(lint(sound)).toEqual([])
  })

  it.each<[string, ItemBody, Partial<Parameters<typeof lintItem>[0]>, string]>([
    ['all of these', { ...sound, options: ['A', 'B', 'C', 'Tất cả các đáp án trên'] }, {}, 'catch_all_option'],
    ['A and B', { ...sound, options: ['x', 'y', 'z', 'Cả A và B'] }, {}, 'catch_all_option'],
    ['none of these', { ...sound, options: ['x', 'y', 'z', 'Không có đáp án nào đúng'] }, {}, 'catch_all_option'],
    [
      'an unmarked negation',
      { ...sound, stem: 'Việc nào sau đây không phải là chuyển đổi số?' },
      {},
      'negative_unmarked',
    ],
    [
      'a key that is much the longest',
      {
        ...sound,
        options: ['Ngày mồng mười tháng mười hằng năm theo Quyết định 505', 'Ngày 26/3', 'Ngày 19/8', 'Ngày 2/9'],
      },
      {},
      'longest_is_key',
    ],
    [
      'one option within another',
      { ...sound, options: ['Dịch vụ công', 'Dịch vụ công trực tuyến toàn trình', 'Họp trực tuyến', 'Chữ ký số'] },
      {},
      'options_overlap',
    ],
    [
      'an option that is the key in other marks',
      { ...sound, options: ['Hội An', 'hoi an', 'Tam Kỳ', 'Núi Thành'], key: 0 },
      {},
      'several_defensible',
    ],
    [
      'a range around the key',
      { ...sound, options: ['20%', 'Từ 10% trở lên', '5%', '90%'], key: 0 },
      {},
      'several_defensible',
    ],
    ['no source', sound, { citationCount: 0 }, 'missing_source'],
    ['a source that has ended', sound, { endedGrounds: ['749/QĐ-TTg'] }, 'stale_source'],
    ['no explanation', sound, { explanation: '' }, 'missing_explanation'],
    [
      'a sentence without end',
      { ...sound, stem: `Theo ${'kế hoạch truyền thông nâng cao nhận thức '.repeat(8)} ngày nào?` },
      {},
      'hard_to_read',
    ],
    [
      'a picture without words',
      { ...sound, stem: 'Đây là gì? <img src="media:a" alt="">' },
      {},
      'missing_alternative_text',
    ],
  ])('finds %s', (_, body, more, code) => {
    expect(lint(body, more)).toContain(code)
  })

  it.each<[string, ItemBody]>([
    ['a marked negation', { ...sound, stem: 'Việc nào sau đây <b>KHÔNG</b> phải là chuyển đổi số?' }],
    [
      'a word that only begins like a catch-all',
      { ...sound, options: ['Tất cả người dân', 'Học sinh', 'Doanh nghiệp', 'Cán bộ'] },
    ],
    [
      'a word that begins with a letter of an option',
      { ...sound, options: ['Cả bạn và tôi', 'Học sinh', 'Doanh nghiệp', 'Cán bộ'] },
    ],
    ['a picture with words', { ...sound, stem: 'Đây là gì? <img src="media:a" alt="Biểu tượng">' }],
  ])('leaves alone %s', (_, body) => {
    expect(lint(body)).toEqual([])
  })
})

describe('IB-15: what gives keys away over a bank', () => {
  const bank = (keyOf: (n: number) => number, lengthOf: (n: number, place: number) => number): ItemBody[] =>
    Array.from({ length: 80 }, (_, n) => ({
      type: 'single-choice',
      stem: `Câu ${n}`,
      options: [0, 1, 2, 3].map((place) => String(place).repeat(lengthOf(n, place))),
      key: keyOf(n),
    }))

  it('finds keys that stand in one place', () => {
    expect(
      lintBank(
        bank(
          (n) => (n % 2 === 0 ? 1 : n % 4),
          (n, place) => 5 + ((n + place) % 4),
        ),
      ).map(({ code }) => code),
    ).toContain('key_position_skew')
    expect(
      lintBank(
        bank(
          (n) => n % 4,
          (n, place) => 5 + ((Math.floor(n / 4) + place) % 4),
        ),
      ),
    ).toEqual([])
  })

  it('finds keys that are the longest option', () => {
    const findings = lintBank(
      bank(
        (n) => n % 4,
        (n, place) => (place === n % 4 && n % 3 !== 0 ? 30 : 5 + ((n + place) % 4)),
      ),
    )
    expect(findings.map(({ code }) => code)).toContain('longest_key_skew')
  })

  it('counts places and ranks', () => {
    const { places, lengthRanks } = keyGiveAways(
      bank(
        (n) => n % 4,
        (_, place) => place + 1,
      ),
    )
    expect(places).toEqual([20, 20, 20, 20])
    expect(lengthRanks).toEqual([20, 20, 20, 20])
  })
})
