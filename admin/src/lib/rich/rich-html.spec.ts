/// <reference types="jest" />
import { escapeHtml, plainText } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { editableHtml, type RichShape, tidyHtml } from './rich-html'
import { isBlankHtml, mediaOf, withAlternative } from './rich-media'

const ID = '01990000-0000-7000-8000-000000000001'
const shapes: RichShape[] = ['blocks', 'line']

/** HTML as a browser's innerHTML: rightly nested, quoted, escaped. */
const someHtml: fc.Arbitrary<string> = fc.letrec<{ node: string; nodes: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ maxLength: 12, unit: 'grapheme' }).map(escapeHtml),
    fc.constantFrom('<br>', '&nbsp;', `<img src="/api/media/${ID}" alt="Bản đồ &quot;số&quot;">`, '<img src="x.png">'),
    fc
      .tuple(
        fc.constantFrom(
          'b',
          'strong',
          'em',
          'sub',
          'span style="font-weight: 700"',
          'p',
          'div',
          'pre',
          'blockquote',
          'ul',
          'ol',
          'li',
          'table',
        ),
        tie('nodes'),
      )
      .map(([tag, inner]) => `<${tag}>${inner}</${tag.split(' ')[0]}>`),
    tie('nodes').map((inner) => `<table><tbody><tr><td>${inner}</td><td>2</td></tr></tbody></table>`),
    tie('nodes').map((inner) => `<a href="https://thiso.vn/?a=1&amp;b=2">${inner}</a>`),
  ),
  nodes: fc.array(tie('node'), { maxLength: 4 }).map((parts) => parts.join('')),
})).nodes

describe('IB-9 tidyHtml', () => {
  it('keeps every word that is typed, whatever its characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom(...shapes), (typed, shape) => {
        const stored = tidyHtml(escapeHtml(typed), shape)
        expect(stored).toBe(escapeHtml(typed.replace(/[\s\u00a0]+/g, ' ').trim()))
      }),
    )
  })

  it('is one form: tidying again changes nothing', () => {
    fc.assert(
      fc.property(someHtml, fc.constantFrom(...shapes), (html, shape) => {
        const once = tidyHtml(html, shape)
        expect(tidyHtml(once, shape)).toBe(once)
      }),
      { numRuns: 500 },
    )
  })

  it('comes back from the editing surface as it was', () => {
    fc.assert(
      fc.property(someHtml, fc.constantFrom(...shapes), (html, shape) => {
        const stored = tidyHtml(html, shape)
        expect(tidyHtml(editableHtml(stored, shape), shape)).toBe(stored)
      }),
    )
  })

  it('leaves no tag but those of limited rich text, and no block in a line', () => {
    const tags = (html: string) => [...html.matchAll(/<\/?([a-z]+)/g)].map(([, tag]) => tag)
    const inline = ['b', 'i', 'u', 's', 'sub', 'sup', 'code', 'a', 'br', 'img', 'audio']
    const blocks = ['p', 'pre', 'blockquote', 'caption', 'ul', 'ol', 'li', 'table', 'tbody', 'tr', 'td', 'th']
    fc.assert(
      fc.property(someHtml, (html) => {
        for (const tag of tags(tidyHtml(html, 'line'))) expect(inline).toContain(tag)
        for (const tag of tags(tidyHtml(html, 'blocks'))) expect([...inline, ...blocks]).toContain(tag)
      }),
    )
  })

  it('loses no letter of nested markup', () => {
    const letters = (text: string) => text.replace(/[\s\u00a0]+/g, '')
    fc.assert(
      fc.property(someHtml, fc.constantFrom(...shapes), (html, shape) => {
        // A cell outside a row belongs to no table and is not looked at.
        fc.pre(!/<table><(?!tbody)/.test(html) && !/<table>[^<]/.test(html))
        expect(letters(plainText(tidyHtml(html, shape)))).toBe(letters(plainText(html)))
      }),
    )
  })

  it.each([
    ['Một<div>Hai</div><div><br></div>', '<p>Một</p><p>Hai</p>', 'Một<br>Hai'],
    ['<p>Chỉ một đoạn</p>', 'Chỉ một đoạn', 'Chỉ một đoạn'],
    ['a&nbsp; b <br><br>', 'a b', 'a b'],
    ['<span style="font-weight:bold">KHÔNG</span> nên', '<b>KHÔNG</b> nên', '<b>KHÔNG</b> nên'],
    ['H<sub>2</sub>O &lt; 5 &amp; x', 'H<sub>2</sub>O &lt; 5 &amp; x', 'H<sub>2</sub>O &lt; 5 &amp; x'],
    ['<ul><li>Một</li><li>Hai</li></ul>', '<ul><li>Một</li><li>Hai</li></ul>', 'Một<br>Hai'],
    ['x<script>alert(1)</script><style>p{}</style>y', 'xy', 'xy'],
    ['<a href="javascript:alert(1)" onclick="x()">đây</a>', 'đây', 'đây'],
    ['<img src="https://noi-khac.vn/a.png" onerror="x()">', '', ''],
    ['<blockquote>Lời<p>dẫn</p></blockquote>', '<blockquote>Lời<br>dẫn</blockquote>', 'Lời<br>dẫn'],
    ['<pre>a  = 1\nb = 2\n</pre>', '<pre>a = 1<br>b = 2</pre>', 'a = 1<br>b = 2'],
    [
      '<table><caption>Bảng 1</caption><thead><tr><th colspan="2" onclick="x()">Tên</th></tr></thead></table>',
      '<table><caption>Bảng 1</caption><tbody><tr><th colspan="2">Tên</th></tr></tbody></table>',
      'Bảng 1<br>Tên',
    ],
    ['\\(x &lt; 1\\)', '\\(x &lt; 1\\)', '\\(x &lt; 1\\)'],
  ])('%s', (html, blocks, line) => {
    expect(tidyHtml(html, 'blocks')).toBe(blocks)
    expect(tidyHtml(html, 'line')).toBe(line)
  })
})

describe('IB-9 media', () => {
  const stored = `Xem <img src="media:${ID}" alt="Bản đồ">, nghe <audio src="media:${ID}" title=""></audio>`

  it('are found in their order, and are something although they are no words', () => {
    expect(mediaOf(stored)).toEqual([
      { kind: 'image', mediaId: ID, alternative: 'Bản đồ' },
      { kind: 'audio', mediaId: ID, alternative: '' },
    ])
    expect(isBlankHtml(`<img src="media:${ID}" alt="">`)).toBe(false)
    expect(isBlankHtml('<p> &nbsp;<br></p>')).toBe(true)
  })

  it('take any alternative, and only the one that was meant', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const [first, second] = mediaOf(withAlternative(stored, 1, text))
        expect(first?.alternative).toBe('Bản đồ')
        expect(second).toEqual({ kind: 'audio', mediaId: ID, alternative: text })
      }),
    )
  })
})
