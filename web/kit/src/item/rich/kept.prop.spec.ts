/// <reference types="jest" />
import fc from 'fast-check'
import { type RichNode, type SourceNode, keptOf, picturesIn } from './kept'

const ID = '0a1b2c3d-0000-4000-8000-00000000abcd'

const text = (value: string): SourceNode => ({ nodeType: 3, nodeName: '#text', nodeValue: value, childNodes: [] })
const element = (name: string, attributes: Record<string, string> = {}, ...children: SourceNode[]): SourceNode => ({
  nodeType: 1,
  nodeName: name,
  nodeValue: null,
  childNodes: children,
  getAttribute: (wanted) => attributes[wanted] ?? null,
})
const kept = (...nodes: SourceNode[]) => keptOf(nodes)

/** The list, written down once more and by hand: whoever widens the other one has to come here. */
const TAGS =
  'p br b strong i em u s sub sup ul ol li table thead tbody tr th td caption code pre blockquote a img audio span math mrow mi mn mo mfrac msup msub msubsup msqrt mroot mtext mtable mtr mtd mover munder munderover mspace mstyle mpadded semantics'.split(
    ' ',
  )
const NAMES =
  'lang start colspan rowspan scope href src alt title width height display mathvariant form fence separator stretchy symmetric largeop movablelimits lspace rspace minsize maxsize linethickness columnalign displaystyle accent accentunder depth scriptlevel voffset'.split(
    ' ',
  )

const everything = (nodes: readonly RichNode[]): Exclude<RichNode, string>[] =>
  nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...everything(node.children)]))
const words = (nodes: readonly RichNode[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : words(node.children))).join('')

describe('IB-9 what of a rich text is shown', () => {
  it('IB-9 elements and attributes of the list', () => {
    const table = element('TABLE', {}, text('\n'), element('TR', {}, element('TD', { colspan: '2' }, text('ô'))))
    expect(kept(element('P', { class: 'x' }, text('Một '), element('B', {}, text('hai'))), table)).toEqual([
      { tag: 'p', attributes: {}, children: ['Một ', { tag: 'b', attributes: {}, children: ['hai'] }] },
      {
        tag: 'table',
        attributes: {},
        children: [
          { tag: 'tr', attributes: {}, children: [{ tag: 'td', attributes: { colspan: '2' }, children: ['ô'] }] },
        ],
      },
    ])
  })

  it('IB-9 of an unknown element what stands in it, of a script nothing', () => {
    expect(kept(element('DIV', {}, text('chữ'), element('SCRIPT', {}, text('alert(1)'))))).toEqual(['chữ'])
    expect(kept(element('svg', {}, element('a', {}, text('x'))), element('STYLE', {}, text('*{}')))).toEqual([])
  })

  it.each([
    ['https://quangnam.gov.vn/a?b=1', 'https://quangnam.gov.vn/a?b=1'],
    ['javascript:alert(1)', undefined],
    [' \u0001javascript:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    ['data:text/html,<script>', undefined],
    ['/admin', undefined],
    ['//elsewhere.example', undefined],
    ['vbscript:x', undefined],
  ])('IB-9 a link to %s', (href, shown) => {
    const [first] = kept(element('A', { href, onclick: 'x' }, text('xem')))
    if (shown) expect(first).toEqual({ tag: 'a', attributes: { href: shown }, children: ['xem'] })
    else expect(first).toBe('xem')
  })

  it('IB-9 pictures and recordings of the media store alone', () => {
    const sources = [`media:${ID}`, `/api/media/${ID}`, 'https://elsewhere.example/a.png', 'media:../secret', 'data:x']
    const found = kept(...sources.map((src) => element('IMG', { src, alt: 'Hình', onerror: 'x', style: 'y' })))
    expect(found).toEqual([{ tag: 'img', attributes: { src: ID, alt: 'Hình' }, children: [] }])
    expect(picturesIn(kept(element('P', {}, element('IMG', { src: `media:${ID}` }))))).toHaveLength(1)
    expect(kept(element('AUDIO', { src: `media:${ID}`, title: 'Tin', autoplay: '' }))).toEqual([
      { tag: 'audio', attributes: { src: ID, title: 'Tin' }, children: [] },
    ])
  })

  it('IB-9 formulas, without what their programmes noted in them', () => {
    const formula = element(
      'math',
      { display: 'block', style: 'x' },
      element(
        'semantics',
        {},
        element('mfrac', { linethickness: '1px' }, element('mi', {}, text('a')), element('mn', {}, text('2'))),
        element('annotation', { encoding: 'application/x-tex' }, text('\\frac a2')),
        element('annotation-xml', {}, element('IMG', { src: `media:${ID}` })),
      ),
    )
    expect(words(kept(formula))).toBe('a2')
    expect(everything(kept(formula)).map(({ tag }) => tag)).toEqual(['math', 'semantics', 'mfrac', 'mi', 'mn'])
    // HTML inside a formula, and parts of a formula outside of one, are text at most.
    expect(kept(element('math', {}, element('IMG', { src: `media:${ID}` }), element('B', {}, text('b'))))).toEqual([
      { tag: 'math', attributes: {}, children: ['b'] },
    ])
    expect(kept(element('mi', {}, text('x')))).toEqual(['x'])
  })

  it('IB-9 nothing that is not on the list, whatever is nested in whatever', () => {
    const name = fc.oneof(
      fc.constantFrom(...TAGS, ...TAGS.map((tag) => tag.toUpperCase())),
      fc.constantFrom(
        'SCRIPT',
        'svg',
        'IFRAME',
        'FORM',
        'DIV',
        'style',
        'template',
        'constructor',
        '__proto__',
        'toString',
      ),
      fc.string(),
    )
    const value = fc.oneof(
      fc.constantFrom('javascript:alert(1)', `media:${ID}`, 'https://a.example/', '"><script>', '2', 'true', 'url(x)'),
      fc.string(),
    )
    const attribute = fc.oneof(fc.constantFrom('onerror', 'onclick', 'style', 'class', 'id', 'srcset', ...NAMES))
    const { node } = fc.letrec<{ node: SourceNode }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.string().map(text),
        fc
          .tuple(name, fc.dictionary(attribute, value), fc.array(tie('node'), { maxLength: 3 }))
          .map(([tag, attributes, children]) => element(tag, attributes, ...children)),
      ),
    }))
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), (nodes) => {
        for (const { tag, attributes } of everything(keptOf(nodes))) {
          expect(TAGS).toContain(tag)
          for (const [key, one] of Object.entries(attributes)) {
            expect(NAMES).toContain(key)
            if (key === 'href') expect(one).toMatch(/^https?:\/\//)
            if (key === 'src') expect(one).toBe(ID)
            else if (key !== 'alt' && key !== 'title' && key !== 'href') expect(one).toMatch(/^[\w.%+ -]*$/)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('IB-9 no deeper than anybody writes', () => {
    let deep = text('đáy')
    for (let level = 0; level < 5_000; level += 1) deep = element('SPAN', {}, deep)
    expect(words(kept(deep))).toBe('')
  })
})
