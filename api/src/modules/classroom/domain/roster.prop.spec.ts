import fc from 'fast-check'
import { readRoster } from './roster'
import { readRosterTable } from './roster-table'

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi']
const MIDDLE = ['Văn', 'Thị', 'Hữu', 'Ngọc', 'Minh', 'Thanh']
const GIVEN = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khoa', 'Linh', 'Minh', 'Phúc', 'Quỳnh', 'Yến']

const person = fc
  .tuple(fc.constantFrom(...FAMILY), fc.constantFrom(...MIDDLE), fc.constantFrom(...GIVEN))
  .map(([family, middle, given]) => ({ before: `${family} ${middle}`, given, full: `${family} ${middle} ${given}` }))
/** Namesakes too, as classes have them. */
const people = fc.array(person, { minLength: 3, maxLength: 40 })
const birthday = fc
  .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }))
  .map(([day, month]) => `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/2013`)

describe('CR-61: a pasted list', () => {
  it('gives the names of a list as schools paste it, and nothing else of it', () => {
    const line = fc.constantFrom<
      (at: number, p: { full: string; before: string; given: string }, born: string) => string
    >(
      (_, { full }) => full,
      (at, { full }) => `${at + 1}. ${full}`,
      (at, { full }) => `${at + 1}\t${full}`,
      (at, { full }, born) => `${at + 1}\t${full}\t${born}\tNữ`,
      (at, { before, given }, born) => `${at + 1}\t${before}\t${given}\t${born}`,
      (at, { full }, born) => `${at + 1}\t${full}\t${at % 2 ? 'Nam' : 'Nữ'}\t${born}`,
      (_, { full }, born) => `${full}; ${born}`,
      (_, { full }) => `  ${full.replaceAll(' ', '  ')} `,
    )
    fc.assert(
      fc.property(
        people,
        line,
        birthday,
        fc.boolean(),
        fc.constantFrom('\n', '\r\n'),
        (all, write, born, isHeaded, end) => {
          const lines = [...(isHeaded ? ['STT\tHọ và tên'] : []), ...all.map((each, at) => write(at, each, born)), '']
          const { names, left } = readRoster(lines.join(end))
          expect(names).toEqual(all.map(({ full }) => full))
          // The head "STT\tHọ và tên" names no pupil.
          expect(left).toEqual([])
        },
      ),
    )
  })

  it('gives no name without letters, none longer than a name may be; what is left says why', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 90 })), (lines) => {
        const { names, left } = readRoster(lines.join('\n'))
        for (const name of names) {
          expect(name).toMatch(/\p{L}/u)
          expect([...name].length).toBeLessThanOrEqual(60)
          expect(name).toBe(name.normalize('NFC'))
          expect(name).not.toMatch(/\p{Cc}|\p{Cf}|^\s|\s$/u)
        }
        expect(left.every(({ line, why }) => line.length <= 120 && why !== 'no-number')).toBe(true)
      }),
    )
  })

  it('leaves nobody out who has the name of another, with or without its marks, but lines that are no name', () => {
    expect(readRoster('Dương Thị Thu\nDương Thị Thư\nDƯƠNG THỊ  THU\n12345\n***\nÂu Cơ')).toEqual({
      names: ['Dương Thị Thu', 'Dương Thị Thư', 'DƯƠNG THỊ THU', 'Âu Cơ'],
      left: [
        { line: '12345', why: 'no-letters' },
        { line: '***', why: 'no-letters' },
      ],
    })
    expect(readRoster(`${'Rất dài '.repeat(9)}`).left).toMatchObject([{ why: 'too-long' }])
  })
})

describe('CR-61: a sheet', () => {
  const TITLE = [['TRƯỜNG THCS NGUYỄN DU', ''], ['Danh sách lớp 7A'], []]
  const FOOT = [
    ['', 'Tổng số học sinh'],
    ['', 'Giáo Viên Chủ Nhiệm'],
  ]

  it('gives the names by their column, wherever it stands and whatever stands beside it', () => {
    const HEAD = fc.constantFrom('Họ và tên', 'HỌ TÊN', 'Họ và tên học sinh', 'Họ  tên HS', 'Full name')
    fc.assert(
      fc.property(people, birthday, HEAD, fc.nat(3), fc.boolean(), (all, born, head, at, hasTitle) => {
        const place = <T>(row: T[], own: T) => [...row.slice(0, at), own, ...row.slice(at)]
        const rows = [
          ...(hasTitle ? TITLE : []),
          place(['STT', 'Ngày sinh', 'Địa chỉ'], head),
          ...all.map(({ full }, index) => place([String(index + 1), born, 'Thôn Trà Đình'], full)),
          ...FOOT.map(([first = '', second = '']) => place([first, '', ''], second)),
        ]
        const roster = readRosterTable(rows)
        expect(roster?.names).toEqual(all.map(({ full }) => full))
        expect(roster?.left.map(({ why }) => why)).toEqual(['no-number', 'no-number'])
        expect(JSON.stringify(roster)).not.toContain('2013')
      }),
    )
  })

  it('puts family and given names together, from two heads or one that lies over both', () => {
    const heads = fc.constantFrom(
      ['Họ đệm', 'Tên'],
      ['Họ và tên đệm', 'Tên'],
      ['Họ', 'Tên'],
      ['Last name', 'First name'],
      // One head over both, as a workbook tells it and as a text does.
      ['Họ và tên', 'Họ và tên'],
      ['Họ và tên', ''],
    )
    fc.assert(
      fc.property(people, birthday, heads, (all, born, [family = '', given = '']) => {
        const rows = [
          ['STT', family, given, 'Ngày sinh'],
          ...all.map((each, index) => [String(index + 1), each.before, each.given, born]),
        ]
        expect(readRosterTable(rows)?.names).toEqual(all.map(({ full }) => full))
      }),
    )
  })

  it('finds names without heads, and none where there are none', () => {
    fc.assert(
      fc.property(people, birthday, (all, born) => {
        const rows = all.map(({ full }, index) => [String(index + 1), full, born])
        expect(readRosterTable(rows)?.names).toEqual(all.map(({ full }) => full))
        expect(readRosterTable(rows.map(([number = '', , day = '']) => [number, day]))).toBeNull()
      }),
    )
    expect(readRosterTable([])).toBeNull()
    expect(readRosterTable([['Họ và tên'], ['']])).toBeNull()
  })

  it('takes any table without falling over it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 8 }), { maxLength: 30 }),
        (rows) => {
          const roster = readRosterTable(rows)
          for (const name of roster?.names ?? []) expect(name).toMatch(/\p{L}/u)
        },
      ),
    )
  })
})
