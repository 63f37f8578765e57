import type { ItemProblem } from '@thiso/contracts/vocab'
import { decimalIn } from './moodle-answers.js'
import { valuesOf } from './qti-names.js'
import { child, childrenOf, descendantsOf, textOf, type XmlElement } from './safe-xml.js'

/** What a QTI item says of right answers: in response declarations, in mappings, and in the rules that give points. */

export interface MapEntry {
  key: string
  value: number
}

export interface ResponseKey {
  cardinality: string
  baseType: string
  /** Values of the right response, in their order. */
  correct: string[]
  mapping: MapEntry[]
  /** Do points come from the mapping, so that a part of the answer gains a part of the points? */
  isMapped: boolean
}

/** The key of one interaction; without a declaration one that says nothing. */
export function responseKey(item: XmlElement, identifier: string): ResponseKey {
  const declaration = childrenOf(item, 'responseDeclaration').find((one) => one.attributes['identifier'] === identifier)
  const processing = child(item, 'responseProcessing')
  const mapping = childrenOf(child(declaration, 'mapping'), 'mapEntry').map((entry) => ({
    key: (entry.attributes['mapKey'] ?? '').trim(),
    value: decimalIn(entry.attributes['mappedValue'] ?? '') ?? 0,
  }))
  const declared = valuesOf(child(declaration, 'correctResponse'))
  return {
    cardinality: declaration?.attributes['cardinality'] ?? 'single',
    baseType: declaration?.attributes['baseType'] ?? 'identifier',
    correct: declared.length > 0 ? declared : comparedWith(processing, identifier),
    mapping,
    isMapped: mapping.length > 0 && usesMapping(processing, identifier),
  }
}

function usesMapping(processing: XmlElement | undefined, identifier: string): boolean {
  if (!processing) return true
  const template = processing.attributes['template'] ?? processing.attributes['templateLocation'] ?? ''
  if (template !== '') return /map_response/i.test(template)
  return descendantsOf(processing, 'mapResponse').some((one) => one.attributes['identifier'] === identifier)
}

/** Values that rules compare the response with, for items whose key stands only there. */
function comparedWith(processing: XmlElement | undefined, identifier: string): string[] {
  const comparisons = descendantsOf(processing, 'match', 'equal', 'stringMatch', 'member', 'equalRounded')
  const values = comparisons
    .filter((one) => childrenOf(one, 'variable').some((variable) => variable.attributes['identifier'] === identifier))
    .flatMap((one) => descendantsOf(one, 'baseValue').map((value) => textOf(value).trim()))
  return [...new Set(values)]
}

/**
 * How far a typed number may be off: from the rule that compares the response. A percentage is taken of the value; what is rounded may
 * be off by half of the last digit; a tolerance that differs below and above moves the middle.
 */
export function toleranceOf(item: XmlElement, identifier: string, value: number): { value: number; tolerance: number } {
  const rule = descendantsOf(child(item, 'responseProcessing'), 'equal', 'equalRounded').find((one) =>
    childrenOf(one, 'variable').some((variable) => variable.attributes['identifier'] === identifier),
  )
  if (!rule) return { value, tolerance: 0 }
  if (rule.local === 'equalRounded') {
    const figures = decimalIn(rule.attributes['figures'] ?? '') ?? 0
    const isDecimal = (rule.attributes['roundingMode'] ?? '') === 'decimalPlaces'
    const digits = isDecimal ? figures : figures - 1 - Math.floor(Math.log10(Math.abs(value) || 1))
    return { value, tolerance: tidy(0.5 * 10 ** -digits) }
  }
  const mode = rule.attributes['toleranceMode'] ?? 'exact'
  if (mode === 'exact') return { value, tolerance: 0 }
  const [below = 0, above = below] = (rule.attributes['tolerance'] ?? '')
    .trim()
    .split(/\s+/)
    .map((one) => Math.abs(decimalIn(one) ?? 0))
    .map((one) => (mode === 'relative' ? (one / 100) * Math.abs(value) : one))
  if (below === above) return { value, tolerance: tidyUnlessExact(below, mode) }
  return { value: tidy(value + (above - below) / 2), tolerance: tidy((above + below) / 2) }
}

const tidy = (number: number) => Number(number.toPrecision(12))
const tidyUnlessExact = (number: number, mode: string) => (mode === 'relative' ? tidy(number) : number)

/** The points of the item: what it can gain at most, in the places where programs say it; null when none does. */
export function pointsOf(item: XmlElement): number | null {
  const outcomes = childrenOf(item, 'outcomeDeclaration')
  const named = (name: string) => outcomes.find((one) => one.attributes['identifier']?.toUpperCase() === name)
  const max = decimalIn(valuesOf(child(named('MAXSCORE') ?? named('MAX_SCORE'), 'defaultValue'))[0] ?? '')
  const normal = decimalIn(named('SCORE')?.attributes['normalMaximum'] ?? '')
  return [max, normal].find((one) => one !== null && one > 0) ?? null
}

/** Keys of the mapping that gain the most; those that gain less are told as part_ignored. */
export function bestKeys(key: ResponseKey, problems: ItemProblem[], nameOf = (value: string) => value): string[] {
  const best = key.mapping.reduce((most, entry) => Math.max(most, entry.value), 0)
  if (best <= 0) return []
  for (const entry of key.mapping)
    if (entry.value > 0 && entry.value < best) problems.push({ code: 'part_ignored', detail: nameOf(entry.key) })
  return key.mapping.filter((entry) => entry.value === best).map((entry) => entry.key)
}
