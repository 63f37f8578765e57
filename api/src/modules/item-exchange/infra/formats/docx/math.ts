import { child, childrenOf, textOf, type XmlElement } from '../safe-xml.js'

/** Formulas of Word (Office Math, ECMA-376 part 1, chapter 22.1) as LaTeX. */

const SIGNS: Record<string, string> = {
  '×': '\\times',
  '÷': '\\div',
  '·': '\\cdot',
  '⋅': '\\cdot',
  '∙': '\\cdot',
  '±': '\\pm',
  '∓': '\\mp',
  '−': '-',
  '∗': '*',
  '≤': '\\le',
  '≥': '\\ge',
  '≠': '\\ne',
  '≈': '\\approx',
  '≡': '\\equiv',
  '∼': '\\sim',
  '≅': '\\cong',
  '∝': '\\propto',
  '∞': '\\infty',
  '∂': '\\partial',
  '∇': '\\nabla',
  '∆': '\\Delta',
  '∅': '\\emptyset',
  '∀': '\\forall',
  '∃': '\\exists',
  '∈': '\\in',
  '∉': '\\notin',
  '⊂': '\\subset',
  '⊃': '\\supset',
  '⊆': '\\subseteq',
  '⊇': '\\supseteq',
  '∪': '\\cup',
  '∩': '\\cap',
  '→': '\\to',
  '←': '\\leftarrow',
  '↔': '\\leftrightarrow',
  '⇒': '\\Rightarrow',
  '⇐': '\\Leftarrow',
  '⇔': '\\Leftrightarrow',
  '∠': '\\angle',
  '⊥': '\\perp',
  '∥': '\\parallel',
  '△': '\\triangle',
  '°': '^\\circ',
  '′': "'",
  '″': "''",
  '…': '\\ldots',
  '⋯': '\\cdots',
  '∧': '\\land',
  '∨': '\\lor',
  '¬': '\\neg',
  '∖': '\\setminus',
  '⌊': '\\lfloor',
  '⌋': '\\rfloor',
  '⌈': '\\lceil',
  '⌉': '\\rceil',
  '⟨': '\\langle',
  '⟩': '\\rangle',
  '〈': '\\langle',
  '〉': '\\rangle',
  '‖': '\\|',
  ℝ: '\\mathbb{R}',
  ℕ: '\\mathbb{N}',
  ℤ: '\\mathbb{Z}',
  ℚ: '\\mathbb{Q}',
  ℂ: '\\mathbb{C}',
  '\\': '\\backslash',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '#': '\\#',
  $: '\\$',
  '&': '\\&',
  _: '\\_',
  '~': '\\sim',
  '^': '\\hat{}',
  '\u00a0': '\\ ',
  '\u2061': '',
  '\u200b': '',
  '\u2062': '',
  '\u2009': '\\,',
  '\u2003': '\\quad ',
}
const GREEK: Record<string, string> = Object.fromEntries(
  `α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta ϑ vartheta ι iota κ kappa λ lambda μ mu µ mu ν nu ξ xi π pi
  ρ rho σ sigma ς varsigma τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma
  Υ Upsilon Φ Phi Ψ Psi Ω Omega`
    .split(/\s+/)
    .reduce<[string, string][]>((pairs, word, at, all) => {
      if (at % 2 === 0) pairs.push([word, `\\${all[at + 1]}`])
      return pairs
    }, []),
)
const FUNCTIONS =
  /^(sin|cos|tan|cot|sec|csc|arcsin|arccos|arctan|sinh|cosh|tanh|log|ln|lg|exp|lim|max|min|sup|inf|det|gcd|deg|dim|ker)$/
const NARY: Record<string, string> = {
  '∑': '\\sum',
  '∏': '\\prod',
  '∐': '\\coprod',
  '∫': '\\int',
  '∬': '\\iint',
  '∭': '\\iiint',
  '∮': '\\oint',
  '⋃': '\\bigcup',
  '⋂': '\\bigcap',
  '⋁': '\\bigvee',
  '⋀': '\\bigwedge',
}
const ACCENTS: Record<string, string> = {
  '\u0302': '\\hat',
  '\u0303': '\\tilde',
  '\u0304': '\\bar',
  '\u0305': '\\overline',
  '\u0307': '\\dot',
  '\u0308': '\\ddot',
  '\u20d7': '\\vec',
  '\u0301': '\\acute',
  '\u0300': '\\grave',
  '\u0306': '\\breve',
  '\u030c': '\\check',
  '\u20d6': '\\overleftarrow',
  '\u20d1': '\\vec',
  '^': '\\hat',
}

/** @param math an `oMath` or what is within one */
export function latexOf(math: XmlElement): string {
  return joined(childrenOf(math).map(latexOfOne))
}

/** Pieces in a row; a command that ends in a letter needs a space before the next letter. */
function joined(pieces: string[]): string {
  return pieces.reduce(
    (all, piece) => (/\\[A-Za-z]+$/.test(all) && /^[A-Za-z0-9]/.test(piece) ? `${all} ${piece}` : all + piece),
    '',
  )
}

function latexOfOne(element: XmlElement): string {
  const part = (name: string) => {
    const found = child(element, name)
    return found ? latexOf(found) : ''
  }
  const setting = (name: string) => child(child(element, `${element.local}Pr`), name)?.attributes.val
  switch (element.local) {
    case 'r':
      return latexOfRun(element)
    case 'f': {
      const kind = setting('type')
      if (kind === 'lin' || kind === 'skw') return `{${part('num')}}/{${part('den')}}`
      return kind === 'noBar' ? `\\binom{${part('num')}}{${part('den')}}` : `\\frac{${part('num')}}{${part('den')}}`
    }
    case 'rad': {
      const degree = part('deg')
      return degree === '' ? `\\sqrt{${part('e')}}` : `\\sqrt[${degree}]{${part('e')}}`
    }
    case 'sSup':
      return `${base(part('e'))}^${script(part('sup'))}`
    case 'sSub':
      return `${base(part('e'))}_${script(part('sub'))}`
    case 'sSubSup':
      return `${base(part('e'))}_${script(part('sub'))}^${script(part('sup'))}`
    case 'sPre':
      return `{}_${script(part('sub'))}^${script(part('sup'))}${part('e')}`
    case 'nary':
      return nary(setting('chr') ?? '∫', part('sub'), part('sup'), part('e'))
    case 'd':
      return delimited(element, setting)
    case 'func':
      return joined([part('fName'), part('e').startsWith('\\left') ? part('e') : `{${part('e')}}`])
    case 'limLow':
      return /\\(lim|max|min|sup|inf)$/.test(part('e'))
        ? `${part('e')}_${script(part('lim'))}`
        : `\\underset{${part('lim')}}{${part('e')}}`
    case 'limUpp':
      return `\\overset{${part('lim')}}{${part('e')}}`
    case 'acc': {
      const accent = ACCENTS[setting('chr') ?? '\u0302'] ?? '\\hat'
      return `${part('e').length > 1 && accent === '\\vec' ? '\\overrightarrow' : accent}{${part('e')}}`
    }
    case 'bar':
      return `${setting('pos') === 'top' ? '\\overline' : '\\underline'}{${part('e')}}`
    case 'groupChr':
      return `${setting('pos') === 'top' ? '\\overbrace' : '\\underbrace'}{${part('e')}}`
    case 'borderBox':
      return `\\boxed{${part('e')}}`
    case 'eqArr':
      return `\\begin{aligned}${childrenOf(element, 'e').map(latexOf).join(' \\\\ ')}\\end{aligned}`
    case 'm':
      return `\\begin{matrix}${childrenOf(element, 'mr')
        .map((row) => childrenOf(row, 'e').map(latexOf).join(' & '))
        .join(' \\\\ ')}\\end{matrix}`
    case 'oMath':
    case 'oMathPara':
    case 'box':
    case 'e':
    case 'ins':
    case 'moveTo':
    case 'sdt':
    case 'sdtContent':
    case 'phant':
    case 'smartTag':
    case 'hyperlink':
      return latexOf(element)
    default:
      return ''
  }
}

/** What carries a script is one group, unless it is one sign or command already. */
function base(text: string): string {
  return text === ''
    ? '{}'
    : /^(\\[A-Za-z]+|[A-Za-z0-9]|\\left.*\\right\\?[^A-Za-z]|\\[A-Za-z]+\{[^{}]*\})$/s.test(text)
      ? text
      : `{${text}}`
}

function script(text: string): string {
  return /^[A-Za-z0-9]$/.test(text) ? text : `{${text}}`
}

function nary(sign: string, below: string, above: string, body: string): string {
  const operator = NARY[sign] ?? latexOfText(sign)
  const limits = `${below === '' ? '' : `_${script(below)}`}${above === '' ? '' : `^${script(above)}`}`
  return joined([`${operator}${limits}`, body])
}

function delimited(element: XmlElement, setting: (name: string) => string | undefined): string {
  const parts = childrenOf(element, 'e').map(latexOf)
  const separator = setting('sepChr') ?? '|'
  const inside = parts.join(separator === '|' ? ' \\mid ' : latexOfText(separator))
  const bracket = (sign: string) =>
    sign === '' ? '.' : sign.length === 1 && '()[]|/.'.includes(sign) ? sign : latexOfText(sign)
  const [left, right] = [setting('begChr') ?? '(', setting('endChr') ?? ')']
  const rows = /^\\begin\{aligned\}(.*)\\end\{aligned\}$/s.exec(inside)
  if (left === '{' && right === '' && rows) return `\\begin{cases}${rows[1]}\\end{cases}`
  return joined([`\\left${bracket(left)}`, `${inside}`, `\\right${bracket(right)}`])
}

function latexOfRun(run: XmlElement): string {
  const properties = child(run, 'rPr')
  const text = childrenOf(run, 't').map(textOf).join('')
  const isProse = childrenOf(run, 'rPr').some((one) => child(one, 'nor') !== undefined)
  if (isProse && /\p{L}/u.test(text)) return prose(text)
  if (FUNCTIONS.test(text.trim())) return `\\${text.trim()}`
  const isUpright = child(properties, 'sty')?.attributes.val === 'p' && /^[A-Za-z]{2,}$/.test(text.trim())
  return isUpright ? `\\mathrm{${text.trim()}}` : latexOfText(text)
}

/** Words of Latin letters. */
const WORD = '[A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u1e00-\\u1eff]+'
const WORDS = new RegExp(`(${WORD}(?:\\s+${WORD})*)`)

/** Letters and signs; words with Vietnamese letters stand as text. */
function latexOfText(text: string): string {
  // Word writes variables as mathematical italics (U+1D400 and on), which are the same letters.
  const plain = text.normalize('NFC').replace(/[\u{1d400}-\u{1d7ff}\u210e]/gu, (letter) => letter.normalize('NFKC'))
  return joined(
    plain.split(WORDS).flatMap((piece, at) => {
      const isProse = at % 2 === 1 && /[^\p{ASCII}]/u.test(piece)
      return isProse ? [prose(piece)] : [...piece].map((sign) => SIGNS[sign] ?? GREEK[sign] ?? sign)
    }),
  )
}

function prose(text: string): string {
  return `\\text{${text.normalize('NFC').replace(/[\\{}$&#%_^~]/g, (sign) => (sign === '\\' ? '\\textbackslash{}' : `\\${sign}`))}}`
}
