import type { Grading, ItemType } from './items.js'

/**
 * An item as its author writes it, key included. Texts are limited rich text: a subset of HTML (docs/SPEC.md, IB-9), with formulas as
 * LaTeX between `\(` and `\)` and media as `<img src="media:ID" alt="…">` and `<audio src="media:ID" title="…">`.
 */
export type ItemBody =
  | { type: 'single-choice'; stem: string; options: string[]; key: number }
  | { type: 'multiple-choice'; stem: string; options: string[]; keys: number[]; grading: 'all-or-nothing' | 'partial' }
  | { type: 'true-false'; stem: string; isTrue: boolean }
  | {
      type: 'true-false-group'
      stem: string
      statements: { text: string; isTrue: boolean }[]
      grading: 'stepped' | 'partial' | 'all-or-nothing'
    }
  | { type: 'short-text'; stem: string; accepted: string[]; ignoresDiacritics: boolean }
  | { type: 'number'; stem: string; value: number; tolerance: number; unit: string }
  /** `entries` in the right order. */
  | { type: 'ordering'; stem: string; entries: string[]; grading: 'all-or-nothing' | 'partial' }
  /** `distractors`: further choices that belong to no prompt. */
  | {
      type: 'matching'
      stem: string
      pairs: { prompt: string; choice: string }[]
      distractors: string[]
      grading: 'partial' | 'all-or-nothing'
    }

/** An item in another language: `texts` stand for the body's own texts, in the order of `textsOf`. */
export interface ItemTranslation {
  stem: string
  texts: string[]
  explanation: string
}

/** The texts of a body besides the stem: options; statements; entries; prompts, then their choices, then distractors. */
export function textsOf(body: ItemBody): string[] {
  switch (body.type) {
    case 'single-choice':
    case 'multiple-choice':
      return body.options
    case 'true-false-group':
      return body.statements.map((statement) => statement.text)
    case 'ordering':
      return body.entries
    case 'matching':
      return [...body.pairs.map((pair) => pair.prompt), ...body.pairs.map((pair) => pair.choice), ...body.distractors]
    case 'true-false':
    case 'short-text':
    case 'number':
      return []
  }
}

/** What participants may see of an item: no key, and no order that tells it. */
export interface ItemQuestion {
  type: ItemType
  stem: string
  /** Options, statements, entries or prompts; entries and choices stand in the order of their text, which tells nothing. */
  options: string[]
  /** What the prompts of a matching item are matched with. */
  choices: string[]
  /** Of a number. */
  unit: string
  translations: { en?: { stem: string; options: string[]; choices: string[] } }
}

/** The key of an item, apart from what participants see; indices point into `ItemQuestion`. */
export type ItemKey =
  | { type: 'single-choice'; option: number }
  | { type: 'multiple-choice'; options: number[]; optionCount: number; grading: Grading }
  | { type: 'true-false'; isTrue: boolean }
  | { type: 'true-false-group'; truths: boolean[]; grading: Grading }
  | { type: 'short-text'; accepted: string[]; ignoresDiacritics: boolean }
  | { type: 'number'; value: number; tolerance: number }
  | { type: 'ordering'; order: number[]; grading: Grading }
  | { type: 'matching'; choiceOf: number[]; grading: Grading }

/**
 * A recorded response, in indices of `ItemQuestion`; null is blank.
 * single-choice: [option]; multiple-choice: chosen options, rising; true-false: [1] true, [0] false; true-false-group: per statement 1, 0
 * or -1 for blank; ordering: entries in the order given; matching: per prompt the choice or -1; short-text and number: what was typed.
 */
export type ItemResponse = readonly number[] | string
