import { childrenOf, textOf, type XmlElement } from './safe-xml.js'

/** MathML of other programs as LaTeX. What has its LaTeX beside it is taken from there; of the rest the usual elements are known. */

const SIGNS: Record<string, string> = {
  '×': '\\times',
  '·': '\\cdot',
  '⋅': '\\cdot',
  '÷': '\\div',
  '±': '\\pm',
  '≤': '\\le',
  '≥': '\\ge',
  '≠': '\\ne',
  '≈': '\\approx',
  '→': '\\to',
  '⇒': '\\Rightarrow',
  '⇔': '\\Leftrightarrow',
  '∞': '\\infty',
  '∑': '\\sum',
  '∫': '\\int',
  '√': '\\surd',
  '∈': '\\in',
  '∉': '\\notin',
  '⊂': '\\subset',
  '∪': '\\cup',
  '∩': '\\cap',
  '∅': '\\emptyset',
  '∀': '\\forall',
  '∃': '\\exists',
  '°': '^\\circ',
  π: '\\pi',
  α: '\\alpha',
  β: '\\beta',
  γ: '\\gamma',
  δ: '\\delta',
  Δ: '\\Delta',
  θ: '\\theta',
  λ: '\\lambda',
  μ: '\\mu',
  σ: '\\sigma',
  φ: '\\varphi',
  ω: '\\omega',
  Ω: '\\Omega',
  '−': '-',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '\u2062': '',
  '\u2061': '',
  '\u2063': '',
}

/** @returns LaTeX without its delimiters; null when an element is met that has no counterpart here */
export function latexOf(math: XmlElement): string | null {
  const annotation = find(math, 'annotation').find((one) => /tex/i.test(one.attributes['encoding'] ?? ''))
  if (annotation) return withoutDelimiters(textOf(annotation))
  const latex = convert(math)
  return latex === null ? null : latex.replace(/\s+/g, ' ').trim()
}

function find(element: XmlElement, local: string): XmlElement[] {
  return childrenOf(element).flatMap((one) => [...(one.local === local ? [one] : []), ...find(one, local)])
}

function withoutDelimiters(text: string): string {
  const delimited = /^\s*(?:\\\[([\s\S]*)\\\]|\\\(([\s\S]*)\\\)|\$\$?([^$]*)\$\$?)\s*$/.exec(text)
  return delimited ? (delimited[1] ?? delimited[2] ?? delimited[3] ?? '').trim() : text
}

function convert(element: XmlElement): string | null {
  const leaf = () => textOf(element).trim()
  const parts = () => childrenOf(element).filter((one) => !['annotation', 'annotation-xml'].includes(one.local))
  const converted = () => parts().map(convert)
  /** Each part in braces, in a pattern; null when a part is missing or not known. */
  const put = (count: number, write: (...parts: string[]) => string): string | null => {
    const given = converted()
    return given.length !== count || given.includes(null) ? null : write(...(given as string[]))
  }
  switch (element.local) {
    case 'math':
    case 'mrow':
    case 'mstyle':
    case 'semantics':
    case 'mpadded':
      return row(converted())
    case 'mi': {
      const name = leaf()
      return SIGNS[name] ?? (/^[a-z]{2,6}$/i.test(name) ? `\\operatorname{${name}}` : [...name].map(sign).join(' '))
    }
    case 'mn':
      return leaf().replace(/,/g, '{,}').replace(/%/g, '\\%')
    case 'mo':
      return [...leaf()].map(sign).join(' ')
    case 'mtext':
      return `\\text{${textOf(element).replace(/[{}\\]/g, ' ')}}`
    case 'mspace':
      return '\\;'
    case 'msup':
      return put(2, (base, sup) => `{${base}}^{${sup}}`)
    case 'msub':
    case 'munder':
      return put(2, (base, sub) => `{${base}}_{${sub}}`)
    case 'msubsup':
    case 'munderover':
      return put(3, (base, sub, sup) => `{${base}}_{${sub}}^{${sup}}`)
    case 'mfrac':
      return put(2, (top, bottom) => `\\frac{${top}}{${bottom}}`)
    case 'msqrt': {
      const inner = row(converted())
      return inner === null ? null : `\\sqrt{${inner}}`
    }
    case 'mroot':
      return put(2, (base, degree) => `\\sqrt[${degree}]{${base}}`)
    case 'mover':
      return put(2, (base, over) => (/^(?:\\to|→)$/.test(over) ? `\\vec{${base}}` : `\\overset{${over}}{${base}}`))
    case 'mfenced': {
      const inner = converted()
      if (inner.includes(null)) return null
      const { open = '(', close = ')', separators = ',' } = element.attributes
      return `\\left${sign(open)}${inner.join(separators.trim().slice(0, 1))}\\right${sign(close)}`
    }
    default:
      return null
  }
}

const sign = (one: string) => SIGNS[one] ?? (one === '' ? '.' : one)

function row(parts: readonly (string | null)[]): string | null {
  return parts.includes(null) ? null : parts.join(' ')
}
