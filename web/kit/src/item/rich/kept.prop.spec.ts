/// <reference types="jest" />
import fc from 'fast-check'
import { type RichNode, picturesIn, richTree } from './kept'

const ID = '0a1b2c3d-0000-4000-8000-00000000abcd'

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

function expectHarmless(text: string) {
  for (const { tag, attributes } of everything(richTree(text))) {
    expect(TAGS).toContain(tag)
    for (const [name, value] of Object.entries(attributes)) {
      expect(NAMES).toContain(name)
      if (name === 'href') expect(value).toMatch(/^https?:\/\//)
      else if (name === 'src') expect(value).toMatch(/^[0-9a-f-]{36}$/)
      else if (name !== 'alt' && name !== 'title') expect(value).toMatch(/^[\w.%+ -]*$/)
    }
  }
}

describe('IB-9 what of a rich text is shown', () => {
  it('IB-9 a text without markup as it is, references read', () => {
    expect(richTree('2 > 1, "Q"')).toEqual(['2 > 1, "Q"'])
    expect(richTree('Q&amp;A &lt;b&gt; &#39;&#x110;&nbsp;&khong;')).toEqual(["Q&A <b> 'Đ\u00a0&khong;"])
    expect(words(richTree('3 < 4 <'))).toBe('3 < 4 <')
  })

  it('IB-9 elements and attributes of the list', () => {
    const text = '<p class=x>Một <b>hai</b><br/></p><table>\n<tr><td colspan=2 onclick="x">ô</td></tr></table>'
    expect(richTree(text)).toEqual([
      {
        tag: 'p',
        attributes: {},
        children: [
          'Một ',
          { tag: 'b', attributes: {}, children: ['hai'] },
          { tag: 'br', attributes: {}, children: [] },
        ],
      },
      {
        tag: 'table',
        attributes: {},
        children: [
          { tag: 'tr', attributes: {}, children: [{ tag: 'td', attributes: { colspan: '2' }, children: ['ô'] }] },
        ],
      },
    ])
  })

  it('IB-9 what was not closed, or closed in another order', () => {
    const shape = (text: string) => everything(richTree(text)).map(({ tag, children }) => [tag, words(children)])
    expect(shape('<p>một<p>hai<ul><li>ba<li>bốn</ul>')).toEqual([
      ['p', 'một'],
      ['p', 'haibabốn'],
      ['ul', 'babốn'],
      ['li', 'ba'],
      ['li', 'bốn'],
    ])
    expect(shape('<b>một<i>hai</b>ba</i></u>')).toEqual([
      ['b', 'mộthai'],
      ['i', 'hai'],
    ])
    expect(words(richTree('<b>một<i>hai</b>ba</i></u>'))).toBe('mộthaiba')
  })

  it.each([
    ['https://quangnam.gov.vn/a?b=1&amp;c=2', 'https://quangnam.gov.vn/a?b=1&c=2'],
    ['javascript:alert(1)', undefined],
    ['&#1;javascript:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    ['&#106;avascript&#58;alert(1)', undefined],
    ['data:text/html,&lt;script&gt;', undefined],
    ['/admin', undefined],
    ['//elsewhere.example', undefined],
    ['vbscript:x', undefined],
  ])('IB-9 a link to %s', (href, shown) => {
    const [first] = richTree(`<a href="${href}" onclick="x">xem</a>`)
    if (shown) expect(first).toEqual({ tag: 'a', attributes: { href: shown }, children: ['xem'] })
    else expect(first).toBe('xem')
  })

  it('IB-9 pictures and recordings of the media store alone', () => {
    const sources = [`media:${ID}`, `/api/media/${ID}`, 'https://elsewhere.example/a.png', 'media:../secret', 'data:x']
    const text = sources.map((src) => `<img src="${src}" alt="Hình" onerror="x" style='y'>`).join('')
    expect(richTree(text)).toEqual([{ tag: 'img', attributes: { src: ID, alt: 'Hình' }, children: [] }])
    expect(picturesIn(richTree(`<p>a<img src="media:${ID}"></p>`))).toHaveLength(1)
    expect(richTree(`<audio src=media:${ID} title="Tin" autoplay></audio>`)).toEqual([
      { tag: 'audio', attributes: { src: ID, title: 'Tin' }, children: [] },
    ])
  })

  it('IB-9 formulas, without what their programmes noted in them', () => {
    const text = `<math display="block" style="x"><semantics><mfrac linethickness="1px"><mi>a</mi><mn>2</mn></mfrac><mspace width="1em"/><annotation encoding="application/x-tex">\\frac a2</annotation><annotation-xml><img src="media:${ID}"></annotation-xml></semantics></math>`
    expect(words(richTree(text))).toBe('a2')
    expect(everything(richTree(text)).map(({ tag }) => tag)).toEqual([
      'math',
      'semantics',
      'mfrac',
      'mi',
      'mn',
      'mspace',
    ])
    // HTML inside a formula, and parts of a formula outside of one, are text at most.
    expect(richTree(`<math><img src="media:${ID}"><b>b</b></math>`)).toEqual([
      { tag: 'math', attributes: {}, children: ['b'] },
    ])
    expect(richTree('<mi>x</mi>')).toEqual(['x'])
  })

  it('IB-9 no deeper than anybody writes', () => {
    expect(words(richTree(`${'<span>'.repeat(5_000)}đáy`))).toBe('')
  })
})

describe('IB-9 whatever a text holds', () => {
  const name = fc.oneof(
    fc.constantFrom(...TAGS, ...TAGS.map((tag) => tag.toUpperCase())),
    fc.constantFrom('script', 'svg', 'IFRAME', 'form', 'div', 'style', 'template', 'constructor', '__proto__'),
  )
  const value = fc.constantFrom(
    'javascript:alert(1)',
    `media:${ID}`,
    'https://a.example/',
    '><script>',
    '2',
    'true',
    'url(x)',
  )
  const attribute = fc
    .tuple(fc.constantFrom('onerror', 'style', 'class', 'srcset', '__proto__', ...NAMES), value)
    .map(([key, one]) => ` ${key}="${one}"`)
  const piece = fc.oneof(
    fc.tuple(name, fc.array(attribute, { maxLength: 3 })).map(([tag, more]) => `<${tag}${more.join('')}>`),
    name.map((tag) => `</${tag}>`),
    fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '</',
      '/>',
      '&lt;',
      '&#60;script&#62;',
      '\0',
    ),
    fc.string({ maxLength: 8 }),
  )

  it('IB-9 nothing that is not on the list comes out', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => expectHarmless(pieces.join(''))),
      { numRuns: 2_000 },
    )
  })

  it.each([
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<img src=x onerror=alert(1)//',
    '<img """><script>alert("x")</script>">',
    '<svg/onload=alert(1)><svg><animate xlink:href=#x attributeName=href values=javascript:alert(1) />',
    '<math><mi xlink:href="javascript:alert(1)" href="javascript:alert(1)" actiontype="statusline#x">x</mi></math>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<!--><img src=x onerror=alert(1)>--><style><img src="</style><img src=x onerror=alert(1)//">',
    '<a href="https://x" style="background:url(javascript:alert(1))" target=_self id=x name=y>x</a>',
    '<a href=" jav&#x09;ascript:alert(1)">x</a><a href=javascript&colon;alert(1)>x</a>',
    '<iframe srcdoc="<script>alert(1)</script>"><embed src=x><object data=x><base href=//x><link rel=import href=x>',
    '<form><button formaction=javascript:alert(1)>x</button><input autofocus onfocus=alert(1)><textarea></form>',
    '<table background=javascript:alert(1)><tr><td style=x:expression(alert(1))>x',
    '<template><script>alert(1)</script></template><details open ontoggle=alert(1)><video src onerror=alert(1)>',
    '<meta http-equiv=refresh content=0;url=javascript:alert(1)><title><img src=x onerror=alert(1)></title>',
    '<audio src="media:x" onerror=alert(1)><source src=x onerror=alert(1)></audio>',
    '<p __proto__="x" constructor=y>x</p><constructor>x</constructor>',
  ])('IB-9 %s', (hostile) => {
    expectHarmless(hostile)
    expect(words(richTree(hostile))).not.toContain('<img')
  })

  it('IB-9 whatever is well-formed is read as it was written', () => {
    const tag = fc.constantFrom('p', 'b', 'i', 'code', 'span', 'blockquote', 'sub')
    const said = fc.string({ unit: fc.constantFrom('a', 'đ', ' ', '&', '<', '>', '"'), minLength: 1, maxLength: 6 })
    const { node } = fc.letrec<{ node: RichNode }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        said,
        fc.tuple(tag, fc.array(tie('node'), { maxLength: 3 })).map(([name, children]) => ({
          tag: name,
          attributes: {},
          children,
        })),
      ),
    }))
    const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
    const written = (one: RichNode): string =>
      typeof one === 'string' ? escaped(one) : `<${one.tag}>${one.children.map(written).join('')}</${one.tag}>`
    // Neighbouring texts become one, and a paragraph directly inside a paragraph ends it.
    const isPlain = (nodes: readonly RichNode[], above = ''): boolean =>
      nodes.every((one, at) =>
        typeof one === 'string'
          ? typeof nodes[at + 1] !== 'string'
          : !(above === 'p' && one.tag === 'p') && isPlain(one.children, one.tag),
      )
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 4 }), (nodes) => {
        fc.pre(isPlain(nodes))
        expect(richTree(nodes.map(written).join(''))).toEqual(nodes)
      }),
      { numRuns: 500 },
    )
  })
})
