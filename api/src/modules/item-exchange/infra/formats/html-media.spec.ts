import type { ItemProblem } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { hasMedia, MediaShelf, mediaAsWords, mediaIdsOf, withMedia } from './html-media.js'

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47])
const files: Record<string, Uint8Array> = {
  'a.png': PNG,
  'b.mp3': Uint8Array.from([0x49, 0x44, 0x33]),
  'c.svg': new TextEncoder().encode('<svg/>'),
  'd.png': new TextEncoder().encode('\ufeff <html><script>1</script>'),
  'e.png': Uint8Array.from(Buffer.from('<svg/>', 'utf16le')),
}

function read(html: string) {
  const problems: ItemProblem[] = []
  const shelf = new MediaShelf()
  const result = withMedia(html, { shelf, find: (address) => files[address], problems })
  return { html: result, told: problems.map(({ code, detail }) => `${code} ${detail}`), names: [...shelf.files.keys()] }
}

describe('pictures and sounds of other programs', () => {
  it('gives equal files one name made of what they hold', () => {
    const { html, names } = read(
      `<p><img src="a.png" alt="một &quot;hình&quot;" width=5>x<IMG alt='hai' SRC='a.png'/></p>`,
    )
    expect(names).toHaveLength(1)
    expect(html).toBe(
      `<p><img src="media:${names[0]}" alt="một &quot;hình&quot;">x<img src="media:${names[0]}" alt="hai"></p>`,
    )
  })

  it.each([
    ['<audio controls src="b.mp3" title="nghe"></audio>', 'nghe'],
    ['<audio controls><source src="b.mp3" type="audio/mpeg">Bài nghe</audio>', 'Bài nghe'],
    ['<object data="b.mp3" type="audio/mpeg">nghe</object>', 'nghe'],
  ])('reads %s as a sound', (html, title) => {
    expect(read(html).html).toMatch(new RegExp(`^<audio src="media:[0-9a-f]{24}\\.mp3" title="${title}"></audio>$`))
  })

  it('refuses what may hold scripts, whatever it is called', () => {
    for (const name of ['c.svg', 'd.png', 'e.png'])
      expect(read(`a<img src="${name}" alt="x">b`)).toEqual({ html: 'ab', told: [`media_refused ${name}`], names: [] })
    expect(read('<img src="data:image/svg+xml;base64,PHN2Zy8+">').told).toEqual(['media_refused image/svg+xml'])
    expect(read('<img src="data:image/png;base64,iVBORw==">').names).toHaveLength(1)
  })

  it('takes no address of our own store, and none of other machines', () => {
    for (const address of [
      'media:8f2a2f0e',
      'https://example.org/x.png',
      '//example.org/x.png',
      'file:///etc/passwd',
      '',
    ])
      expect(read(`<img src="${address}" alt="x">`)).toEqual({
        html: '',
        told: [`media_missing ${address}`],
        names: [],
      })
  })

  it('leaves everything else as it is', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '<p>',
            '</p>',
            '<b x="1">',
            '<imgx>',
            'chữ',
            '<',
            '>',
            '"',
            "'",
            '<img',
            '<a',
            ' href=',
            '=',
            '/',
          ),
          { maxLength: 20 },
        ),
        (parts) => {
          const html = parts.join('')
          const { told, names } = read(html)
          if (!/<(?:img|a)(?=[\s/>])/.test(html)) expect(read(html).html).toBe(html)
          expect(names).toEqual([])
          for (const one of told) expect(one).toMatch(/^media_missing/)
        },
      ),
    )
    expect(read('<a href="https://example.org">x</a> <iframe src="y">z</iframe>')).toEqual({
      html: '<a href="https://example.org">x</a> z',
      told: ['part_ignored <iframe>'],
      names: [],
    })
  })

  it('puts words in place of media', () => {
    const html =
      'a <img src="media:1" alt="hình &quot;1&quot;"> <audio src="media:2" title="tiếng"></audio><img src="media:3" alt="">'
    expect(mediaAsWords(html)).toBe('a hình "1" tiếng')
    expect(mediaIdsOf(html)).toEqual(['1', '2', '3'])
    expect([hasMedia(html), hasMedia(mediaAsWords(html))]).toEqual([true, false])
  })
})
