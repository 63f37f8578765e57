import type { ItemType } from '@thiso/contracts/vocab'
import type { Numbered } from './paper-parts.js'

/** What the answer sheet offers for one number: bubbles, boxes or a line, enough for the item that any code shows there. */
export interface SheetSlot {
  type: ItemType
  /** Options, statements, entries or prompts; 0 for what has none. */
  count: number
}

interface SheetItem {
  type: ItemType
  options: readonly unknown[]
}

/**
 * PP-8: one answer sheet for all codes. At each number every code has an item of the same type (PP-2); where their sizes differ, the sheet
 * has room for the largest.
 */
export function sheetParts(codes: readonly { parts: readonly Numbered<SheetItem>[] }[]): Numbered<SheetSlot>[] {
  const [first] = codes
  if (!first) return []
  return first.parts.map((part, partIndex) => ({
    ...part,
    entries: part.entries.map(({ number }, index) => {
      const items = codes.map((code) => code.parts[partIndex]?.entries[index]?.entry as SheetItem)
      return {
        number,
        entry: { type: (items[0] as SheetItem).type, count: Math.max(...items.map(({ options }) => options.length)) },
      }
    }),
  }))
}
