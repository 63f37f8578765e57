import { type ItemBody, type ItemProblem, plainText } from '@thiso/contracts/vocab'
import type { TagContent } from './draft-tags.js'
import { decimalIn, groupOf, truthIn } from './moodle-answers.js'
import { interactionsIn, type QtiContent } from './qti-content.js'
import { bestKeys, type ResponseKey, responseKey, toleranceOf } from './qti-keys.js'
import { child, childrenOf, descendantsOf, type XmlElement } from './safe-xml.js'

/** Interactions of QTI as bodies of items. */

export interface QtiItem {
  /** The item element, with the names of QTI 2. */
  element: XmlElement
  content: QtiContent
  tags: TagContent
  problems: ItemProblem[]
  notes: { about: string; html: string }[]
}

/** Interactions that stand within a sentence and leave a gap in it. */
export const INLINE = new Set(['textEntryInteraction', 'inlineChoiceInteraction'])

/** The body of an item; a string when it is none of ours: what it is. */
export function readInteractions(item: QtiItem, stem: string): ItemBody | string {
  const interactions = interactionsIn(child(item.element, 'itemBody'))
  const [interaction] = interactions
  if (!interaction) return 'interaction × 0'
  if (interactions.length > 1) {
    return truthQuestions(item, stem, interactions) ?? `${interaction.local} × ${interactions.length}`
  }
  const key = responseKey(item.element, interaction.attributes['responseIdentifier'] ?? '')
  switch (interaction.local) {
    case 'choiceInteraction':
    case 'inlineChoiceInteraction':
      return choice(item, stem, interaction, key)
    case 'orderInteraction':
      return ordering(item, stem, interaction, key)
    case 'matchInteraction':
      return matching(item, stem, interaction, key)
    case 'associateInteraction':
      return associating(item, stem, interaction, key) ?? interaction.local
    case 'textEntryInteraction':
      return textEntry(item, stem, interaction, key)
    default:
      return interaction.local
  }
}

interface Choice {
  identifier: string
  html: string
}

/** The choices of an interaction with their texts; feedback that stands within them goes to the notes. */
function choicesOf(item: QtiItem, elements: readonly XmlElement[]): Choice[] {
  return elements.map((element) => {
    const html = item.content.html(element)
    for (const feedback of descendantsOf(element, 'feedbackInline', 'feedbackBlock'))
      item.notes.push({ about: plainText(html), html: item.content.html(feedback) })
    return { identifier: (element.attributes['identifier'] ?? '').trim(), html }
  })
}

/** Where in a list the values point; a value that no choice has is told. */
function placesOf(item: QtiItem, choices: readonly Choice[], values: readonly string[]): number[] {
  const places = new Map(choices.map((choice, place) => [choice.identifier, place]))
  for (const value of values) if (!places.has(value)) item.problems.push({ code: 'key_out_of_range', detail: value })
  return [...new Set(values.flatMap((value) => places.get(value) ?? []))]
}

function choice(item: QtiItem, stem: string, interaction: XmlElement, key: ResponseKey): ItemBody {
  const choices = choicesOf(item, descendantsOf(interaction, 'simpleChoice', 'inlineChoice'))
  const options = choices.map((one) => one.html)
  const nameOf = (identifier: string) =>
    plainText(choices.find((one) => one.identifier === identifier)?.html ?? identifier)
  const max = decimalIn(interaction.attributes['maxChoices'] ?? '1') ?? 1
  const isSingle = interaction.local === 'inlineChoiceInteraction' || key.cardinality === 'single' || max === 1
  if (!isSingle) {
    const positive = key.mapping.filter((entry) => entry.value > 0).map((entry) => entry.key)
    const keys = placesOf(item, choices, key.correct.length > 0 ? key.correct : positive).sort((a, b) => a - b)
    return { type: 'multiple-choice', stem, options, keys, grading: key.isMapped ? 'partial' : 'all-or-nothing' }
  }
  const best = bestKeys(key, item.problems, nameOf)
  const right = placesOf(item, choices, key.correct.length > 0 ? key.correct : best)
  if (right.length > 1) {
    item.problems.push({ code: 'several_keys', detail: right.map((place) => place + 1).join(', ') })
    return { type: 'multiple-choice', stem, options, keys: right.sort((a, b) => a - b), grading: 'partial' }
  }
  const truths = options.map((option) => truthIn(plainText(option)))
  const isTruth =
    truths.length === 2 && truths.includes(true) && truths.includes(false) && item.tags.type !== 'single-choice'
  if (isTruth && right.length === 1) return { type: 'true-false', stem, isTrue: truths[right[0] as number] === true }
  return { type: 'single-choice', stem, options, key: right[0] ?? -1 }
}

function ordering(item: QtiItem, stem: string, interaction: XmlElement, key: ResponseKey): ItemBody {
  const choices = choicesOf(item, descendantsOf(interaction, 'simpleChoice'))
  const order = placesOf(item, choices, key.correct)
  if (order.length === 0) item.problems.push({ code: 'key_missing', detail: '' })
  const rest = [...choices.keys()].filter((place) => !order.includes(place))
  if (order.length > 0)
    for (const place of rest)
      item.problems.push({ code: 'part_ignored', detail: plainText((choices[place] as Choice).html) })
  const entries = (order.length > 0 ? order : rest).map((place) => (choices[place] as Choice).html)
  const isPartial = item.tags.grading === 'partial' || key.isMapped
  return { type: 'ordering', stem, entries, grading: isPartial ? 'partial' : 'all-or-nothing' }
}

function matching(item: QtiItem, stem: string, interaction: XmlElement, key: ResponseKey): ItemBody {
  const sets = childrenOf(interaction, 'simpleMatchSet').map((set) =>
    choicesOf(item, childrenOf(set, 'simpleAssociableChoice')),
  )
  const pairs = pairsOf(key)
  if (pairs.length === 0) item.problems.push({ code: 'key_missing', detail: '' })
  const [rows = [], columns = []] = sets
  const [first, second] = [partners(pairs), partners(pairs.map(([a, b]) => [b, a] as const))]
  const severalIn = (list: readonly Choice[], partnersOf: Map<string, string[]>) =>
    list.find((one) => (partnersOf.get(one.identifier)?.length ?? 0) > 1)
  // Which side is asked is a matter of layout: it is the one whose entries have one partner each.
  const isTurned = severalIn(rows, first) !== undefined && severalIn(columns, second) === undefined
  const [prompts, choices, partnersOf] = isTurned ? [columns, rows, second] : [rows, columns, first]
  const several = severalIn(prompts, partnersOf)
  if (several) item.problems.push({ code: 'several_keys', detail: plainText(several.html) })
  const htmlOf = new Map(choices.map((one) => [one.identifier, one.html]))
  const partner = (prompt: Choice) => partnersOf.get(prompt.identifier)?.[0] ?? ''
  const used = new Set(prompts.map(partner))
  const asked = prompts.map((prompt) => ({ prompt: prompt.html, choice: htmlOf.get(partner(prompt)) ?? '' }))
  const distractors = choices.filter((one) => !used.has(one.identifier)).map((one) => one.html)
  return matchingBody(item, stem, asked, distractors, key.isMapped ? 'partial' : 'all-or-nothing')
}

function partners(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [one, other] of pairs) found.set(one, [...(found.get(one) ?? []).slice(0, 1), other])
  return found
}

function matchingBody(
  item: QtiItem,
  stem: string,
  asked: { prompt: string; choice: string }[],
  distractors: string[],
  grading: 'partial' | 'all-or-nothing',
): ItemBody {
  const words = [...asked.map((pair) => pair.choice), ...distractors].map(plainText)
  if (words.every((word) => truthIn(word) !== undefined) && asked.every((pair) => pair.choice !== '')) {
    const said = asked.map(({ prompt, choice }) => ({ prompt, choice: plainText(choice) }))
    const group = groupOf(stem, said, item.tags)
    if (group.type === 'true-false-group') return { ...group, grading: item.tags.grading ?? grading }
  }
  return { type: 'matching', stem, pairs: asked, distractors, grading }
}

function pairsOf(key: ResponseKey): (readonly [string, string])[] {
  const values =
    key.correct.length > 0 ? key.correct : key.mapping.filter((entry) => entry.value > 0).map((entry) => entry.key)
  return values.map((value) => {
    const [first = '', second = ''] = value.split(/\s+/)
    return [first, second] as const
  })
}

/** Pairs within one list: a matching when nothing belongs to two pairs; what belongs to none is a distractor. */
function associating(item: QtiItem, stem: string, interaction: XmlElement, key: ResponseKey): ItemBody | null {
  const choices = choicesOf(item, descendantsOf(interaction, 'simpleAssociableChoice'))
  const named = new Map(choices.map((one) => [one.identifier, one]))
  const pairs = pairsOf(key).map((pair) => pair.map((one) => named.get(one)))
  const members = pairs.flat()
  const taken = new Set(members)
  if (taken.has(undefined) || taken.size !== members.length || pairs.length === 0) return null
  return {
    type: 'matching',
    stem,
    pairs: pairs.map(([prompt, choice]) => ({ prompt: prompt?.html ?? '', choice: choice?.html ?? '' })),
    distractors: choices.filter((one) => !taken.has(one)).map((one) => one.html),
    grading: key.isMapped ? 'partial' : 'all-or-nothing',
  }
}

function textEntry(item: QtiItem, stem: string, interaction: XmlElement, key: ResponseKey): ItemBody {
  if (key.baseType === 'integer' || key.baseType === 'float') {
    const [written = '', ...others] = key.correct.length > 0 ? key.correct : bestKeys(key, item.problems)
    for (const other of others) item.problems.push({ code: 'part_ignored', detail: other })
    const value = decimalIn(written)
    if (value === null) {
      if (written !== '') item.problems.push({ code: 'unreadable', detail: written.slice(0, 60) })
      return { type: 'number', stem, value: null as unknown as number, tolerance: 0, unit: item.tags.unit }
    }
    const identifier = interaction.attributes['responseIdentifier'] ?? ''
    return { type: 'number', stem, ...toleranceOf(item.element, identifier, value), unit: item.tags.unit }
  }
  const accepted = [...new Set([...key.correct, ...bestKeys(key, item.problems)])].filter((text) => text !== '')
  return { type: 'short-text', stem, accepted, ignoresDiacritics: item.tags.ignoresDiacritics }
}

/** Several small questions, each with the choices true and false, are one group of statements. */
function truthQuestions(item: QtiItem, stem: string, interactions: readonly XmlElement[]): ItemBody | null {
  const statements = interactions.map((interaction) => {
    const prompt = item.content.html(child(interaction, 'prompt'))
    const isChoice = interaction.local === 'choiceInteraction' && prompt !== ''
    const key = responseKey(item.element, interaction.attributes['responseIdentifier'] ?? '')
    const body = isChoice ? choice({ ...item, problems: [] }, '', interaction, key) : null
    return body?.type === 'true-false' ? { text: prompt, isTrue: body.isTrue } : null
  })
  if (statements.includes(null)) return null
  return {
    type: 'true-false-group',
    stem,
    statements: statements as { text: string; isTrue: boolean }[],
    grading: 'partial',
  }
}
