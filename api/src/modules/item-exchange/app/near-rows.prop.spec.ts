import fc from 'fast-check'
import { bareDraft } from '../infra/formats/draft-texts.js'
import { nearRows, nearness, stemOf } from './near-rows.js'

const row = (ordinal: number, stem: string) =>
  stemOf({ ordinal, place: `Câu ${ordinal}`, draft: bareDraft({ type: 'true-false', stem, isTrue: true }) })

const words = fc.constantFrom(...'chuyển đổi số quốc gia người dân làm trung tâm dữ liệu mở an toàn mạng'.split(' '))
const stem = fc.array(words, { minLength: 1, maxLength: 14 }).map((list) => list.join(' '))

describe('IX-5: rows that say nearly the same', () => {
  it('are told of earlier rows only, with how near they are, the nearest first and at most three', () => {
    fc.assert(
      fc.property(fc.array(stem, { maxLength: 12 }), (texts) => {
        const stems = texts.map((text, index) => row(index + 1, text))
        for (const [ordinal, duplicates] of nearRows(stems, [])) {
          expect(duplicates.length).toBeGreaterThan(0)
          expect(duplicates.length).toBeLessThanOrEqual(3)
          const percents = duplicates.map(({ percent }) => percent)
          expect(percents).toEqual([...percents].sort((a, b) => b - a))
          for (const duplicate of duplicates) {
            expect(duplicate.itemId).toBeNull()
            expect(duplicate.ordinal as number).toBeLessThan(ordinal)
            const share = nearness(stems[ordinal - 1]!, stems[(duplicate.ordinal as number) - 1]!)
            expect(duplicate.percent).toBe(Math.round(share * 100))
            expect(duplicate.percent).toBeGreaterThanOrEqual(60)
          }
        }
      }),
    )
  })

  it('of which one is the other are always found', () => {
    fc.assert(
      fc.property(stem, stem, (text, other) => {
        const found = nearRows([row(1, text), row(2, other), row(3, text)], [{ id: 'x', code: 'CN-1', stemText: text }])
        expect(found.get(1)).toMatchObject([{ itemId: 'x', ordinal: null, percent: 100, label: `CN-1: ${text}` }])
        // Of equally near ones the item of the bank stands first.
        expect(found.get(3)?.[0]).toMatchObject({ itemId: 'x', percent: 100 })
        expect(found.get(3)).toContainEqual({ itemId: null, ordinal: 1, percent: 100, label: `Câu 1: ${text}` })
      }),
    )
  })

  it('have labels of a readable length, without half a character at the end', () => {
    const long = `${'😀'.repeat(200)} một hai ba bốn`
    const label = nearRows([row(1, long)], [{ id: 'x', code: 'CN-1', stemText: long }]).get(1)?.[0]?.label ?? ''
    expect(label.length).toBeLessThanOrEqual(160)
    expect(label).not.toMatch(/\p{Surrogate}/u)
  })

  it('are not found among rows without a stem', () => {
    expect(nearRows([row(1, ''), row(2, '')], [{ id: 'x', code: 'C', stemText: '' }]).size).toBe(0)
  })
})
