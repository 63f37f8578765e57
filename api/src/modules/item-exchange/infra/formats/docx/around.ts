import { fold } from '@thiso/contracts/vocab'
import { type Detail, readDetails, readSectionDetail } from './details.js'
import { type PartKind, partKind, readPart } from './grammar.js'
import type { Entry } from './tables.js'

/** "Đọc đoạn sau và trả lời các câu từ 5 đến 7". */
const PASSAGE =
  /(?:câu|questions?)(?:\s*hỏi)?\s*(?:(?:từ|from)\s*)?(?:câu\s*)?(\d{1,3})\s*(?:đến|tới|–|-|và|,|to|and)\s*(?:câu\s*)?(\d{1,3})/iu
/** How a paper is answered, which names questions too. */
const INSTRUCTION = /thi sinh|moi cau(?: hoi)? |chi chon|duoc \d/

/** What stands around questions and holds for several of them: parts, topics and levels above, texts that they share. */
export class Around {
  part = ''
  kind: PartKind = null
  /** Is a shared text being read? It goes on until the next question. */
  isPassage = false
  private readonly section = new Map<string, Detail>()
  private passage: { from: number; to: number; entries: Entry[] } | null = null

  beginPart(text: string): void {
    const part = readPart(text)
    this.part = part?.name ?? ''
    this.kind = part?.kind ?? null
    this.section.delete('level')
    const detail = part ? readSectionDetail(text.slice(part.end).replace(/\(.*?\)/g, '')) : null
    if (detail) this.section.set(detail.field, detail)
  }

  /**
   * Does the line begin a text that several questions share?
   * @param isAhead is a question of that number still to come?
   */
  beginsPassage(text: string, isAhead: (number: string) => boolean): boolean {
    const range = INSTRUCTION.test(fold(text)) ? null : PASSAGE.exec(text.normalize('NFC'))
    if (!range || Number(range[2]) <= Number(range[1]) || !isAhead(range[1] as string)) return false
    this.passage = { from: Number(range[1]), to: Number(range[2]), entries: [] }
    this.isPassage = true
    return true
  }

  addToPassage(entry: Entry): void {
    this.passage?.entries.push(entry)
  }

  /** A line between questions. @returns whether it was a topic or level for what follows */
  takeLine(text: string): boolean {
    const detail = sectionIn(text)
    if (detail) this.section.set(detail.field, detail)
    // The instruction under a part's heading may be what tells its kind.
    else if (this.kind === null && this.part !== '') this.kind = partKind(text)
    return detail !== null
  }

  /** For a question of that number. */
  passageFor(number: string): Entry[] {
    const { passage } = this
    return passage && Number(number) >= passage.from && Number(number) <= passage.to ? passage.entries : []
  }

  details(): Detail[] {
    return [...this.section.values()]
  }
}

/** A topic or a level for several questions, written out or as a heading. */
export function sectionIn(text: string): Detail | null {
  const details = readDetails(text)
  const detail = details.length === 1 ? details[0] : details.length === 0 ? readSectionDetail(text) : undefined
  return detail && (detail.field === 'topic' || detail.field === 'level') ? detail : null
}
