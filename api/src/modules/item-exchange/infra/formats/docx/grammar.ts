import { fold } from '@thiso/contracts/vocab'

/**
 * The words and signs by which Vietnamese teachers mark the parts of a question in running text. Every function reads the plain text of
 * one line and says where in it the sign ends, so that the rest keeps its look.
 */

/** Letters that look like Latin ones and full-width signs, replaced one for one. */
export function plainSigns(text: string): string {
  return text.replace(/[АВСЕНа-е\uff0e\uff1a\uff09\uff08\u00a0]/g, (sign) => LOOKALIKES[sign] ?? sign)
}
const LOOKALIKES: Record<string, string> = {
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  а: 'a',
  с: 'c',
  е: 'e',
  '．': '.',
  '：': ':',
  '）': ')',
  '（': '(',
  '\u00a0': ' ',
}

export interface Heading {
  /** câu: says that it is a question; bài: a question or a lesson; number: just a number. */
  kind: 'câu' | 'bài' | 'number'
  /** As written ("7", "1.12"); '' when left out. */
  number: string
  end: number
}

const CAU =
  /^[\s*#•\-–[(]*(câu\s*hỏi(?:\s*số)?|câu(?:\s*(?:số|thứ))?|bài(?:\s*tập|\s*số)?|question|ques|q)\s*\.?\s*(\d{1,4}(?:\.\d{1,3})?)/iu
const CAU_ALONE = /^\s*(?:câu\s*hỏi|câu|question)\s*(?:…|\.{2,}|_+)?\s*[:.]\s*(?=\S)/iu
const AFTER_NUMBER =
  /^(?:\s*[.:)\]/]+\s*|\s+[-–—]\s*(?!\d)|[-–—]\s*(?!\d)|\s*$|\s*(?=[([<{“"])|\s+(?=\p{Lu}|\d|\ufffc)|\t\s*)/u
const NUMBER = /^\s*(\d{1,3})\s*(?:[.)\]]|\/(?!\d)|[:–-](?=\s))(?!\d)\s*/

/** "Câu 1:", "Bài 2.", "Question 3", "4)" at the beginning of a line. */
export function readHeading(text: string): Heading | null {
  const line = plainSigns(text)
  const named = CAU.exec(line)
  if (named) {
    const after = AFTER_NUMBER.exec(line.slice(named[0].length))
    if (!after) return null
    const kind = /^bài/i.test((named[1] as string).normalize('NFC')) ? 'bài' : 'câu'
    return { kind, number: plainNumber(named[2] as string), end: named[0].length + after[0].length }
  }
  const alone = CAU_ALONE.exec(line)
  if (alone) return { kind: 'câu', number: '', end: alone[0].length }
  const number = NUMBER.exec(line)
  return number ? { kind: 'number', number: plainNumber(number[1] as string), end: number[0].length } : null
}

const plainNumber = (digits: string) => digits.replace(/^0+(?=\d)/, '')

export interface OptionLabel {
  letter: string
  /** Small letters mark statements as often as options. */
  isSmall: boolean
  /** Where the letter itself stands, and where the label ends. */
  at: number
  start: number
  end: number
  /** Is there a star or tick before it? */
  isStarred: boolean
  place: 'start' | 'gap' | 'space'
}

const STAR = '[*✓✔√☑☒●★]'
const LABEL_START = new RegExp(
  `^\\s*(?:[-–•+]\\s*)?(${STAR}?)\\s*(?:\\[\\s*\\]|☐|□|○)?\\s*(?:[([]\\s*([A-Ha-h])\\s*[)\\]]|([A-Ha-h])\\s*(?:[.)\\]:/](?!/)|\\s[-–]\\s))\\s*[.:]?\\s*(${STAR}?)`,
  'u',
)
const LABEL_INSIDE = new RegExp(
  `(\\t\\s*|\\s{2,}|\\s|\\|\\s*)(${STAR}?)\\s*(?:\\(([A-Ha-h])\\)|([A-Ha-h])\\s*[.)/](?!/))\\s*(${STAR}?)`,
  'gu',
)

/** "A." at the beginning of a line. */
export function readOptionLabel(text: string): OptionLabel | null {
  const match = LABEL_START.exec(plainSigns(text))
  if (!match) return null
  const letter = (match[2] ?? match[3]) as string
  const starts = match[0].indexOf(letter, match[1] ? match[0].indexOf(match[1]) + 1 : 0)
  return labelOf(letter, 0, starts, match[0].length, Boolean(match[1] || match[4]), 'start')
}

/** Labels further on in a line that holds several options. */
export function readInnerLabels(text: string): OptionLabel[] {
  return [...plainSigns(text).matchAll(LABEL_INSIDE)].map((match) => {
    const gap = match[1] as string
    const letter = (match[3] ?? match[4]) as string
    const place = /\t|\s{2}|\|/.test(gap) ? 'gap' : 'space'
    const at = match.index + match[0].indexOf(letter, gap.length)
    return labelOf(letter, match.index, at, match.index + match[0].length, Boolean(match[2] || match[5]), place)
  })
}

function labelOf(
  letter: string,
  start: number,
  at: number,
  end: number,
  isStarred: boolean,
  place: OptionLabel['place'],
): OptionLabel {
  return { letter: letter.toUpperCase(), isSmall: letter !== letter.toUpperCase(), start, at, end, isStarred, place }
}

export type PartKind = 'choice' | 'truths' | 'short' | 'essay' | null

const PART =
  /^\s*(?:(?:phần|part|section)\s*(?:thứ\s*)?([IVX]+|\d+|[A-D]|một|hai|ba|bốn)(?!\p{L})|([IVX]+|[A-D])\s*[.)\-–:/]\s*(?=(?:phần\s+)?(?:câu\s*(?:hỏi\s*)?)?(?:trắc\s*nghiệm|tự\s*luận|đúng\s*[,/–-]?\s*(?:hoặc\s*)?sai|trả\s*lời\s*ngắn)))/iu

/** "PHẦN II. Câu trắc nghiệm đúng sai": a heading under which numbering may begin anew. */
export function readPart(text: string): { name: string; kind: PartKind; end: number } | null {
  const match = PART.exec(text)
  if (!match || text.length > 600) return null
  const name = (match[1] ?? match[2] ?? '').toUpperCase()
  const sign = /^\s*[.:)\-–]*\s*/.exec(text.slice(match[0].length))?.[0] ?? ''
  return { name: PART_NAMES[name] ?? name, kind: partKind(text), end: match[0].length + sign.length }
}
const PART_NAMES: Record<string, string> = {
  '1': 'I',
  '2': 'II',
  '3': 'III',
  '4': 'IV',
  MỘT: 'I',
  HAI: 'II',
  BA: 'III',
  BỐN: 'IV',
}

/** What kind of questions a heading or an instruction announces. */
export function partKind(text: string): PartKind {
  const folded = fold(text)
  if (/dung\s*(?:\/|-|,|hoac|hay)?\s*sai|true\s*(?:\/|or)\s*false/.test(folded)) return 'truths'
  if (/tra loi ngan|dien (?:khuyet|dap an|so)|short answer/.test(folded)) return 'short'
  if (/nhieu (?:phuong an|lua chon)|lua chon|trac nghiem|multiple choice/.test(folded)) return 'choice'
  if (/tu luan|essay/.test(folded)) return 'essay'
  return null
}

/** "ĐÁP ÁN", "BẢNG ĐÁP ÁN", "HƯỚNG DẪN CHẤM": from here on there are answers, not questions. */
export function isAnswerHeading(text: string): boolean {
  const folded = fold(text)
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (folded.length > 90) return false
  return /^(?:[ivx\d]{1,3} )?(?:phan |bang |to )?(?:dap an|huong dan (?:cham|giai)|loi giai chi tiet|answer key|answers|answer sheet)(?: (?:va|tham khao|trac nghiem|phan|de|ma|chi tiet|bai|mon|cau|thang|huong|cac|chinh thuc|so|cho|bang|kiem|giua|cuoi|cua|mo)(?: .*)?)?$/.test(
    folded,
  )
}

const EXPLANATION =
  /^[\s*•\-–+=>⇒→]*(?:lời\s*giải(?:\s*chi\s*tiết|\s*tham\s*khảo)?|giải\s*thích(?:\s*đáp\s*án)?|giải(?:\s*chi\s*tiết)?|hướng\s*dẫn(?:\s*giải|\s*trả\s*lời)?|hdg|hd|phân\s*tích|gợi\s*ý(?:\s*trả\s*lời|\s*đáp\s*án)?|explanation|solution|feedback|rationale)\s*(?:[:.\-–]+\s*|$)/iu

/** "Lời giải:", "Giải thích:" before an explanation. @returns where the sign ends; null when there is none */
export function readExplanationStart(text: string): number | null {
  return EXPLANATION.exec(text)?.[0].length ?? null
}

/** Lines that belong to the paper and to no question: page numbers, "HẾT", rulings. */
export function isPaperNoise(text: string): boolean {
  const folded = fold(text)
  return (
    /^[\s\-–—_=*.~]*(?:het|the end|end)[\s\-–—_=*.~!]*$/.test(folded) ||
    /^[\s\-–—_=*.~]+$/.test(text) ||
    /^(?:-+\s*)?(?:trang|page)\s*\d+(?:\s*(?:\/|tren|of)\s*\d+)?/.test(folded) ||
    /^ma de(?: thi)?\s*[:.]?\s*\w{1,6}(?:\s|$)/.test(folded) ||
    /^(?:ho (?:va )?ten|ho, (?:va )?ten|so bao danh|sbd|lop|thi sinh khong|can bo coi thi|giam thi|chu ky)/.test(folded)
  )
}
