import type { Formula } from '../../domain/formula.js'
import { readFormula } from './read-formula.js'

/** A formula on one line, everything bracketed: enough to see its structure. */
function line(formula: Formula | null): string {
  if (formula === null) return 'unreadable'
  switch (formula.kind) {
    case 'row':
      return formula.parts.map(line).join(' ').replace(/ +/g, ' ').trim()
    case 'word':
    case 'sign':
      return formula.text
    case 'space':
      return ''
    case 'fraction':
      return `${formula.hasBar ? 'frac' : 'stack'}[${line(formula.above)} | ${line(formula.below)}]`
    case 'scripts':
      return `${line(formula.base)}${formula.sub ? `_[${line(formula.sub)}]` : ''}${formula.sup ? `^[${line(formula.sup)}]` : ''}`
    case 'limits':
      return `lim[${line(formula.base)}, ${line(formula.under)}, ${line(formula.over)}]`
    case 'accent':
      return `accent[${formula.sign} ${line(formula.base)}]`
    case 'root':
      return `root[${line(formula.degree)}; ${line(formula.inside)}]`
    case 'fence':
      return `fence${formula.open}[${line(formula.inside)}]${formula.close}`
    case 'table':
      return `table[${formula.rows.map((row) => row.map(line).join(' & ')).join(' / ')}]`
  }
}

describe('PP-7: formulas', () => {
  it.each([
    ['x^2', 'x^[2]'],
    ['x_1^{2n}', 'x_[1]^[2 n]'],
    ['\\frac{-b\\pm\\sqrt{\\Delta}}{2a}', 'frac[− b ± root[unreadable; Δ] | 2 a]'],
    ['\\sqrt[3]{x}', 'root[3; x]'],
    ['\\left(\\frac12\\right)^2', 'fence([frac[1 | 2]])^[2]'],
    ['f(x)', 'f fence([x])'],
    ['\\sum_{i=1}^n i', '∑_[i = 1]^[n] i'],
    ['\\begin{cases}x=1\\\\y=2\\end{cases}', 'fence{[table[x = 1 / y = 2]]'],
    ['\\vec{v}', 'accent[→ v]'],
    ['\\overline{AB}', 'accent[‾ A B]'],
    ['90^\\circ', '90^[°]'],
    ['3{,}14', '3,14'],
    ['\\text{km/h}', 'km/h'],
    ['\\binom{n}{k}', 'fence([stack[n | k]])'],
    ['a < b', 'a < b'],
  ])('%s', (latex, expected) => {
    expect(line(readFormula(latex))).toBe(expected)
  })

  it.each(['\\frac{1}', '\\begin{cases}', '{', '\\unknowncommand{x}', '\\href{javascript:alert(1)}{x}'])(
    '%s cannot be read and is left as it was written',
    (latex) => {
      expect(readFormula(latex)).toBeNull()
    },
  )

  it('one letter is a quantity and slanted; numbers, words and names of functions are upright', () => {
    const looks = (latex: string) => {
      const formula = readFormula(latex)
      return formula?.kind === 'word' ? formula.look : formula?.kind
    }
    expect([looks('x'), looks('5'), looks('\\text{m}')]).toEqual(['italic', 'upright', 'upright'])
    expect(JSON.stringify(readFormula('\\sin x'))).toContain('{"kind":"word","text":"sin","look":"upright"}')
  })
})
