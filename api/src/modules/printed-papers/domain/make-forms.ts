import type { ItemKey, ItemQuestion, ItemType } from '@thiso/contracts/vocab'
import { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import { movableCount } from './option-references.js'
import { keyPlaces, type OrderRules, partOrders } from './option-orders.js'
import { paperCodes } from './paper-codes.js'
import { inPartOrder } from './paper-parts.js'
import { indices, placeOrders } from './place-orders.js'

/** One place of a printed paper: which item, and the indices of `ItemQuestion` in the order in which this code shows them. */
export interface FormPlace {
  itemVersionId: string
  optionOrder: number[]
  choiceOrder: number[]
}

/** What is printed under one code (mã đề), in the order of the places. */
export interface PaperForm {
  code: string
  places: FormPlace[]
}

/** An item on its way to paper; the key says which part is spread evenly and which order must not be shown. */
export interface PrintItem {
  itemVersionId: string
  question: ItemQuestion
  key: ItemKey
}

/**
 * PP-2 to PP-5: the forms of a printed paper, a pure function of its parameters: the same items under every code; items change places
 * among those of their type (`placeOrders`), options among those that may move (`partOrders`, `keyPlaces`).
 * @param seed at least 16 secret bytes
 * @param items in the order in which they stand when nothing is shuffled
 * @param isShuffled false: places and options as given under every code; only what must not show its answer is shuffled, once
 */
export function makeForms(
  seed: Buffer,
  items: readonly PrintItem[],
  codeCount: number,
  isShuffled: boolean,
): PaperForm[] {
  const random = new DeterministicRandom(seed)
  const codes = paperCodes(random, codeCount)
  const ordered = inPartOrder(items.map((item) => ({ ...item, type: item.question.type })))
  const orders = isShuffled ? shuffledOrders(random, ordered, codeCount) : givenOrders(random, ordered, codeCount)
  const types = [...new Set(ordered.map(({ type }) => type))]
  const byType = types.map((type) => {
    const own = ordered.flatMap((item, index) => (item.type === type ? [index] : []))
    return isShuffled
      ? placeOrders(random, own.length, codeCount).map((order) => order.map((place) => own[place] as number))
      : codes.map(() => own)
  })
  return codes.map((code, codeIndex) => ({
    code,
    places: byType
      .flatMap((rows) => rows[codeIndex] as number[])
      .map((index) => ({
        itemVersionId: (ordered[index] as PrintItem).itemVersionId,
        ...((orders[index] as Orders[])[codeIndex] as Orders),
      })),
  }))
}

type Orders = Pick<FormPlace, 'optionOrder' | 'choiceOrder'>
type TypedItem = PrintItem & { type: ItemType }

/** Orders of the parts by item, then by code. */
function shuffledOrders(random: DeterministicRandom, items: readonly TypedItem[], codeCount: number): Orders[][] {
  const anchorPlaces = anchorPlacesOf(random, items, codeCount)
  return items.map((item, index) => {
    const { options, choices } = item.question
    const movable = movableOf(item)
    const fixed = indices(options.length).slice(movable)
    const places = anchorPlaces.get(index)
    const rules: OrderRules =
      item.key.type === 'ordering'
        ? { forbidden: item.key.order }
        : places
          ? { anchor: anchorOf(item.key), anchorPlaces: places }
          : {}
    const optionOrders =
      movable === 0 ? indices(codeCount).map(() => []) : partOrders(random, movable, codeCount, rules)
    const choiceOrders =
      choices.length === 0 ? indices(codeCount).map(() => []) : partOrders(random, choices.length, codeCount)
    return optionOrders.map((order, code) => ({
      optionOrder: [...order, ...fixed],
      choiceOrder: choiceOrders[code] as number[],
    }))
  })
}

/** Parts as given; entries and choices, whose given order is the order of their text, in one order of chance for all codes. */
function givenOrders(random: DeterministicRandom, items: readonly TypedItem[], codeCount: number): Orders[][] {
  return items.map(({ question, key }) => {
    const [optionOrder] =
      key.type === 'ordering'
        ? partOrders(random, question.options.length, 1, { forbidden: key.order })
        : [indices(question.options.length)]
    const [choiceOrder] = question.choices.length > 0 ? partOrders(random, question.choices.length, 1) : [[]]
    const orders = { optionOrder: optionOrder as number[], choiceOrder: choiceOrder as number[] }
    return indices(codeCount).map(() => orders)
  })
}

/** For items of one type with equally many movable parts: where the anchor of each stands in each code. */
function anchorPlacesOf(
  random: DeterministicRandom,
  items: readonly TypedItem[],
  codeCount: number,
): Map<number, number[]> {
  const groups = new Map<string, number[]>()
  items.forEach((item, index) => {
    const movable = movableOf(item)
    if (item.key.type === 'ordering' || movable < 2 || anchorOf(item.key) >= movable) return
    const group = `${item.type} ${movable}`
    groups.set(group, [...(groups.get(group) ?? []), index])
  })
  const placesOf = new Map<number, number[]>()
  for (const own of groups.values()) {
    const movable = movableOf(items[own[0] as number] as TypedItem)
    for (const [at, places] of keyPlaces(random, own.length, movable, codeCount).entries())
      placesOf.set(own[at] as number, places)
  }
  return placesOf
}

function movableOf({ type, question: { options } }: TypedItem): number {
  return type === 'ordering' || type === 'matching' ? options.length : movableCount(options)
}

/** The part whose place is spread evenly over the codes. */
function anchorOf(key: ItemKey): number {
  if (key.type === 'single-choice') return key.option
  if (key.type === 'multiple-choice') return key.options[0] ?? 0
  return 0
}
