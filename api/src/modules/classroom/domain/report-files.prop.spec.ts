import fc from 'fast-check'
import { fileName } from './file-name'
import { difficultyOrder, progressAt } from './report-figures'

describe('CR-74: names of files', () => {
  it('are plain letters for one header field, and nothing that leaves a folder or ends a header in the other', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 90 }), { maxLength: 4 }), (parts) => {
        const { ascii, full } = fileName(parts, 'xlsx')
        expect(ascii).toMatch(/^[a-z0-9][a-z0-9-]{0,120}\.xlsx$/)
        expect(full).toMatch(/\.xlsx$/)
        expect(full).not.toMatch(/[\p{C}\\/:*?"<>|]/u)
        expect(full).not.toMatch(/^[. ]|[. ]\.xlsx$/)
        expect(() => encodeURIComponent(full)).not.toThrow()
      }),
    )
  })

  it('tell what the file is', () => {
    expect(fileName(['Báo cáo', 'Đố vui: 7/A “Đợt 1”', '2026-11-23'], 'pdf')).toEqual({
      ascii: 'bao-cao-do-vui-7-a-dot-1-2026-11-23.pdf',
      full: 'Báo cáo - Đố vui 7 A “Đợt 1” - 2026-11-23.pdf',
    })
    expect(fileName(['???', '../..'], 'json')).toEqual({ ascii: 'thi-so.json', full: 'thi-so.json' })
  })
})

const share = fc.option(
  fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
  { nil: null },
)

describe('CR-70: difficulty', () => {
  it('gives 1 to the lowest share, equal numbers to equal shares, and no number where nothing is known', () => {
    fc.assert(
      fc.property(fc.array(share), (shares) => {
        const order = difficultyOrder(shares)
        shares.forEach((one, at) => {
          expect(order[at] === null).toBe(one === null)
          shares.forEach((other, beside) => {
            if (one === null || other === null) return
            expect(Math.sign((order[at] as number) - (order[beside] as number))).toBe(Math.sign(one - other))
          })
        })
        if (shares.some((one) => one !== null)) expect(order).toContain(1)
      }),
    )
  })
})

describe('CR-72: progress', () => {
  const cell = fc.option(
    fc
      .integer({ min: 0, max: 20 })
      .chain((askedCount) =>
        fc.record({ rightCount: fc.integer({ min: 0, max: askedCount }), askedCount: fc.constant(askedCount) }),
      ),
    { nil: null },
  )

  it('compares a lesson with all that was asked before it, and with nothing that came later', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), fc.nat(), (cells, somewhere) => {
        const at = somewhere % cells.length
        const { before, now, change } = progressAt(cells, at)
        for (const value of [before, now]) if (value !== null) expect(value >= 0 && value <= 1).toBe(true)
        expect(change === null).toBe(before === null || now === null)
        expect(progressAt(cells.slice(0, at + 1), at)).toEqual({ before, now, change })
        if (cells.slice(0, at).every((one) => one === null)) expect(before).toBeNull()
      }),
    )
    expect(
      progressAt(
        [{ rightCount: 1, askedCount: 2 }, null, { rightCount: 10, askedCount: 10 }, { rightCount: 1, askedCount: 4 }],
        3,
      ),
    ).toEqual({ before: 11 / 12, now: 0.25, change: 0.25 - 11 / 12 })
  })
})
