import type { ItemBody } from '@thiso/contracts/vocab'
import type { Attributes, QtiXml } from './qti-xml.js'
import { escapeXml } from './safe-xml.js'

/** What differs by type: the declaration of the response, the interaction, and how it gains points. */
export interface Parts {
  declaration: string
  interaction: string
  /** `mapped`: by the mapping of the declaration; otherwise a condition under which all points are gained. */
  gain: 'mapped' | { condition: string; isTemplate: boolean }
}

export function partsOf(
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
