import { fold } from '@thiso/contracts/vocab'
import type { FieldName } from '../item-fields.js'
import { readLevel, readTopic } from '../item-names.js'
import { plainSigns } from './grammar.js'

/** Lines such as "Chủ đề: …", "Mức độ: NB", "Nguồn: …", and the same in brackets within a question's first line. */

/** `type` and the following say something of the question itself. */
export type DetailField = FieldName | 'type' | 'grading' | 'unit' | 'tolerance' | 'diacritics'

const FIELDS: Record<string, DetailField> = Object.fromEntries(
  (
    [
      ['code', 'ma|ma cau|ma cau hoi|code|id'],
      ['topic', 'chu de|chuyen de|topic|linh vuc|mach kien thuc'],
      ['level', 'muc do|muc do nhan thuc|muc do tu duy|cap do|cap do nhan thuc|level|muc|cognitive level'],
      ['tags', 'the|tu khoa|nhan|tags|tag|keywords|keyword'],
      ['points', 'diem|so diem|points|point|diem so'],
      ['difficulty', 'do kho|do kho du kien|ti le dung du kien|difficulty|expected difficulty'],
      ['competences', 'nang luc|nang luc so|ma nang luc|thanh phan nang luc|competences|competence'],
      ['facts', 'du kien|ma du kien|facts|fact'],
      ['sources', 'nguon|trich nguon|nguon tham khao|tai lieu tham khao|tham khao|source|sources|reference|references'],
      ['bases', 'can cu|can cu phap ly|co so phap ly|basis|legal basis'],
      ['exclusionGroup', 'nhom loai tru|loai tru|exclusion group'],
      ['variantGroup', 'nhom bien the|bien the|variant group'],
      ['validFrom', 'hieu luc tu|co hieu luc tu|valid from|dung tu ngay'],
      ['validTo', 'hieu luc den|het hieu luc|valid to|valid until|dung den ngay'],
      ['type', 'loai|loai cau hoi|dang cau hoi|type|question type'],
      ['grading', 'cach cham|grading'],
      ['unit', 'don vi|unit'],
      ['tolerance', 'sai so|tolerance'],
      ['diacritics', 'dau thanh|diacritics'],
    ] as [DetailField, string][]
  ).flatMap(([field, names]) => names.split('|').map((name) => [name, field])),
)

const DETAIL = /^[\s\-–•*+[({<]*([\p{L}][\p{L}\p{M}\s]{1,28}?)\s*[:=]\s*(\S.*?)\s*$/u

export interface Detail {
  field: DetailField
  value: string
}

/** @returns null when the line is none of these */
export function readDetail(text: string): Detail | null {
  const line = plainSigns(text).normalize('NFC')
  const match = DETAIL.exec(line)
  const field = match ? FIELDS[fold(match[1] as string)] : undefined
  if (!match || !field) return null
  const isBracketed = /^[\s\-–•*+]*[[({<]/.test(line)
  if (isBracketed && !/[\])}>]\s*\.?\s*$/.test(line)) return null
  const value = isBracketed ? (match[2] as string).replace(/\s*[\])}>]\s*\.?$/, '') : (match[2] as string)
  // "Mức độ: Thông hiểu. Chủ đề: …": several on one line are told apart by the caller.
  return { field, value }
}

/** Several details on one line, parted by ";", "|", tabs or " – ": each must be one. */
export function readDetails(text: string): Detail[] {
  const parts = text.split(/\s*(?:[;|\t]|\s[–-]\s)\s*(?=\p{L}[\p{L}\s]{1,28}[:=])/u).map(readDetail)
  if (parts.length > 1 && parts.every((part) => part !== null)) return parts
  const whole = readDetail(text)
  return whole ? [whole] : []
}

export interface Bracket {
  end: number
  detail: Detail | null
}

const BRACKETS = /^\s*(?:\(([^()]{1,40})\)|\[([^[\]]{1,40})\]|<([^<>]{1,40})>|\{([^{}]{1,40})\})\s*[.:)\-–]*\s*/u
const LEVEL_WORD =
  /^(?:nb|th|vd|vdt|vdc|nhan biet|thong hieu|van dung(?: cao| thap)?|biet|hieu|muc(?: do)? [1-4]|m[1-4]|de|trung binh|kho)$/
const POINTS_WORD = /^(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:đ|điểm|điêm|points?|pts?)\.?$/iu

/** A level, points or another detail in brackets at the beginning of a stem: "[TH]", "(0,25 điểm)", "<NB>", "(Chủ đề: Dữ liệu)". */
export function readBracket(text: string): Bracket | null {
  const match = BRACKETS.exec(plainSigns(text))
  if (!match) return null
  const detail = detailWithin((match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').trim())
  return detail ? { end: match[0].length, detail } : null
}

/** The same at the end of a stem. @returns the detail and where the stem ends */
export function readBracketAtEnd(text: string): Bracket | null {
  const match = /\s*(?:\(([^()]{1,40})\)|\[([^[\]]{1,40})\])\s*\.?\s*$/u.exec(plainSigns(text))
  if (!match || match.index === 0) return null
  const detail = detailWithin((match[1] ?? match[2] ?? '').trim())
  return detail ? { end: match.index, detail } : null
}

function detailWithin(inside: string): Detail | null {
  const named = readDetail(inside)
  if (named) return named
  const points = POINTS_WORD.exec(inside)
  if (points) return { field: 'points', value: points[1] as string }
  return LEVEL_WORD.test(fold(inside)) && readLevel(inside) ? { field: 'level', value: inside } : null
}

/** Words of a heading between questions that say what follows is about: a level alone, or a topic of ours by name. */
export function readSectionDetail(text: string): Detail | null {
  const plain = text.replace(/^\s*(?:[IVX]{1,4}|\d{1,2}|[A-Z])\s*[.)\-–:]\s*/u, '').replace(/[.:;\s]+$/, '')
  if (plain.length > 80) return null
  const level = readLevel(plain.replace(/^(?:mức\s*độ|cấp\s*độ|câu\s*hỏi)\s*/iu, ''))
  if (level && !level.isGuessed && fold(plain).length > 3)
    return { field: 'level', value: plain.replace(/^(?:mức\s*độ|cấp\s*độ|câu\s*hỏi)\s*/iu, '') }
  return readTopic(plain) ? { field: 'topic', value: plain } : null
}
