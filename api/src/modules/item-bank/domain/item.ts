/** The parts of a single-choice item that the rules look at. */
export interface ChoiceItem {
  stem: string
  options: readonly string[]
  key: number
}

/**
 * IB-1: options differ (also when case, spaces and diacritic marks' encoding are ignored) and the key is one of them.
 * @param comparable makes two spellings of the same text equal
 */
export function isSoundItem(item: ChoiceItem, comparable: (text: string) => string): boolean {
  const distinct = new Set(item.options.map(comparable))
  return (
    item.stem.trim().length > 0 &&
    item.options.length >= 2 &&
    distinct.size === item.options.length &&
    Number.isInteger(item.key) &&
    item.key >= 0 &&
    item.key < item.options.length
  )
}

/** IB-2: an item may be drawn for a round if it is approved and true on every day of the round's window (ISO days). */
export function isUsable(
  item: { state: string; validFrom: string | null; validTo: string | null },
  firstDay: string,
  lastDay: string,
): boolean {
  return (
    item.state === 'approved' &&
    (item.validFrom === null || item.validFrom <= firstDay) &&
    (item.validTo === null || lastDay <= item.validTo)
  )
}
