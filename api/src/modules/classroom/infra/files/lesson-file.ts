import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { canonicalJson } from '../../../../kernel/canonical-json.js'
import { ProblemError } from '../../../../kernel/problem-error.js'
import { type ResultsContent, resultsContent, type SetContent, setContent } from './file-shapes.js'

/**
 * CR-80: what is carried between servers is one JSON file: what it is, in words and for the reader; the version of its form; the hash of
 * its content; the content. The hash finds what was damaged or edited on the way; it is no signature: whoever imports a file answers for it.
 */
export interface Carried {
  set: SetContent
  results: ResultsContent
}
export type FileKind = keyof Carried

const SHAPES: { [K in FileKind]: z.ZodType<Carried[K]> } = { set: setContent, results: resultsContent }
const NAMES: Record<FileKind, string> = { set: 'thiso-lesson-set', results: 'thiso-lesson-results' }
const VERSION = 1
const UNREADABLE = { set: 'SET.FILE_UNREADABLE', results: 'LESSON.FILE_UNREADABLE' } as const

const NOTICES: Record<FileKind, { vi: string; en: string }> = {
  set: {
    vi: 'TỆP CÓ ĐÁP ÁN. Chỉ giáo viên giữ tệp này; đừng gửi cho học sinh. Đưa vào Thi Số ở máy khác: Bộ câu hỏi → Nhận bộ từ tệp.',
    en: 'THIS FILE HAS THE KEYS. It is for the teacher alone; do not give it to pupils. Take it into Thi Số on another computer: Sets → Take in a set from a file.',
  },
  results: {
    vi: 'TỆP CÓ ĐÁP ÁN VÀ TÊN HỌC SINH. Chỉ giáo viên giữ tệp này và xóa đi sau khi đã nộp. Đưa vào Thi Số của tỉnh: Buổi chơi → Mang kết quả về.',
    en: 'THIS FILE HAS KEYS AND NAMES OF PUPILS. It is for the teacher alone; delete it once it is merged. Take it into the Thi Số of the province: Lessons → Carry results in.',
  },
}

/** @returns the file, and the hash of its content */
export function writeFile<K extends FileKind>(kind: K, content: Carried[K]): { bytes: Buffer; sha256: string } {
  const sha256 = hashOf(content)
  const file = { notice: NOTICES[kind], file: NAMES[kind], version: VERSION, hasKeys: true, sha256, content }
  return { bytes: Buffer.from(`${JSON.stringify(file, null, 1)}\n`), sha256 }
}

/**
 * @throws ProblemError SET.FILE_UNREADABLE or LESSON.FILE_UNREADABLE for anything that is not such a file as it was written;
 *   LESSON.FILE_NEWER for one of a later version
 */
export function readFile<K extends FileKind>(kind: K, bytes: Uint8Array): { content: Carried[K]; sha256: string } {
  const unreadable = () => new ProblemError(UNREADABLE[kind])
  let file: { file?: unknown; version?: unknown; sha256?: unknown; content?: unknown }
  let sha256: string
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    file = JSON.parse(text)
    if (file === null || typeof file !== 'object' || file.file !== NAMES[kind]) throw unreadable()
    if (typeof file.version === 'number' && file.version > VERSION) throw new ProblemError('LESSON.FILE_NEWER')
    sha256 = hashOf(file.content)
  } catch (error) {
    throw error instanceof ProblemError ? error : unreadable()
  }
  if (file.version !== VERSION || file.sha256 !== sha256) throw unreadable()
  const read = SHAPES[kind].safeParse(file.content)
  if (!read.success) throw unreadable()
  return { content: read.data, sha256 }
}

/** @throws TypeError for texts that a database does not take: with a NUL or half a character */
export function hashOf(content: unknown): string {
  const text = canonicalJson(content)
  if (/\\u(?:0000|d[89a-f])/.test(text)) throw new TypeError('a text that nobody can keep')
  return createHash('sha256').update(text).digest('hex')
}
