import { latexOf } from './mathml.js'
import { parseXml } from './safe-xml.js'

const of = (inner: string) => latexOf(parseXml(`<m:math xmlns:m="x">${inner}</m:math>`))

describe('MathML as LaTeX', () => {
  it('prefers the LaTeX that stands beside it', () => {
    const beside = (text: string, encoding = 'application/x-tex') =>
      of(`<semantics><mi>x</mi><annotation encoding="${encoding}">${text}</annotation></semantics>`)
    expect(beside('x^2')).toBe('x^2')
    expect(beside('\\[\\frac12\\]', 'LaTeX')).toBe('\\frac12')
    expect(beside('$a &lt; b$')).toBe('a < b')
    expect(beside('x', 'application/mathml-content+xml')).toBe('x')
  })

  it.each([
    ['<mrow><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></mrow>', 'E = m {c}^{2}'],
    ['<mfrac><mn>1</mn><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow></mfrac>', '\\frac{1}{x + 1}'],
    ['<msqrt><mi>a</mi><mo>×</mo><mi>b</mi></msqrt>', '\\sqrt{a \\times b}'],
    ['<mroot><mi>x</mi><mn>3</mn></mroot>', '\\sqrt[3]{x}'],
    ['<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>', '{\\sum}_{i = 1}^{n}'],
    ['<mi>sin</mi><mi>π</mi>', '\\operatorname{sin} \\pi'],
    ['<mfenced><mi>a</mi><mi>b</mi></mfenced>', '\\left(a,b\\right)'],
    ['<mn>2,5</mn><mo>%</mo><mtext> số</mtext>', '2{,}5 \\% \\text{ số}'],
    ['<mover><mi>v</mi><mo>→</mo></mover>', '\\vec{v}'],
  ])('writes %s', (inner, latex) => {
    expect(of(inner)).toBe(latex)
  })

  it('says that it cannot instead of guessing', () => {
    expect(of('<mtable><mtr><mtd><mi>a</mi></mtd></mtr></mtable>')).toBeNull()
    expect(of('<mfrac><mi>a</mi></mfrac>')).toBeNull()
  })
})
