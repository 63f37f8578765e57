import fc from 'fast-check'
import { csvLine, isFormulaLike } from './csv.js'

/** Reads one line as RFC 4180 says. */
function read(line: string): string[] {
  const cells: string[] = []
  let at = 0
  for (;;) {
    let cell = ''
    if (line[at] === '"') {
      for (at++; ; at++) {
        if (line[at] === '"' && line[at + 1] === '"') cell += line[at++]
        else if (line[at] === '"') break
        else cell += line[at]
      }
      at++
    } else for (; at < line.length && line[at] !== ',' && line[at] !== '\r'; at++) cell += line[at]
    cells.push(cell)
    if (line[at] !== ',') return cells
    at++
  }
}

describe('a line of a CSV file', () => {
  it('is separated by commas and ends in CRLF', () => {
    expect(csvLine(['An', 3, null, ''])).toBe('An,3,,\r\n')
  })

  it('puts into quotation marks what needs them', () => {
    expect(csvLine(['Tiên Phước, Quảng Nam', 'gọi là "số"', 'hai\ndòng', 'a;b'])).toBe(
      '"Tiên Phước, Quảng Nam","gọi là ""số""","hai\ndòng","a;b"\r\n',
    )
  })

  it('leaves numbers alone, also negative ones', () => {
    expect(csvLine([-1, 1.5, 0])).toBe('-1,1.5,0\r\n')
  })

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\0=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠A',
    ' =1+1',
    '\n=1',
    '\uFEFF=1',
  ])('takes the formula out of %j', (payload) => {
    expect(isFormulaLike(payload)).toBe(true)
    expect(read(csvLine([payload]))[0]?.startsWith("'")).toBe(true)
  })

  it.each(['Nguyễn Văn An', "O'Hara", '0905123456', '1-2', 'a=b', '(+84) 905'])('leaves %p as it is', (text) => {
    expect(csvLine([text])).toBe(`${text}\r\n`)
  })

  it('is read back as it was written, but for the apostrophe in front of formulas', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'=+-@,;"\'\r\n\t\0 a1') }),
    )
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
        expect(read(csvLine(cells))).toEqual(cells.map((text) => (isFormulaLike(text) ? `'${text}` : text)))
      }),
      { numRuns: 1_000 },
    )
  })
})
