import type { CitationRole, CognitiveLevel, ItemBody, ItemKey, Topic } from '@thiso/contracts/vocab'

/** An item with everything that the teacher's own copy shows, as its author wrote it. */
export interface MasterItem {
  itemVersionId: string
  code: string
  topic: Topic
  level: CognitiveLevel
  points: number
  body: ItemBody
  key: ItemKey
  explanation: string
  citations: { title: string; url: string; locator: string; role: CitationRole }[]
}

/** The number under which each code shows an item: "101: câu 5", parted by semicolons. */
export function numbersIn(
  codes: readonly { code: string; numbers: ReadonlyMap<string, number> }[],
  itemVersionId: string,
): string {
  return codes.map(({ code, numbers }) => `${code}: ${numbers.get(itemVersionId) ?? '–'}`).join('; ')
}
