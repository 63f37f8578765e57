import { readDocx } from '../docx-read.js'
import { b, font, i, list, num, picture, raw, type Run, sub, sup, u, wordFile, WordWriter } from './word-file.sample.js'

/** What stands in stems and options: looks, pictures, tables, formulas, changes; and what is left out. */

const w = new WordWriter('word')
const p = (...texts: (Run | Run[])[]) => texts.map((text) => w.p(text)).join('')
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const options = p('A. một', 'B. hai', 'Đáp án: A')
const stemOf = async (body: string, parts: Partial<Parameters<typeof wordFile>[0]> = {}) => {
  const { rows, media } = await readDocx(wordFile({ body: body + options, ...parts }))
  return { stem: rows[0]?.draft.body.stem, problems: rows[0]?.problems, media, rows }
}
const math = (inner: string) => raw(`<m:oMath>${inner}</m:oMath>`)
const r = (text: string) =>
  `<m:r><w:rPr><w:rFonts w:ascii="Cambria Math" w:hAnsi="Cambria Math"/></w:rPr><m:t>${text}</m:t></m:r>`

describe('looks that mean something', () => {
  it.each([
    [[`Câu 1: Việc nào `, b('KHÔNG'), ' đúng?'], 'Việc nào <b>KHÔNG</b> đúng?'],
    [['Câu 1: H', sub('2'), 'O và x', sup('2'), ' là gì?'], 'H<sub>2</sub>O và x<sup>2</sup> là gì?'],
    [['Câu 1: Từ ', i('cloud'), ' nghĩa là gì?'], 'Từ <i>cloud</i> nghĩa là gì?'],
    [['Câu 1: Từ ', u('gạch chân'), ' nghĩa là gì?'], 'Từ <u>gạch chân</u> nghĩa là gì?'],
    [
      ['Câu 1: ', b('Đậm '), { text: 'và nghiêng', look: { b: true, i: true } }, ' nhé'],
      '<b>Đậm <i>và nghiêng</i></b> nhé',
    ],
    [['Câu 1: ', { text: 'Bỏ', look: { strike: true } }, ' đi'], '<s>Bỏ</s> đi'],
    [['Câu 1: 1 < 2 & 3 > 2'], '1 &lt; 2 &amp; 3 &gt; 2'],
    [['Câu 1: <script>alert(1)</script>'], '&lt;script&gt;alert(1)&lt;/script&gt;'],
    [['Câu 1: Điền ', u('          '), ' vào'], 'Điền ______ vào'],
    [['Câu 1: Dòng một\nDòng hai'], 'Dòng một<br>Dòng hai'],
    [['Câu 1: Giữ\u00ad lại chữ chuy\u00adển'], 'Giữ lại chữ chuyển'],
    [['Câu 1: Số 10\u00a0000 và\u00a0chữ'], 'Số 10\u00a0000 và chữ'],
    [['Câu 1: Ba', raw('<w:r><w:noBreakHyphen/></w:r>'), 'bốn'], 'Ba-bốn'],
    [['Câu 1: ', { text: 'ẩn', look: { hidden: true } }, 'hiện'], 'hiện'],
  ] as [Run[], string][])('%j', async (runs, html) => {
    expect((await stemOf(w.p(runs))).stem).toBe(html)
  })

  it('several paragraphs, a list and a table of the stem', async () => {
    const numbering = list(0, [['bullet', '•']]) + num(1, 0)
    const body =
      p('Câu 1: Xem bảng:') +
      w.table([
        ['Năm', 'Tỉ lệ'],
        ['2025', '60%'],
      ]) +
      w.p('một điều', { number: [1, 0] }) +
      w.p('hai điều', { number: [1, 0] }) +
      p('Chọn gì?')
    expect((await stemOf(body, { numbering })).stem).toBe(
      '<p>Xem bảng:</p><table><tbody><tr><td>Năm</td><td>Tỉ lệ</td></tr><tr><td>2025</td><td>60%</td></tr></tbody></table><ul><li>một điều</li><li>hai điều</li></ul><p>Chọn gì?</p>',
    )
  })

  it('merged cells', async () => {
    const table = w.table([
      [{ xml: p('Cả hàng'), span: 2 }],
      [{ xml: p('Dài'), merge: 'restart' }, 'x'],
      [{ xml: p(), merge: 'continue' }, 'y'],
    ])
    expect((await stemOf(p('Câu 1: Xem:') + table)).stem).toBe(
      'Xem:<table><tbody><tr><td colspan="2">Cả hàng</td></tr><tr><td rowspan="2">Dài</td><td>x</td></tr><tr><td>y</td></tr></tbody></table>',
    )
  })

  it('looks of styles and defaults', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="Manh"><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Cha"/></w:style><w:style w:type="paragraph" w:styleId="Cha"><w:rPr><w:i/></w:rPr></w:style>'
    const body =
      w.p(['Câu 1: ', { text: 'mạnh', look: { style: 'Manh' } }, ' thường']) +
      w.p([{ text: 'thường', look: { i: false } }, ' nghiêng'], { style: 'Con' })
    expect((await stemOf(body, { styles })).stem).toBe('<p><b>mạnh</b> thường</p><p>thường <i>nghiêng</i></p>')
  })
})

describe('pictures', () => {
  it('stand at their place with their text alternative', async () => {
    const { stem, media, problems } = await stemOf(
      w.p(['Câu 1: Hình ', picture('rId10', 'Cổng "Hội An" & chùa'), ' là gì?']),
      { media: { 'image1.png': PNG } },
    )
    expect(stem).toBe('Hình <img src="media:image1.png" alt="Cổng &quot;Hội An&quot; &amp; chùa"> là gì?')
    expect(Buffer.from(media.get('image1.png') ?? []).equals(PNG)).toBe(true)
    expect(problems).toEqual([])
  })

  it('in options, on lines of their own and in tables', async () => {
    const body =
      p('Câu 1: Hình nào?') + w.p(['A. ', picture('rId10')]) + w.p('B.') + w.p(picture('rId11', 'hai')) + p('ĐA: B')
    const { rows } = await readDocx(wordFile({ body, media: { 'a.png': PNG, 'b.png': Buffer.from([...PNG, 1]) } }))
    expect(rows[0]?.draft.body).toMatchObject({
      options: ['<img src="media:a.png" alt="">', '<img src="media:b.png" alt="hai">'],
      key: 1,
    })
    expect(rows[0]?.problems).toEqual([])
  })

  it('what Word believes to see is no text alternative', async () => {
    const { stem } = await stemOf(
      w.p(['Câu 1: ', picture('rId10', 'A white flag\n\nDescription automatically generated')]),
      { media: { 'a.png': PNG } },
    )
    expect(stem).toBe('<img src="media:a.png" alt="A white flag">')
  })

  it('in the old way of drawing', async () => {
    const old = raw(
      '<w:r><w:pict><v:shape id="s1" style="width:10pt" alt="Sơ đồ"><v:imagedata r:id="rId10" o:title="x"/></v:shape></w:pict></w:r>',
    )
    expect((await stemOf(w.p(['Câu 1: ', old]), { media: { 'a.png': PNG } })).stem).toBe(
      '<img src="media:a.png" alt="Sơ đồ">',
    )
  })

  it.each([
    ['missing', w.p(['Câu 1: Xem ', picture('rId77')]), {}, { code: 'media_missing', detail: 'rId77' }],
    [
      'of a kind for Windows only',
      w.p(['Câu 1: Xem ', picture('rId10')]),
      { 'a.wmf': PNG },
      { code: 'media_refused', detail: 'a.wmf' },
    ],
    [
      'a formula of MathType',
      w.p([
        'Câu 1: Xem ',
        raw(
          '<w:r><w:object><v:shape><v:imagedata r:id="rId10"/></v:shape><o:OLEObject ProgID="Equation.DSMT4" r:id="rId11"/></w:object></w:r>',
        ),
      ]),
      { 'a.wmf': PNG },
      { code: 'unreadable', detail: 'MathType' },
    ],
    [
      'a chart',
      w.p([
        'Câu 1: Xem ',
        raw(
          '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></wp:inline></w:drawing></w:r>',
        ),
      ]),
      {},
      { code: 'part_ignored', detail: 'chart' },
    ],
  ])('%s are said', async (_, body, media, problem) => {
    const { stem, problems } = await stemOf(body, { media })
    expect(stem).toBe('Xem')
    expect(problems).toEqual([problem])
  })

  it('in alternatives for old programs are read once, text boxes not at all', async () => {
    const inner = picture('rId10', 'hình') as { raw: string }
    const drawing = /<w:drawing>.*<\/w:drawing>/.exec(inner.raw)?.[0]
    const twice = raw(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice><mc:Fallback><w:pict><v:shape><v:imagedata r:id="rId10"/></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    )
    const box = raw(
      '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>Câu 9: hộp</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>',
    )
    const { stem, rows } = await stemOf(w.p(['Câu 1: Xem ', twice, box]), { media: { 'a.png': PNG } })
    expect(stem).toBe('Xem <img src="media:a.png" alt="hình">')
    expect(rows).toHaveLength(1)
  })
})

describe('formulas', () => {
  it.each([
    ['fraction', `<m:f><m:num>${r('1')}</m:num><m:den>${r('2')}</m:den></m:f>`, '\\frac{1}{2}'],
    ['power', `<m:sSup><m:e>${r('x')}</m:e><m:sup>${r('2')}</m:sup></m:sSup>${r('+1')}`, 'x^2+1'],
    ['index', `<m:sSub><m:e>${r('a')}</m:e><m:sub>${r('n+1')}</m:sub></m:sSub>`, 'a_{n+1}'],
    ['both', `<m:sSubSup><m:e>${r('x')}</m:e><m:sub>${r('1')}</m:sub><m:sup>${r('2')}</m:sup></m:sSubSup>`, 'x_1^2'],
    ['root', `<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>${r('x')}</m:e></m:rad>`, '\\sqrt{x}'],
    ['cube root', `<m:rad><m:deg>${r('3')}</m:deg><m:e>${r('x')}</m:e></m:rad>`, '\\sqrt[3]{x}'],
    [
      'sum',
      `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${r('i=1')}</m:sub><m:sup>${r('n')}</m:sup><m:e>${r('i')}</m:e></m:nary>`,
      '\\sum_{i=1}^ni',
    ],
    [
      'integral',
      `<m:nary><m:sub>${r('0')}</m:sub><m:sup>${r('1')}</m:sup><m:e>${r('xdx')}</m:e></m:nary>`,
      '\\int_0^1xdx',
    ],
    ['brackets', `<m:d><m:e>${r('a+b')}</m:e></m:d>`, '\\left(a+b\\right)'],
    [
      'bars',
      `<m:d><m:dPr><m:begChr m:val="|"/><m:endChr m:val="|"/></m:dPr><m:e>${r('x')}</m:e></m:d>`,
      '\\left|x\\right|',
    ],
    [
      'system',
      `<m:d><m:dPr><m:begChr m:val="{"/><m:endChr m:val=""/></m:dPr><m:e><m:eqArr><m:e>${r('x=1')}</m:e><m:e>${r('y=2')}</m:e></m:eqArr></m:e></m:d>`,
      '\\begin{cases}x=1 \\\\ y=2\\end{cases}',
    ],
    [
      'function',
      `<m:func><m:fName><m:r><m:rPr><m:sty m:val="p"/></m:rPr><m:t>sin</m:t></m:r></m:fName><m:e>${r('x')}</m:e></m:func>`,
      '\\sin{x}',
    ],
    ['limit', `<m:limLow><m:e>${r('lim')}</m:e><m:lim>${r('n→∞')}</m:lim></m:limLow>`, '\\lim_{n\\to\\infty}'],
    ['Greek and signs', r('α≤β×π'), '\\alpha\\le\\beta\\times\\pi'],
    ['mathematical italics', r('𝑥+𝑦'), 'x+y'],
    ['words', r('số học sinh'), '\\text{số học sinh}'],
    ['percent', r('50%'), '50\\%'],
    ['vector', `<m:acc><m:accPr><m:chr m:val="⃗"/></m:accPr><m:e>${r('u')}</m:e></m:acc>`, '\\vec{u}'],
    [
      'matrix',
      `<m:m><m:mr><m:e>${r('1')}</m:e><m:e>${r('2')}</m:e></m:mr><m:mr><m:e>${r('3')}</m:e><m:e>${r('4')}</m:e></m:mr></m:m>`,
      '\\begin{matrix}1 &amp; 2 \\\\ 3 &amp; 4\\end{matrix}',
    ],
  ])('%s', async (_, inner, latex) => {
    expect((await stemOf(w.p(['Câu 1: Tính ', math(inner), ' nhé']))).stem).toBe(`Tính \\(${latex}\\) nhé`)
  })

  it('on a line of their own and in options', async () => {
    const alone = `<w:p><m:oMathPara><m:oMath>${r('x')}</m:oMath></m:oMathPara></w:p>`
    const body = [p('Câu 1: Tính'), alone, w.p(['A. ', math(r('1'))]), w.p(['B. ', math(r('2')), ' *'])].join('')
    const { rows } = await readDocx(wordFile({ body }))
    expect(rows[0]?.draft.body).toMatchObject({
      stem: '<p>Tính</p><p>\\(x\\)</p>',
      options: ['\\(1\\)', '\\(2\\)'],
      key: 1,
    })
  })
})

describe('what Word keeps beside the text', () => {
  it('tracked changes are accepted', async () => {
    const body = w.p([
      'Câu 1: Cũ',
      raw(
        '<w:del w:id="1" w:author="x"><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:ins w:id="2" w:author="x"><w:r><w:t> mới</w:t></w:r></w:ins><w:moveFrom w:id="3"><w:r><w:t>đi</w:t></w:r></w:moveFrom>',
      ),
    ])
    expect((await stemOf(body)).stem).toBe('Cũ mới')
  })

  it('a paragraph whose end was deleted goes on in the next', async () => {
    const first =
      '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="x"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Câu 1: Một </w:t></w:r></w:p>'
    expect((await stemOf(first.concat(w.p('hai')))).stem).toBe('Một hai')
  })

  it('comments, notes and fields leave only what is shown', async () => {
    const body = w.p([
      'Câu 1: Xem',
      raw('<w:commentRangeStart w:id="0"/>'),
      ' đây',
      raw(
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>',
      ),
      raw(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t xml:space="preserve"> kết quả</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      ),
      raw('<w:hyperlink r:id="rId99"><w:r><w:t xml:space="preserve"> liên kết</w:t></w:r></w:hyperlink>'),
      raw('<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t xml:space="preserve"> ô nhập</w:t></w:r></w:sdtContent></w:sdt>'),
      raw('<w:smartTag w:element="place"><w:r><w:t xml:space="preserve"> nơi chốn</w:t></w:r></w:smartTag>'),
    ])
    expect((await stemOf(body)).stem).toBe('Xem đây kết quả liên kết ô nhập nơi chốn')
  })

  it('headers, footers and comments of the package are not looked at', async () => {
    const files = {
      'word/header1.xml': '<w:hdr><w:p><w:r><w:t>Câu 8: đầu trang</w:t></w:r></w:p></w:hdr>',
      'word/comments.xml': 'không phải XML',
    }
    expect((await stemOf(p('Câu 1: x?'), { files })).rows).toHaveLength(1)
  })

  it('signs of symbol fonts', async () => {
    const body = w.p([
      'Câu 1: ',
      raw('<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>'),
      font('Symbol', '\uf0a3'),
      raw('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'),
    ])
    expect((await stemOf(body)).stem).toBe('α≤✓')
  })

  it('a mark that stands in the run after its letter', async () => {
    expect((await stemOf(w.p(['Câu 1: Vie', b('\u0302\u0323t là gì')]))).stem).toBe('Việ<b>t là gì</b>')
  })

  it('a .docm, a .doc and a file under a password are refused for what they are', async () => {
    await expect(readDocx(wordFile({ body: p('x'), files: { 'word/vbaProject.bin': 'x' } }))).rejects.toThrow(
      'UPLOAD.MACROS',
    )
    await expect(readDocx(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]))).rejects.toThrow(
      'UPLOAD.OLD_OFFICE',
    )
    await expect(readDocx(Buffer.from('không phải tệp nén'))).rejects.toThrow('UPLOAD.UNREADABLE')
  })
})
