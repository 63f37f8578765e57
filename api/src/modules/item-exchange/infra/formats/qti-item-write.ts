import { type ItemBody, type ItemDraft, plainText } from '@thiso/contracts/vocab'
import { type MediaAddress, type QtiVersion, qtiContent } from './qti-content-write.js'
import { attributeIn3, EXPLANATION, elementIn3, TOOL } from './qti-names.js'
import { escapeXml } from './safe-xml.js'
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

type Attributes = Record<string, string | number | boolean | undefined>

/** Writes elements of QTI with the names of the version. */
export class QtiXml {
  constructor(readonly version: QtiVersion) {}

  el(name: string, attributes: Attributes, ...children: string[]): string {
    const is3 = this.version === 3
    const tag = is3 ? elementIn3(name) : name
    const written = Object.entries(attributes)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => ` ${is3 ? attributeIn3(key) : key}="${escapeXml(String(value))}"`)
      .join('')
    const inner = children.join('')
    return inner === '' ? `<${tag}${written}/>` : `<${tag}${written}>${inner}</${tag}>`
  }

  value(value: string | number): string {
    return this.el('value', {}, escapeXml(String(value)))
  }
}

/** What differs by type: the declaration of the response, the interaction, and how it gains points. */
interface Parts {
  declaration: string
  interaction: string
  /** `mapped`: by the mapping of the declaration; otherwise a condition under which all points are gained. */
  gain: 'mapped' | { condition: string; isTemplate: boolean }
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

function partsOf(
  body: ItemBody,
  points: number,
  xml: QtiXml,
  html: (text: string) => string,
  locale: 'vi' | 'en',
): Parts {
  const RESPONSE = 'RESPONSE'
  const isRight = xml.el(
    'match',
    {},
    xml.el('variable', { identifier: RESPONSE }),
    xml.el('correct', { identifier: RESPONSE }),
  )
  const matched: Parts['gain'] = { condition: isRight, isTemplate: true }
  const declare = (cardinality: string, baseType: string, correct: readonly string[], mapping = '') =>
    xml.el(
      'responseDeclaration',
      { identifier: RESPONSE, cardinality, baseType },
      xml.el('correctResponse', {}, ...correct.map((value) => xml.value(value))),
      mapping,
    )
  /** Points by value; none below nothing, none above all. */
  const map = (entries: readonly (readonly [string, number])[], more: Attributes = {}) =>
    xml.el(
      'mapping',
      { lowerBound: 0, upperBound: points, defaultValue: 0 },
      ...entries.map(([mapKey, mappedValue]) => xml.el('mapEntry', { mapKey, mappedValue, ...more })),
    )
  const choices = (options: readonly string[], maxChoices: number, names: readonly string[], shuffle: boolean) =>
    xml.el(
      'choiceInteraction',
      { responseIdentifier: RESPONSE, shuffle, maxChoices },
      ...options.map((option, index) => xml.el('simpleChoice', { identifier: names[index] }, html(option))),
    )
  const named = (letter: string, texts: readonly unknown[]) => texts.map((_, index) => `${letter}${index + 1}`)
  const truths = locale === 'vi' ? ['Đúng', 'Sai'] : ['True', 'False']
  const TRUTH_NAMES = ['TRUE', 'FALSE']
  const associable = (names: readonly string[], texts: readonly string[], matchMax: number) =>
    xml.el(
      'simpleMatchSet',
      {},
      ...texts.map((text, index) =>
        xml.el('simpleAssociableChoice', { identifier: names[index], matchMax }, html(text)),
      ),
    )
  const match = (
    pairs: readonly string[],
    isPartial: boolean,
    prompts: string,
    choiceSet: string,
    shuffle: boolean,
  ): Parts => ({
    declaration: declare(
      'multiple',
      'directedPair',
      pairs,
      isPartial ? map(pairs.map((pair) => [pair, points / pairs.length])) : '',
    ),
    interaction: xml.el(
      'matchInteraction',
      {
        responseIdentifier: RESPONSE,
        shuffle,
        maxAssociations: pairs.length,
        ...(xml.version === 3 && !shuffle ? { class: 'qti-match-tabular' } : {}),
      },
      prompts,
      choiceSet,
    ),
    gain: isPartial ? 'mapped' : matched,
  })
  switch (body.type) {
    case 'single-choice': {
      const names = named('C', body.options)
      return {
        declaration: declare('single', 'identifier', [names[body.key] as string]),
        interaction: choices(body.options, 1, names, true),
        gain: matched,
      }
    }
    case 'true-false':
      return {
        declaration: declare('single', 'identifier', [TRUTH_NAMES[body.isTrue ? 0 : 1] as string]),
        interaction: choices(truths, 1, TRUTH_NAMES, false),
        gain: matched,
      }
    case 'multiple-choice': {
      const names = named('C', body.options)
      const right = body.keys.map((key) => names[key] as string)
      const wrongCount = Math.max(1, names.length - right.length)
      const entries = names.map(
        (name) => [name, right.includes(name) ? points / right.length : -points / wrongCount] as const,
      )
      const isPartial = body.grading === 'partial'
      return {
        declaration: declare('multiple', 'identifier', right, isPartial ? map(entries) : ''),
        interaction: choices(body.options, 0, names, true),
        gain: isPartial ? 'mapped' : matched,
      }
    }
    case 'true-false-group': {
      const names = named('S', body.statements)
      const pairs = body.statements.map(({ isTrue }, index) => `${names[index]} ${TRUTH_NAMES[isTrue ? 0 : 1]}`)
      const statements = associable(
        names,
        body.statements.map((statement) => statement.text),
        1,
      )
      return match(pairs, body.grading !== 'all-or-nothing', statements, associable(TRUTH_NAMES, truths, 0), false)
    }
    case 'matching': {
      const prompts = named('P', body.pairs)
      const texts = [...body.pairs.map((pair) => pair.choice), ...body.distractors]
      const names = named('C', texts)
      const pairs = prompts.map((prompt, index) => `${prompt} ${names[index]}`)
      const asked = associable(
        prompts,
        body.pairs.map((pair) => pair.prompt),
        1,
      )
      return match(pairs, body.grading === 'partial', asked, associable(names, texts, 1), true)
    }
    case 'ordering': {
      const names = named('E', body.entries)
      return {
        declaration: declare('ordered', 'identifier', names),
        interaction: xml.el(
          'orderInteraction',
          { responseIdentifier: RESPONSE, shuffle: true },
          ...body.entries.map((entry, index) => xml.el('simpleChoice', { identifier: names[index] }, html(entry))),
        ),
        gain: matched,
      }
    }
    case 'short-text': {
      const entry = xml.el('textEntryInteraction', { responseIdentifier: RESPONSE, expectedLength: 30 })
      const mapping = map(
        body.accepted.map((text) => [text, points] as const),
        { caseSensitive: false },
      )
      return {
        declaration: declare('single', 'string', body.accepted.slice(0, 1), mapping),
        interaction: `<div class="answer">${entry}</div>`,
        gain: 'mapped',
      }
    }
    case 'number': {
      const entry = xml.el('textEntryInteraction', { responseIdentifier: RESPONSE, expectedLength: 15 })
      const { tolerance } = body
      const within =
        tolerance === 0
          ? { toleranceMode: 'exact' }
          : {
              toleranceMode: 'absolute',
              tolerance: `${tolerance} ${tolerance}`,
              includeLowerBound: true,
              includeUpperBound: true,
            }
      const condition = xml.el(
        'equal',
        within,
        xml.el('variable', { identifier: RESPONSE }),
        xml.el('correct', { identifier: RESPONSE }),
      )
      return {
        declaration: declare('single', 'float', [String(body.value)]),
        interaction: `<div class="answer">${entry}${body.unit === '' ? '' : ` ${escapeXml(body.unit)}`}</div>`,
        gain: { condition, isTemplate: false },
      }
    }
  }
}
