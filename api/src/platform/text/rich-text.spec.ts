import { mediaIn, presentRich, sanitiseRich } from './rich-text.js'

describe('IB-9: limited rich text', () => {
  it.each([
    ['plain', 'Chuyển đổi số là gì?', 'Chuyển đổi số là gì?'],
    ['strong', '<strong>KHÔNG</strong> phải', '<b>KHÔNG</b> phải'],
    ['one paragraph', '<p dir="ltr" style="text-align:left">Câu  hỏi&nbsp;này</p>', 'Câu hỏi này'],
    ['two paragraphs', '<p>Một</p>\r\n<p>Hai</p>', '<p>Một</p><p>Hai</p>'],
    ['div and span', '<div><span style="x">Một</span></div><div>Hai</div>', '<p>Một</p><p>Hai</p>'],
    [
      'divisions in divisions',
      '<div><div><p>Một</p></div><div>Hai<ul><li><p>ba</p></li></ul></div></div>',
      '<p>Một</p><p>Hai</p><ul><li><p>ba</p></li></ul>',
    ],
    ['a list in a paragraph', '<p>Một<ul><li>hai</li></ul></p>', '<p>Một</p><ul><li>hai</li></ul>'],
    ['empty paragraphs', '<p></p><p>&nbsp;</p><p>Một</p>', 'Một'],
    ['list', '<ul><li>một</li> <li>hai</li></ul>', '<ul><li>một</li><li>hai</li></ul>'],
    ['signs', 'a &lt; b &amp; c', 'a &lt; b &amp; c'],
    ['decomposed', 'Việt'.normalize('NFD'), 'Việt'],
    [
      'picture',
      '<img src="media:abc-1.png" alt="Cổng Hội An" onerror="x()">',
      '<img src="media:abc-1.png" alt="Cổng Hội An">',
    ],
    [
      'sound',
      '<audio src="media:a" title="lời đọc" autoplay></audio>',
      '<audio src="media:a" title="lời đọc"></audio>',
    ],
    [
      'link',
      '<a href="https://vneid.gov.vn" target="_blank" onclick="x()">VNeID</a>',
      '<a href="https://vneid.gov.vn">VNeID</a>',
    ],
    ['formula', 'Tính \\(\\frac{1}{2} &lt; x\\)', 'Tính \\(\\frac{1}{2} &lt; x\\)'],
  ])('keeps what belongs: %s', (_, html, expected) => {
    expect(sanitiseRich(html).html).toBe(expected)
    expect(sanitiseRich(expected).html).toBe(expected)
  })

  it.each([
    '<script>alert(1)</script>A',
    '<img src=x onerror=alert(1)>A',
    '<img src="https://evil.example/track.png">A',
    '<svg onload=alert(1)><circle/></svg>A',
    '<a href="javascript:alert(1)">A</a>',
    '<iframe srcdoc="<script>x</script>"></iframe>A',
    '<math><mi xlink:href="data:x,<script>alert(1)</script>"></mi></math>A',
    '<p style="background:url(javascript:x)">A</p>',
    '<img src="media:../../x onerror=1">A',
    '<scr<script>ipt>alert(1)</script>A',
    '<b onmouseover=alert(1)>A</b>',
    'A<audio src="data:audio/mp3;base64,x" controls>B</audio>',
    '<!--<img src=x onerror=alert(1)>-->A',
  ])('lets nothing through that runs or calls: %s', (html) => {
    const clean = sanitiseRich(html).html
    expect(clean).toContain('A')
    expect(clean).not.toMatch(
      /<script|onerror|onload|onmouseover|javascript:|<svg|<iframe|<math|https:\/\/evil|style=|data:|<!--/i,
    )
  })

  it('says which elements with a meaning had to go', () => {
    expect(sanitiseRich('<span>a</span><video src="x"></video><p>b</p>').removed).toEqual(['video'])
    expect(sanitiseRich('<p dir="ltr"><font>a</font></p>').removed).toEqual([])
  })

  it('names its media', () => {
    expect(mediaIn('<img src="media:a" alt=""> và <audio src="media:b" title=""></audio>')).toEqual(['a', 'b'])
  })
})

describe('IB-9: formulas', () => {
  it('become MathML, the rest stays', () => {
    const shown = presentRich('Một nửa là \\(\\frac{1}{2}\\) &amp; hết')
    expect(shown).toMatch(/^Một nửa là <math.*<mfrac>.*<\/math> &amp; hết$/)
  })

  it('that cannot be read stay as written', () => {
    expect(presentRich('\\(\\frac{1}\\)')).toBe('\\(\\frac{1}\\)')
  })

  it('carry no links and no scripts', () => {
    const shown = presentRich('\\(\\href{javascript:alert(1)}{x}\\) \\(\\text{&lt;script&gt;}\\)')
    expect(shown).not.toMatch(/<a |href="javascript|<script>/)
  })
})
