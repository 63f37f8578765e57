import fc from 'fast-check'
import { documentFinder, documentNames, type NamedDocument } from './document-names.js'

const REGISTER: NamedDocument[] = [
  { id: 'a', number: '749/QĐ-TTg', title: 'Chương trình chuyển đổi số quốc gia đến năm 2025' },
  { id: 'b', number: '20/2023/QH15', title: 'Luật Giao dịch điện tử' },
  { id: 'c', number: '', title: 'Cẩm nang chuyển đổi số' },
  { id: 'd', number: '05/KH-UBND', title: 'Kế hoạch chuyển đổi số huyện Tiên Phước' },
  { id: 'e', number: '05/KH-UBND', title: 'Kế hoạch chuyển đổi số thành phố Hội An' },
]
const find = documentFinder(REGISTER)

describe('IX-6: a document that a file names', () => {
  it.each([
    ['749/QĐ-TTg', 'a'],
    ['749/qd-ttg', 'a'],
    ['chương trình Chuyển đổi số quốc gia đến năm 2025', 'a'],
    ['749/QĐ-TTg – Chương trình chuyển đổi số quốc gia đến năm 2025', 'a'],
    ['Quyết định số 749/QĐ-TTg', 'a'],
    ['Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ', 'a'],
    ['Luật 20/2023/QH15', 'b'],
    ['CẨM NANG CHUYỂN ĐỔI SỐ', 'c'],
    ['Kế hoạch chuyển đổi số thành phố Hội An', 'e'],
    ['05/KH-UBND Kế hoạch chuyển đổi số huyện Tiên Phước', 'd'],
  ])('is found by %j', (name, id) => {
    expect(find(name)).toBe(id)
  })

  it.each([
    ['nothing of it is known', 'Nghị định 13/2023/NĐ-CP'],
    ['two carry the number', '05/KH-UBND'],
    ['only a part of it is named, with more than the number', 'Điều 5 Luật 20/2023/QH15'],
    ['it is empty', ''],
    ['it has no letters', '– / –'],
  ])('is not guessed when %s', (_, name) => {
    expect(find(name)).toBeNull()
  })

  it('is found again by the name under which it goes out, unless another one is called exactly the same', () => {
    const word = fc.constantFrom('Luật', 'kế hoạch', 'số', '2025', 'Quảng Nam')
    const document = fc.record({
      number: fc.constantFrom('', '749/QĐ-TTg', '749/qđ-ttg', '05/KH-UBND', '06/KH-UBND'),
      title: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
    })
    fc.assert(
      fc.property(fc.array(document, { maxLength: 8 }), (given) => {
        const documents = given.map((each, index) => ({ ...each, id: String(index) }))
        const names = documentNames(documents)
        const again = documentFinder(documents)
        for (const { id } of documents) {
          const found = again(names.get(id) as string)
          if (found !== null) expect(found).toBe(id)
        }
        // One that shares neither number nor title with another is always found.
        const lonely = documents.filter(
          ({ id, number, title }) =>
            !documents.some((other) => other.id !== id && (same(other.number, number) || same(other.title, title))),
        )
        for (const { id } of lonely) expect(again(names.get(id) as string)).toBe(id)
      }),
      { numRuns: 500 },
    )
  })
})

function same(a: string, b: string): boolean {
  return a !== '' && a.toLowerCase() === b.toLowerCase()
}
