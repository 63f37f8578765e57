import type { ItemQuestion, ItemType } from '@thiso/contracts/vocab'
import type { PaperForm } from './make-forms.js'
import { type Numbered, partsOf } from './paper-parts.js'
import { type Block, readBlocks } from './rich-blocks.js'

/** What stands above every code of a paper. */
export interface PaperHeading {
  title: string
  organizer: string
  subject: string
  durationMinutes: number
}

/** An item as one code shows it, its texts read once for all codes. */
export interface PrintedItem {
  itemVersionId: string
  type: ItemType
  stem: Block[]
  /** Options, statements, entries or prompts, and what prompts are matched with, in the order of this code. */
  options: Block[][]
  choices: Block[][]
  unit: string
  points: number
}

export interface PrintedCode {
  code: string
  parts: Numbered<PrintedItem>[]
}

/**
 * PP-6: the codes of a stored paper with their texts; a pure function of what is stored.
 * @param questions by item version
 */
export function printedCodes(
  forms: readonly PaperForm[],
  questions: ReadonlyMap<string, { question: ItemQuestion; points: number }>,
): PrintedCode[] {
  const read = new Map(
    [...questions].map(([id, { question, points }]) => [
      id,
      {
        type: question.type,
        stem: readBlocks(question.stem),
        options: question.options.map(readBlocks),
        choices: question.choices.map(readBlocks),
        unit: question.unit,
        points,
      },
    ]),
  )
  return forms.map(({ code, places }) => ({
    code,
    parts: partsOf(
      places.map(({ itemVersionId, optionOrder, choiceOrder }): PrintedItem => {
        const item = read.get(itemVersionId)
        if (!item) throw new Error(`no text for ${itemVersionId}`)
        return {
          ...item,
          itemVersionId,
          options: optionOrder.map((index) => item.options[index] as Block[]),
          choices: choiceOrder.map((index) => item.choices[index] as Block[]),
        }
      }),
    ),
  }))
}
