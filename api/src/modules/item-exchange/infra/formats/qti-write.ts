import { type ExportLoss, type ItemDraft, plainText } from '@thiso/contracts/vocab'
import { one, tagsOf } from './draft-tags.js'
import { isSound, richTextsOf } from './draft-texts.js'
import type { WriteInput, WrittenFile, Writer } from './format.js'
import { fileNameOf, mediaIdsOf } from './html-media.js'
import { truthIn } from './moodle-answers.js'
import { bodyTags } from './moodle-body.js'
import type { QtiVersion } from './qti-content-write.js'
import { itemXml } from './qti-item-write.js'
import { CODE_CATALOG } from './qti-names.js'
import { QtiXml } from './qti-xml.js'
import { escapeXml } from './safe-xml.js'
import { makeZip } from './safe-zip.js'

/** Packages of QTI 2.1 and 3.0: a manifest with metadata (IEEE LOM), a test that holds all items in their order, items, media. */

export const writeQti2: Writer = async (input) => packageOf(input, 2)
export const writeQti3: Writer = async (input) => packageOf(input, 3)

/**
 * Steps of grading and parts of an order have no rule in QTI that programs know; every mark of a typed word counts. Items without a
 * key are left out.
 */
export function qtiLosses(item: ItemDraft): ExportLoss[] {
  const { body } = item
  if (!isSound(body)) return ['type_not_carried']
  const losses: ExportLoss[] = []
  if (item.translations.en) losses.push('translations_lost')
  if (gradingTags(body).length > 0) losses.push('grading_lost')
  return losses
}

/** How the item is graded here, where the package says something else. */
function gradingTags(body: ItemDraft['body']): string[] {
  if (body.type === 'short-text') return body.ignoresDiacritics ? ['diacritics:ignored'] : []
  if (body.type === 'true-false-group') return body.grading === 'stepped' ? ['grading:stepped'] : []
  return body.type === 'ordering' && body.grading === 'partial' ? ['grading:partial'] : []
}

/** What our reader would take for another type. */
function typeTags(body: ItemDraft['body']): string[] {
  if (body.type === 'single-choice') {
    const truths = body.options.map((option) => truthIn(plainText(option)))
    return truths.length === 2 && !truths.includes(undefined) ? ['type:single-choice'] : []
  }
  return body.type === 'matching' ? bodyTags(body).filter((tag) => tag.startsWith('type:')) : []
}

const SHAPES = {
  2: {
    manifest: 'http://www.imsglobal.org/xsd/imscp_v1p1',
    schemas:
      'http://www.imsglobal.org/xsd/imscp_v1p1 http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd',
    schema: 'QTIv2.1 Package',
    schemaversion: '1.0.0',
    item: 'imsqti_item_xmlv2p1',
    test: 'imsqti_test_xmlv2p1',
    asi: 'http://www.imsglobal.org/xsd/imsqti_v2p1',
  },
  3: {
    manifest: 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1',
    schemas:
      'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1 https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd',
    schema: 'QTI Package',
    schemaversion: '3.0.0',
    item: 'imsqti_item_xmlv3p0',
    test: 'imsqti_test_xmlv3p0',
    asi: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
  },
}

function packageOf({ items, media, locale }: WriteInput, version: QtiVersion): WrittenFile {
  const carried = items.filter((item) => !qtiLosses(item).includes('type_not_carried'))
  const files = new Map<string, Uint8Array>()
  const text = (path: string, content: string) => files.set(path, new TextEncoder().encode(content))
  const mediaAt = (id: string) => {
    const file = media.get(id)
    return file && { address: `../media/${fileNameOf(id, file)}`, file }
  }
  const listed = carried.map((item, index) => {
    const identifier = `item-${String(index + 1).padStart(4, '0')}`
    const ids = [...new Set(richTextsOf(item).flatMap(mediaIdsOf))].filter((id) => media.has(id))
    return {
      item,
      identifier,
      path: `items/${identifier}.xml`,
      mediaPaths: ids.map((id) => mediaAt(id)!.address.slice(3)),
      ids,
    }
  })
  text('imsmanifest.xml', manifestXml(listed, version))
  text('test.xml', testXml(listed, version))
  for (const { item, identifier, path } of listed) text(path, itemXml(item, identifier, version, mediaAt, locale))
  for (const id of new Set(listed.flatMap((one) => one.ids))) {
    const file = media.get(id)
    if (file) files.set(`media/${fileNameOf(id, file)}`, file.bytes)
  }
  return { bytes: makeZip(files), extension: 'zip', mime: 'application/zip' }
}

interface Listed {
  item: ItemDraft
  identifier: string
  path: string
  mediaPaths: string[]
}

function manifestXml(listed: readonly Listed[], version: QtiVersion): string {
  const shape = SHAPES[version]
  const file = (href: string) => `<file href="${escapeXml(href)}"/>`
  const resources = listed.map(
    ({ item, identifier, path, mediaPaths }) =>
      `<resource identifier="${identifier}" type="${shape.item}" href="${path}"><metadata>${lom(item)}</metadata>` +
      `${[path, ...mediaPaths].map(file).join('')}</resource>\n`,
  )
  const dependencies = listed.map(({ identifier }) => `<dependency identifierref="${identifier}"/>`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<manifest xmlns="${shape.manifest}" xmlns:imsmd="http://ltsc.ieee.org/xsd/LOM" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`,
    ` xsi:schemaLocation="${shape.schemas} http://ltsc.ieee.org/xsd/LOM http://www.imsglobal.org/xsd/imsmd_loose_v1p3p2.xsd" identifier="manifest">\n`,
    `<metadata><schema>${shape.schema}</schema><schemaversion>${shape.schemaversion}</schemaversion></metadata>\n`,
    '<organizations/>\n<resources>\n',
    `<resource identifier="test" type="${shape.test}" href="test.xml">${file('test.xml')}${dependencies.join('')}</resource>\n`,
    ...resources,
    '</resources>\n</manifest>\n',
  ].join('')
}

/** Code, tags and sources of an item where IEEE LOM has places for them. */
function lom(item: ItemDraft): string {
  const string = (text: string) => `<imsmd:string>${escapeXml(text)}</imsmd:string>`
  const tags = [...tagsOf(item), ...gradingTags(item.body), ...typeTags(item.body), ...unitTag(item)]
  const identifier = `<imsmd:identifier><imsmd:catalog>${CODE_CATALOG}</imsmd:catalog><imsmd:entry>${escapeXml(item.code)}</imsmd:entry></imsmd:identifier>`
  const general = [
    item.code === '' ? '' : identifier,
    ...tags.map((tag) => `<imsmd:keyword>${string(tag)}</imsmd:keyword>`),
  ].join('')
  const relations = item.sources.map(({ document, locator, url, role }) => {
    const kind = role === 'basis' ? 'isbasedon' : 'references'
    const address = `<imsmd:identifier><imsmd:catalog>URI</imsmd:catalog><imsmd:entry>${escapeXml(url)}</imsmd:entry></imsmd:identifier>`
    const described = [document, locator]
      .filter((text) => text !== '')
      .map((text) => `<imsmd:description>${string(text)}</imsmd:description>`)
    return (
      `<imsmd:relation><imsmd:kind><imsmd:source>LOMv1.0</imsmd:source><imsmd:value>${kind}</imsmd:value></imsmd:kind>` +
      `<imsmd:resource>${url === '' ? '' : address}${described.join('')}</imsmd:resource></imsmd:relation>`
    )
  })
  return `<imsmd:lom><imsmd:general>${general}</imsmd:general>${relations.join('')}</imsmd:lom>`
}

const unitTag = (item: ItemDraft) => (item.body.type === 'number' ? one('unit', item.body.unit) : [])

function testXml(listed: readonly Listed[], version: QtiVersion): string {
  const xml = new QtiXml(version)
  const references = listed.map(({ identifier, path }) => xml.el('assessmentItemRef', { identifier, href: path }))
  const section = xml.el('assessmentSection', { identifier: 'section', title: 'Thi Số', visible: true }, ...references)
  const part = xml.el(
    'testPart',
    { identifier: 'part', navigationMode: 'nonlinear', submissionMode: 'individual' },
    section,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml.el('assessmentTest', { xmlns: SHAPES[version].asi, identifier: 'test', title: 'Thi Số' }, part)}\n`
}
