import type { ItemType } from '@thiso/contracts/vocab'

/** The parts of a printed paper, in the order of the school-leaving exam since 2025; what that exam does not have comes last. */
export const PARTS = ['choice', 'truth', 'answer', 'arrange'] as const
export type Part = (typeof PARTS)[number]

/** The types of each part. Items of one type stand together, so that one answer sheet fits every code. */
export const TYPES_OF: Record<Part, readonly ItemType[]> = {
  choice: ['single-choice', 'multiple-choice'],
  truth: ['true-false-group', 'true-false'],
  answer: ['number', 'short-text'],
  arrange: ['ordering', 'matching'],
}

const TYPES_IN_ORDER = PARTS.flatMap((part) => TYPES_OF[part])

export interface Numbered<T> {
  part: Part
  /** Among the parts that the paper has, from 1. */
  ordinal: number
  entries: { number: number; entry: T }[]
}

/** PP-2: the items by part, each part numbered from 1; parts that the paper does not have are left out. */
export function partsOf<T extends { type: ItemType }>(entries: readonly T[]): Numbered<T>[] {
  return PARTS.map((part) => ({ part, own: entries.filter(({ type }) => TYPES_OF[part].includes(type)) }))
    .filter(({ own }) => own.length > 0)
    .map(({ part, own }, index) => ({
      part,
      ordinal: index + 1,
      entries: own.map((entry, place) => ({ number: place + 1, entry })),
    }))
}

/** PP-2: items of one type together, types in the order of the parts; otherwise as they came. */
export function inPartOrder<T extends { type: ItemType }>(entries: readonly T[]): T[] {
  return TYPES_IN_ORDER.flatMap((type) => entries.filter((entry) => entry.type === type))
}

const ROMAN = ['I', 'II', 'III', 'IV'] as const

export function romanOf(ordinal: number): string {
  return ROMAN[ordinal - 1] as string
}
