import fc from 'fast-check'
import { itemDraft, richText } from './item-draft.arbitrary.js'
import { splitSources, withSources } from './sources-note.js'
import { shortened, toHtml, unescapeHtml, withFeedback, withoutForeignFormulas } from './text-formats.js'

describe('texts of other programs as HTML', () => {
  it.each([
    ['html', 'a < b & c &amp; <b>d</b> x<y', 'a &lt; b &amp; c &amp; <b>d</b> x&lt;y'],
    ['html', '<o:p>x</o:p><!-- y -->', '<o:p>x</o:p><!-- y -->'],
    ['plain', 'a <b>\nc', 'a &lt;b&gt;<br>c'],
    ['moodle', 'x<y và y>z', 'x&lt;y và y&gt;z'],
    ['moodle', 'một\nhai <b>ba</b>', 'một<br>hai <b>ba</b>'],
    ['moodle', '<p>một</p>\n<p>hai</p>', '<p>một</p>\n<p>hai</p>'],
    ['markdown', '**a** *b* `c`\nd', '<b>a</b> <i>b</i> <code>c</code><br>d'],
    ['markdown', 'a\n\n- b\n- c\n\n1. d\n2. e', '<p>a</p><ul><li>b</li><li>c</li></ul><ol><li>d</li><li>e</li></ol>'],
    ['plain', 'giá $$x^2$$ là', 'giá \\(x^2\\) là'],
  ] as const)('%s: %s', (format, text, html) => {
    expect(toHtml(text, format)).toBe(html)
  })

  it('leaves rich text as it is, formulas that are none included', () => {
    fc.assert(
      fc.property(richText(), (html) => {
        expect(toHtml(withoutForeignFormulas(html), 'html')).toBe(html)
      }),
    )
  })

  it('adds feedback as a list, begun by what it is about', () => {
    expect(withFeedback('vì', [])).toBe('vì')
    expect(
      withFeedback('vì', [
        { about: 'a < b', html: '<b>x</b>' },
        { about: '', html: 'y' },
        { about: 'z', html: ' ' },
      ]),
    ).toBe('vì<ul><li><b>a &lt; b</b>: <b>x</b></li><li>y</li></ul>')
  })

  it('shortens without cutting a sign in two', () => {
    expect(shortened('a  b\nc')).toBe('a b c')
    expect(shortened('😀'.repeat(10), 4)).toBe('😀…')
    expect(unescapeHtml('&lt;&amp;lt;&quot;')).toBe('<&lt;"')
  })
})

describe('sources at the end of an explanation', () => {
  it('IX-2 come back as they were', () => {
    fc.assert(
      fc.property(itemDraft(), fc.constantFrom('vi' as const, 'en' as const), ({ explanation, sources }, locale) => {
        expect(splitSources(withSources(explanation, sources, locale))).toEqual({ explanation, sources })
      }),
    )
  })

  it('are left in the text when somebody has changed them', () => {
    const written = withSources(
      'vì',
      [{ document: 'QĐ 749', locator: 'Điều 1', url: 'https://a.vn/?x=1&y=2', role: 'basis' }],
      'vi',
    )
    expect(written).toBe(
      'vì<p class="sources">Nguồn:</p><ul><li class="basis">QĐ 749<span class="locator">, Điều 1</span> <a href="https://a.vn/?x=1&amp;y=2">https://a.vn/?x=1&amp;y=2</a></li></ul>',
    )
    const changed = written.replace('</li>', ' và luật khác <b>x</b></li>')
    expect(splitSources(changed)).toEqual({ explanation: changed, sources: [] })
  })
})
