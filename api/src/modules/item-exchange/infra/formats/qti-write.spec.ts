import type { ItemBody, ItemDraft } from '@thiso/contracts/vocab'
import { bareDraft } from './draft-texts.js'
import { SAMPLE_MEDIA } from './item-draft.arbitrary.js'
import { qtiLosses, writeQti2, writeQti3 } from './qti.js'
import { child, childrenOf, descendantsOf, parseXml, textOf } from './safe-xml.js'
import { openZip } from './safe-zip.js'

describe('writing QTI', () => {
  const draft = (body: ItemBody): ItemDraft => bareDraft(body)
  const textIn = (files: Map<string, Uint8Array>, name: string) => new TextDecoder().decode(files.get(name))

  it('writes a package that lists each item with its media, and a test of all', async () => {
    const [id] = [...SAMPLE_MEDIA.keys()]
    const items = [
      {
        ...draft({ type: 'true-false', stem: `<img src="media:${id}" alt="x">`, isTrue: true }),
        code: 'Câu 1',
        tags: ['a & b'],
      },
      draft({ type: 'single-choice', stem: 's', options: ['a', 'b'], key: -1 }),
      draft({ type: 'number', stem: 'n', value: 1.5, tolerance: 0.25, unit: 'km' }),
    ]
    const { bytes, extension } = await writeQti2({ items, media: SAMPLE_MEDIA, locale: 'vi' })
    const files = openZip(bytes)
    expect(extension).toBe('zip')
    expect([...files.keys()].sort()).toEqual([
      ...['imsmanifest.xml', 'items/item-0001.xml', 'items/item-0002.xml', `media/${id}.png`, 'test.xml'],
    ])
    const manifest = parseXml(textIn(files, 'imsmanifest.xml'))
    const resources = descendantsOf(manifest, 'resource')
    expect(resources.map((one) => [one.attributes['type'], one.attributes['href']])).toEqual([
      ['imsqti_test_xmlv2p1', 'test.xml'],
      ['imsqti_item_xmlv2p1', 'items/item-0001.xml'],
      ['imsqti_item_xmlv2p1', 'items/item-0002.xml'],
    ])
    expect(childrenOf(resources[1], 'file').map((one) => one.attributes['href'])).toEqual([
      'items/item-0001.xml',
      `media/${id}.png`,
    ])
    expect(descendantsOf(resources[1], 'keyword').map(textOf)).toEqual(['a & b'])
    const item = parseXml(textIn(files, 'items/item-0001.xml'))
    expect(item.attributes).toMatchObject({
      xmlns: 'http://www.imsglobal.org/xsd/imsqti_v2p1',
      identifier: 'item-0001',
    })
    expect(descendantsOf(item, 'img')[0]?.attributes).toEqual({ src: `../media/${id}.png`, alt: 'x' })
    expect(child(item, 'responseProcessing')?.attributes['template']).toMatch(/match_correct$/)
    const number = parseXml(textIn(files, 'items/item-0002.xml'))
    expect(descendantsOf(number, 'equal')[0]?.attributes).toMatchObject({
      toleranceMode: 'absolute',
      tolerance: '0.25 0.25',
    })
  })

  it('writes the names of 3.0, points by parts, and formulas as MathML with their LaTeX', async () => {
    const body: ItemBody = {
      type: 'multiple-choice',
      stem: 'Nếu \\(a &lt; \\frac{1}{2}\\) thì \\(\\hỏng\\) <u>x</u>?',
      options: ['a', 'b', 'c'],
      keys: [0, 1],
      grading: 'partial',
    }
    const items = [{ ...draft(body), points: 2, explanation: 'vì' }]
    const files = openZip((await writeQti3({ items, media: new Map(), locale: 'vi' })).bytes)
    const text = textIn(files, 'items/item-0001.xml')
    const item = parseXml(text)
    expect(item.name).toBe('qti-assessment-item')
    expect(
      descendantsOf(item, 'qti-map-entry').map((one) => [one.attributes['map-key'], one.attributes['mapped-value']]),
    ).toEqual([
      ['C1', '1'],
      ['C2', '1'],
      ['C3', '-2'],
    ])
    expect(descendantsOf(item, 'qti-mapping')[0]?.attributes).toMatchObject({ 'lower-bound': '0', 'upper-bound': '2' })
    expect(descendantsOf(item, 'annotation').map(textOf)).toEqual(['a < \\frac{1}{2}'])
    expect(text).toContain('\\(\\hỏng\\) <span class="txt-underline">x</span>')
    expect(text).toContain(
      '<qti-modal-feedback outcome-identifier="FEEDBACK" identifier="EXPLANATION" show-hide="show"><qti-content-body>vì</qti-content-body>',
    )
    expect(text).not.toMatch(/<(?!\/?(?:qti-|p|div|span|math|semantics|m[a-z]+|annotation|\?xml)\b)/)
  })

  it('IX-2 says what is lost', () => {
    const lossesOf = (body: ItemBody) => qtiLosses(draft(body))
    const statements = [1, 2, 3, 4].map((one) => ({ text: String(one), isTrue: true }))
    expect(lossesOf({ type: 'true-false-group', stem: 's', statements, grading: 'stepped' })).toEqual(['grading_lost'])
    expect(lossesOf({ type: 'true-false-group', stem: 's', statements, grading: 'all-or-nothing' })).toEqual([])
    expect(lossesOf({ type: 'ordering', stem: 's', entries: ['a', 'b', 'c'], grading: 'partial' })).toEqual([
      'grading_lost',
    ])
    expect(lossesOf({ type: 'single-choice', stem: 's', options: ['a', 'b'], key: -1 })).toEqual(['type_not_carried'])
  })
})
