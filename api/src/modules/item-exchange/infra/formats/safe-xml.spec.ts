import fc from 'fast-check'
import {
  child,
  childrenOf,
  descendantsOf,
  escapeXml,
  innerMarkup,
  MAX_XML_DEPTH,
  parseXml,
  textOf,
} from './safe-xml.js'

const refusalOf = (text: string) => {
  try {
    parseXml(text)
  } catch (error) {
    return (error as { code?: string }).code
  }
  return 'read'
}

describe('XML from strangers', () => {
  it('reads elements, text and CDATA, and forgets prefixes', () => {
    const root = parseXml(
      '\ufeff  <?xml version="1.0" encoding="UTF-8"?>\r\n<q:a xmlns:q="u" x="1" q:x="2"><b>một</b> <b><![CDATA[<i>hai</i>]]>!</b></q:a>',
    )
    expect(root.name).toBe('q:a')
    expect(root.local).toBe('a')
    expect(root.attributes).toEqual({ x: '1' })
    expect(childrenOf(root, 'b').map(textOf)).toEqual(['một', '<i>hai</i>!'])
    expect(child(root, 'c')).toBeUndefined()
  })

  it('writes what an element holds as HTML, and lets single elements be replaced', () => {
    const root = parseXml('<a xmlns="u">1 &lt; 2<x:p class="a&amp;b">x<x:br/><img src="a.png"></img></x:p><gap/></a>')
    expect(innerMarkup(root, (one) => (one.local === 'gap' ? '____' : null))).toBe(
      '1 &lt; 2<p class="a&amp;b">x<br><img src="a.png"></p>____',
    )
  })

  it('reads the names of HTML, and passes over characters that XML forbids', () => {
    expect(textOf(parseXml('<a>x&nbsp;y\u0001&#11;&#x1f;z</a>'))).toBe('x\u00a0yz')
    expect(textOf(parseXml('<a>a\ud800b😀</a>'))).toBe('ab😀')
  })

  it.each([
    ['an external DTD', '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>'],
    ['a harmless DOCTYPE', '<!DOCTYPE quiz><quiz/>'],
    ['a DOCTYPE in small letters', '<!doctype html><html/>'],
    ['a DOCTYPE without an end', '<!DOCTYPE a [<!ENTITY b "'],
    ['entities that grow', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'],
    ['a file of this machine', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['a parameter entity', '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://example.org/x">%b;]><a/>'],
    ['a bare entity declaration', '<!ENTITY b "c"><a/>'],
  ])('IX-1 refuses %s', (_, text) => {
    expect(refusalOf(text)).toBe('UPLOAD.ENTITIES')
  })

  it('takes a DOCTYPE within CDATA for the text that it is', () => {
    expect(textOf(parseXml('<a><![CDATA[<!DOCTYPE html><!ENTITY x "y">]]></a>'))).toBe('<!DOCTYPE html><!ENTITY x "y">')
  })

  it.each([
    ['an element without an end', '<a><b></a>'],
    ['no element', '   '],
    ['plain text', 'Câu 1'],
    ['an unknown entity', '<a>&undeclared;</a>'],
    ['two roots', '<a/><b/>'],
    ['the same attribute twice', '<a x="1" x="2"/>'],
  ])('says where it stopped: %s', (_, text) => {
    try {
      parseXml(text)
      throw new Error('was read')
    } catch (error) {
      expect(error).toMatchObject({
        code: 'UPLOAD.UNREADABLE',
        params: { reason: expect.stringMatching(/^XML \d+:\d+$/) },
      })
    }
  })

  it('IX-1 refuses what nests deeper than the limit, and reads what does not', () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth)
    expect(refusalOf(nested(MAX_XML_DEPTH))).toBe('read')
    expect(refusalOf(nested(MAX_XML_DEPTH + 1))).toBe('UPLOAD.UNREADABLE')
    expect(refusalOf('<a>'.repeat(500_000))).toBe('UPLOAD.UNREADABLE')
  })

  it('IX-1 refuses more elements than the limit', () => {
    expect(refusalOf(`<a>${'<b/>'.repeat(1_000_001)}</a>`)).toBe('UPLOAD.UNREADABLE')
  }, 30_000)

  it('keeps an attribute called __proto__ an attribute', () => {
    const root = parseXml('<a __proto__="x" constructor="y"/>')
    expect(Object.entries(root.attributes)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ])
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })

  it('finds elements at any depth in the order of the document', () => {
    const root = parseXml('<a><b n="1"><c n="2"/></b><c n="3"/></a>')
    expect(descendantsOf(root, 'b', 'c').map((one) => one.attributes['n'])).toEqual(['1', '2', '3'])
  })

  it('gives back any text that was escaped', () => {
    const anyText = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(anyText, (text) => {
        const root = parseXml(`<a t="${escapeXml(text)}">${escapeXml(text)}</a>`)
        expect(textOf(root)).toBe(text)
        expect(root.attributes['t']).toBe(text)
      }),
    )
  })

  it('never fails otherwise than with a refusal', () => {
    const piece = fc.constantFrom(
      '<a>',
      '</a>',
      '<b x="',
      '">',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '&',
      ';',
      '<?x',
      '?>',
      '<!DOCTYPE',
      'ữ',
      '\u0000',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(['read', 'UPLOAD.ENTITIES', 'UPLOAD.UNREADABLE']).toContain(refusalOf(pieces.join('')))
      }),
    )
  })
})
