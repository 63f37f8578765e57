import { BuilderElement, type XmlComponent } from 'docx'
import type { Formula } from '../../domain/formula.js'

/** A formula as Office Math (ECMA-376 part 1, 22.1), which Word shows and edits as a formula. */
export function officeMath(formula: Formula): XmlComponent {
  return element('m:oMath', partsOf(formula))
}

function element(name: string, children: readonly XmlComponent[], attributes?: Record<string, string>): XmlComponent {
  return new BuilderElement({
    name,
    ...(attributes
      ? { attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }])) }
      : {}),
    children: [...children],
  })
}

const setting = (name: string, value: string) => element(name, [], { 'm:val': value })
const argument = (name: string, formula: Formula) => element(name, partsOf(formula))

function run(text: string, isUpright: boolean): XmlComponent {
  const style = isUpright ? [element('m:rPr', [setting('m:sty', 'p')])] : []
  const font = element('w:rPr', [element('w:rFonts', [], { 'w:ascii': 'Cambria Math', 'w:hAnsi': 'Cambria Math' })])
  return element('m:r', [...style, font, new TextElement(text)])
}

class TextElement extends BuilderElement<{ space: string }> {
  constructor(text: string) {
    super({ name: 'm:t', attributes: { space: { key: 'xml:space', value: 'preserve' } } })
    this.root.push(text)
  }
}

function partsOf(formula: Formula): XmlComponent[] {
  switch (formula.kind) {
    case 'row':
      return formula.parts.flatMap(partsOf)
    case 'word':
      return formula.text === '' ? [] : [run(formula.text, formula.look === 'upright')]
    case 'sign':
      return [run(formula.text, true)]
    case 'space':
      return formula.em >= 0.15 ? [run(formula.em >= 0.8 ? '\u2003' : '\u2009', true)] : []
    case 'fraction':
      return [
        element('m:f', [
          ...(formula.hasBar ? [] : [element('m:fPr', [setting('m:type', 'noBar')])]),
          argument('m:num', formula.above),
          argument('m:den', formula.below),
        ]),
      ]
    case 'scripts': {
      const { base, sub, sup } = formula
      if (sub && sup)
        return [element('m:sSubSup', [argument('m:e', base), argument('m:sub', sub), argument('m:sup', sup)])]
      if (sub) return [element('m:sSub', [argument('m:e', base), argument('m:sub', sub)])]
      return sup ? [element('m:sSup', [argument('m:e', base), argument('m:sup', sup)])] : partsOf(base)
    }
    case 'limits': {
      const { base, under, over } = formula
      const lower = (inside: XmlComponent[]) =>
        under ? [element('m:limLow', [element('m:e', inside), argument('m:lim', under)])] : inside
      const upper = over ? [element('m:limUpp', [argument('m:e', base), argument('m:lim', over)])] : partsOf(base)
      return lower(upper)
    }
    case 'accent':
      return [accented(formula.base, formula.sign)]
    case 'root':
      return [
        element('m:rad', [
          ...(formula.degree ? [] : [element('m:radPr', [setting('m:degHide', '1')])]),
          formula.degree ? argument('m:deg', formula.degree) : element('m:deg', []),
          argument('m:e', formula.inside),
        ]),
      ]
    case 'fence':
      return [
        element('m:d', [
          element('m:dPr', [setting('m:begChr', formula.open), setting('m:endChr', formula.close)]),
          argument('m:e', formula.inside),
        ]),
      ]
    case 'table': {
      const columnCount = Math.max(1, ...formula.rows.map((row) => row.length))
      const column = element('m:mc', [
        element('m:mcPr', [setting('m:count', String(columnCount)), setting('m:mcJc', 'left')]),
      ])
      return [
        element('m:m', [
          element('m:mPr', [element('m:mcs', [column])]),
          ...formula.rows.map((row) =>
            element(
              'm:mr',
              row.map((cell) => argument('m:e', cell)),
            ),
          ),
        ]),
      ]
    }
  }
}

/** Combining signs by which Word names accents. */
const COMBINING: Record<string, string> = {
  ˆ: '\u0302',
  '^': '\u0302',
  '→': '\u20d7',
  '˙': '\u0307',
  '¨': '\u0308',
  '˜': '\u0303',
  '~': '\u0303',
  '⌢': '\u0311',
}

function accented(base: Formula, sign: string): XmlComponent {
  const combining = COMBINING[sign]
  return combining
    ? element('m:acc', [element('m:accPr', [setting('m:chr', combining)]), argument('m:e', base)])
    : element('m:bar', [element('m:barPr', [setting('m:pos', 'top')]), argument('m:e', base)])
}
