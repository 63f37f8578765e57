import fc from 'fast-check'
import { sanitiseRich } from '../../../platform/text/rich-text.js'
import { type Block, type Inline, onlyParagraph, readBlocks } from './rich-blocks.js'

const text = (value: string, style = {}): Inline => ({ kind: 'text', text: value, style })
const paragraph = (...inlines: Inline[]): Block => ({ kind: 'paragraph', inlines })

describe('PP-7: limited rich text as blocks', () => {
  it('plain text is one paragraph; entities are read, spaces collapsed', () => {
    expect(readBlocks('a &lt; b  &amp; c')).toEqual([paragraph(text('a < b & c'))])
    expect(readBlocks('')).toEqual([])
    expect(onlyParagraph(readBlocks('một'))).toEqual([text('một')])
    expect(onlyParagraph(readBlocks('<p>một</p><p>hai</p>'))).toBeNull()
  })

  it('styles nest', () => {
    expect(readBlocks('H<sub>2</sub>O <b>đậm <i>và nghiêng</i></b> <u>gạch</u><code>x "y"</code>')).toEqual([
      paragraph(
        text('H'),
        text('2', { script: 'sub' }),
        text('O '),
        text('đậm ', { bold: true }),
        text('và nghiêng', { bold: true, italic: true }),
        text(' '),
        text('gạch', { underline: true }),
        text('x "y"', { code: true }),
      ),
    ])
  })

  it('quotation marks pair and units hold across changes of style', () => {
    expect(readBlocks('Gọi là <b>"kho</b> số", rộng <i>5</i> km')).toEqual([
      paragraph(
        text('Gọi là '),
        text('“kho', { bold: true }),
        text(' số”, rộng '),
        text('5', { italic: true }),
        text('\u00a0km'),
      ),
    ])
  })

  it('formulas stay LaTeX, also with signs of markup in them', () => {
    expect(readBlocks('Với \\(a &lt; b\\) thì \\[x^2\\]')).toEqual([
      paragraph(text('Với '), { kind: 'formula', latex: 'a < b', isDisplayed: false }, text(' thì '), {
        kind: 'formula',
        latex: 'x^2',
        isDisplayed: true,
      }),
    ])
  })

  it('lists, quotes, tables, pictures and sounds', () => {
    expect(
      readBlocks(
        '<p>Xem:</p><ol><li>một</li><li>hai<ul><li>ba</li></ul></li></ol><blockquote>lời</blockquote><table><tr><th>A</th><td colspan="2">b</td></tr></table><p><img src="media:x1" alt="Sơ đồ &quot;1&quot;"><audio src="media:x2" title="Bài hát"></audio></p>',
      ),
    ).toEqual([
      paragraph(text('Xem:')),
      {
        kind: 'list',
        isOrdered: true,
        entries: [
          [paragraph(text('một'))],
          [paragraph(text('hai')), { kind: 'list', isOrdered: false, entries: [[paragraph(text('ba'))]] }],
        ],
      },
      { kind: 'quote', blocks: [paragraph(text('lời'))] },
      {
        kind: 'table',
        caption: [],
        rows: [
          [
            { blocks: [paragraph(text('A'))], isHeader: true, columns: 1, rows: 1 },
            { blocks: [paragraph(text('b'))], isHeader: false, columns: 2, rows: 1 },
          ],
        ],
      },
      paragraph({ kind: 'picture', mediaId: 'x1', alt: 'Sơ đồ "1"' }, { kind: 'sound', title: 'Bài hát' }),
    ])
  })

  it('a break ends a line, and text around a block stands in paragraphs of its own', () => {
    expect(readBlocks('trước <br> sau<ul><li>x</li></ul>cuối')).toEqual([
      paragraph(text('trước'), { kind: 'break' }, text('sau')),
      { kind: 'list', isOrdered: false, entries: [[paragraph(text('x'))]] },
      paragraph(text('cuối')),
    ])
  })

  it('loses no word of what the sanitiser lets through', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<b>',
        '</b>',
        '<ul><li>',
        '</li></ul>',
        '<br>',
        'một ',
        'hai',
        ' ba',
        '<i>bốn</i>',
        '<td>năm</td>',
        '&amp;',
        '<table><tr><td>sáu</td></tr></table>',
      ),
      { maxLength: 16 },
    )
    const wordsOf = (blocks: readonly Block[]): string =>
      blocks
        .map((block) => {
          switch (block.kind) {
            case 'paragraph':
              return block.inlines.map((inline) => (inline.kind === 'text' ? inline.text : ' ')).join('')
            case 'list':
              return block.entries.map(wordsOf).join(' ')
            case 'quote':
              return wordsOf(block.blocks)
            default:
              return block.rows.flatMap((row) => row.map((cell) => wordsOf(cell.blocks))).join(' ')
          }
        })
        .join(' ')
    fc.assert(
      fc.property(pieces, (list) => {
        const { html } = sanitiseRich(list.join(''))
        const expected = html
          .replace(/<[^>]*>/g, '')
          .replace(/&amp;/g, '&')
          .replace(/\s/g, '')
        expect(wordsOf(readBlocks(html)).replace(/\s/g, '')).toBe(expected)
      }),
    )
  })
})
