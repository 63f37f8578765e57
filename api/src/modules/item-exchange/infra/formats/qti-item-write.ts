import { type ItemDraft, plainText } from '@thiso/contracts/vocab'
import { type MediaAddress, type QtiVersion, qtiContent } from './qti-content-write.js'
import { type Parts, partsOf } from './qti-interaction-write.js'
import { EXPLANATION, TOOL } from './qti-names.js'
import { QtiXml } from './qti-xml.js'
import { shortened } from './text-formats.js'

/** One item as XML of QTI 2.1 or 3.0. */

const NAMESPACES = {
  2: 'http://www.imsglobal.org/xsd/imsqti_v2p1',
  3: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
}
const SCHEMAS = {
  2: 'http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd',
  3: 'https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd',
}
const TEMPLATES = {
  2: {
    match: 'http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct',
    map: 'http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response',
  },
  3: {
    match: 'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml',
    map: 'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response.xml',
  },
}

export function itemXml(
  item: ItemDraft,
  identifier: string,
  version: QtiVersion,
  mediaAt: MediaAddress,
  locale: 'vi' | 'en',
): string {
  const xml = new QtiXml(version)
  const html = (text: string) => qtiContent(text, version, mediaAt)
  const { declaration, interaction, gain } = partsOf(item.body, item.points, xml, html, locale)
  const title = shortened(plainText(item.body.stem)) || identifier
  const explanation = html(item.explanation)
  const outcome = (name: string, value: number) =>
    xml.el(
      'outcomeDeclaration',
      { identifier: name, cardinality: 'single', baseType: 'float' },
      xml.el('defaultValue', {}, xml.value(value)),
    )
  const feedbackShown = xml.el('outcomeDeclaration', {
    identifier: 'FEEDBACK',
    cardinality: 'single',
    baseType: 'identifier',
  })
  const feedback = xml.el(
    'modalFeedback',
    { outcomeIdentifier: 'FEEDBACK', identifier: EXPLANATION, showHide: 'show' },
    version === 3 ? xml.el('contentBody', {}, explanation) : explanation,
  )
  const schema = `${NAMESPACES[version]} ${SCHEMAS[version]}`
  const root = xml.el(
    'assessmentItem',
    {
      xmlns: NAMESPACES[version],
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': schema,
      identifier,
      title,
      adaptive: false,
      timeDependent: false,
      'xml:lang': 'vi',
      toolName: TOOL,
      toolVersion: '1',
    },
    declaration,
    outcome('SCORE', 0),
    outcome('MAXSCORE', item.points),
    ...(explanation === '' ? [] : [feedbackShown]),
    xml.el('itemBody', {}, `<div class="stem">${html(item.body.stem)}</div>`, interaction),
    processing(gain, item.points, explanation !== '', xml),
    ...(explanation === '' ? [] : [feedback]),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
}

function processing(gain: Parts['gain'], points: number, hasFeedback: boolean, xml: QtiXml): string {
  const templates = TEMPLATES[xml.version]
  if (!hasFeedback && gain === 'mapped') return xml.el('responseProcessing', { template: templates.map })
  if (!hasFeedback && gain !== 'mapped' && gain.isTemplate && points === 1)
    return xml.el('responseProcessing', { template: templates.match })
  const set = (identifier: string, expression: string) => xml.el('setOutcomeValue', { identifier }, expression)
  const score = (value: number) => set('SCORE', xml.el('baseValue', { baseType: 'float' }, String(value)))
  const rule =
    gain === 'mapped'
      ? set('SCORE', xml.el('mapResponse', { identifier: 'RESPONSE' }))
      : xml.el(
          'responseCondition',
          {},
          xml.el('responseIf', {}, gain.condition, score(points)),
          xml.el('responseElse', {}, score(0)),
        )
  const shown = set('FEEDBACK', xml.el('baseValue', { baseType: 'identifier' }, EXPLANATION))
  return xml.el('responseProcessing', {}, rule, ...(hasFeedback ? [shown] : []))
}
