import { SaxesParser } from 'saxes'
import temml from 'temml'
import { type Formula, signRole } from '../../domain/formula.js'

interface Element {
  name: string
  attributes: Record<string, string>
  children: Element[]
  text: string
}

/** How far a formula may nest before it is left as it was written. */
const DEPTH_MAX = 30
const ACCENTS = new Set(['→', 'ˆ', '˙', '¨', '¯', '‾', '˜', '^', '~', '⏞', '⏟', '⌢', '←', '↔'])

/**
 * A formula in LaTeX as a tree; null when it cannot be read, then it is shown as it was written.
 * @param isDisplayed on a line of its own, where limits stand above and below
 */
export function readFormula(latex: string, isDisplayed = false): Formula | null {
  try {
    const markup = temml.renderToString(latex, {
      displayMode: isDisplayed,
      trust: false,
      throwOnError: true,
      annotate: false,
      maxExpand: 100,
    })
    return formulaOf(treeOf(markup), 0)
  } catch {
    return null
  }
}

function treeOf(markup: string): Element {
  const root: Element = { name: 'math', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [], text: '' }
    ;(open.at(-1) as Element).children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    ;(open.at(-1) as Element).text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(markup).close()
  return root.children[0] as Element
}

function formulaOf(element: Element, depth: number): Formula {
  if (depth > DEPTH_MAX) throw new RangeError('a formula nests too deep')
  const { name, attributes, children } = element
  const at = (index: number) => formulaOf(children[index] as Element, depth + 1)
  switch (name) {
    case 'mi':
      return {
        kind: 'word',
        text: element.text,
        look: [...element.text].length === 1 && attributes['mathvariant'] !== 'normal' ? 'italic' : 'upright',
      }
    case 'mn':
    case 'mtext':
      return { kind: 'word', text: element.text, look: 'upright' }
    case 'mo':
      return signOf(element.text)
    case 'mspace':
      return { kind: 'space', em: Number.parseFloat(attributes['width'] ?? '0') || 0 }
    case 'mfrac':
      return { kind: 'fraction', above: at(0), below: at(1), hasBar: !/^0/.test(attributes['linethickness'] ?? '') }
    case 'msqrt':
      return { kind: 'root', inside: rowOf(children, depth), degree: null }
    case 'mroot':
      return { kind: 'root', inside: at(0), degree: at(1) }
    case 'msub':
      return { kind: 'scripts', base: at(0), sub: at(1), sup: null }
    case 'msup':
      return { kind: 'scripts', base: at(0), sub: null, sup: at(1) }
    case 'msubsup':
      return { kind: 'scripts', base: at(0), sub: at(1), sup: at(2) }
    case 'munder':
      return { kind: 'limits', base: at(0), under: at(1), over: null }
    case 'mover': {
      const sign = children[1]?.name === 'mo' ? children[1].text : ''
      return ACCENTS.has(sign)
        ? { kind: 'accent', base: at(0), sign }
        : { kind: 'limits', base: at(0), under: null, over: at(1) }
    }
    case 'munderover':
      return { kind: 'limits', base: at(0), under: at(1), over: at(2) }
    case 'menclose': {
      const base = rowOf(children, depth)
      return /top/.test(attributes['notation'] ?? '') ? { kind: 'accent', base, sign: '‾' } : base
    }
    case 'mtable':
      return {
        kind: 'table',
        rows: children.map((row) => row.children.map((cell) => rowOf(cell.children, depth + 2))),
      }
    default:
      return rowOf(children, depth)
  }
}

/** Parts beside each other; with a stretching bracket at either end, what is between them in brackets. */
function rowOf(children: readonly Element[], depth: number): Formula {
  const [first, last] = [children[0], children.at(-1)]
  const isFence = (element: Element | undefined, form: string) =>
    element?.name === 'mo' && element.attributes['fence'] === 'true' && (element.attributes['form'] ?? form) === form
  if (children.length > 1 && isFence(first, 'prefix') && isFence(last, 'postfix')) {
    const inside = rowOf(children.slice(1, -1), depth + 1)
    return { kind: 'fence', open: first?.text ?? '', close: last?.text ?? '', inside }
  }
  const parts = children.map((child) => formulaOf(child, depth + 1))
  return parts.length === 1 ? (parts[0] as Formula) : { kind: 'row', parts }
}

function signOf(text: string): Formula {
  // Signs that only say how to read (function application, invisible times) are not shown.
  const shown = text.replace(/[\u2061-\u2064]/g, '')
  if (shown === '') return { kind: 'space', em: 0 }
  if (shown === '∘') return { kind: 'sign', text: '°', role: 'other' }
  return { kind: 'sign', text: shown === '-' ? '−' : shown, role: signRole(shown === '-' ? '−' : shown) }
}
