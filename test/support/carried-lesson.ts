import { createHash } from 'node:crypto'
import type { ApiBody, LessonItemData } from '@thiso/contracts'
import { urlOf } from '@thiso/contracts/routes'
import sharp from 'sharp'
import { canonicalJson } from '../../api/src/kernel/canonical-json'
import type { Client } from './client'
import { Lesson } from './lesson'
import type { Person } from './people'
import type { Stage } from './stage'
import { approve } from './story'
import { sendFile } from './uploads'

/** Sets and lessons that are carried between servers. */

export type Teacher = Client & { person: Person }

/** One item of each type; `picture` stands in the first. */
export const bodies = (picture: string): ApiBody<'createItem'>['body'][] => [
  {
    type: 'single-choice',
    stem: `<p>Biểu tượng nào đây?</p><p><img src="media:${picture}" alt="Khóa" /></p>`,
    options: ['Ổ khóa', 'Lá cờ', 'Ngôi sao', 'Con dấu'],
    key: 0,
  },
  {
    type: 'multiple-choice',
    stem: 'Việc nào giúp an toàn?',
    options: ['Mật khẩu dài', 'Hai lớp', 'Dùng chung', 'Gửi OTP'],
    keys: [0, 1],
    grading: 'partial',
  },
  { type: 'true-false', stem: 'Mã OTP chỉ để chính chủ dùng.', isTrue: true },
  {
    type: 'true-false-group',
    stem: 'Ý nào đúng?',
    statements: ['Chính phủ số', 'Kinh tế số', 'Xã hội số', 'Mạng xã hội'].map((text, index) => ({
      text,
      isTrue: index < 3,
    })),
    grading: 'stepped',
  },
  { type: 'short-text', stem: 'AI là gì?', accepted: ['Trí tuệ nhân tạo'], ignoresDiacritics: true },
  { type: 'number', stem: '1 KiB bằng bao nhiêu byte?', value: 1024, tolerance: 0, unit: 'byte' },
  { type: 'ordering', stem: 'Các bước?', entries: ['Đăng nhập', 'Chọn thủ tục', 'Nộp hồ sơ'], grading: 'partial' },
  {
    type: 'matching',
    stem: 'Ghép đôi.',
    pairs: [
      { prompt: 'Soạn thảo', choice: 'Văn bản' },
      { prompt: 'Bảng tính', choice: 'Số liệu' },
    ],
    distractors: ['Hình ảnh'],
    grading: 'partial',
  },
]

/** A set of all types with a poll in a section of its own. @returns its id and the items' */
export async function makeWholeSet(teacher: Teacher, title: string): Promise<{ setId: string; itemIds: string[] }> {
  const picture = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#0a5' } })
    .png()
    .toBuffer()
  const media = (await (await sendFile(teacher, 'uploadMedia', { name: 'khoa.png', content: picture })).json()) as {
    id: string
  }
  const bank = await teacher.get('createBank', { body: { name: `Ngân hàng ${title} ${Math.random()}` } })
  const itemIds: string[] = []
  for (const body of bodies(media.id)) {
    const { id } = await teacher.get('createItem', {
      body: {
        bankId: bank.id,
        topic: body.type === 'number' ? 'concepts' : 'cyber-safety',
        level: 'understand',
        body,
        explanation: 'Vì sách nói vậy.',
        ...(body.type === 'true-false'
          ? { translations: { en: { stem: 'An OTP is yours alone.', texts: [], explanation: 'So it is.' } } }
          : {}),
        citations: [{ documentId: null, title: 'Cẩm nang', url: '', locator: 'Trang 5', role: 'reference' }],
        validFrom: null,
        validTo: null,
      },
    })
    await approve(teacher, id)
    itemIds.push(id)
  }
  const { id } = await teacher.get('createLessonSet', {
    body: {
      title,
      places: [
        ...itemIds.map((itemId, index) => ({ itemId, limitS: 60, section: index === 0 ? 'Phần một' : '' })),
        { kind: 'poll' as const, prompt: 'Em thấy thế nào?', choices: ['Dễ', 'Khó'], limitS: 60, section: 'Phần hai' },
      ],
    },
  })
  return { setId: id, itemIds }
}

/** Whoever sits there answers what these say, by place; null says nothing. */
export type Answers = readonly ((item: LessonItemData) => string | null)[]

const byText = (item: LessonItemData, text: string) =>
  item.options.find((option) => option.text.vi === text)?.token ?? ''
const option = (text: string) => (item: LessonItemData) => byText(item, text)
/** "Đúng" stands first, as everywhere. */
const truth = (isTrue: boolean) => (item: LessonItemData) => item.options[isTrue ? 0 : 1]?.token ?? ''
const typed = (text: string) => () => text
const nothing = () => null

/** Right at every place but the group; the poll says "Dễ". */
export const KNOWING: Answers = [
  option('Ổ khóa'),
  (item) => `${byText(item, 'Mật khẩu dài')} ${byText(item, 'Hai lớp')}`,
  truth(true),
  nothing,
  typed('tri tue nhan tao'),
  typed('1024'),
  (item) => ['Đăng nhập', 'Chọn thủ tục', 'Nộp hồ sơ'].map((text) => byText(item, text)).join(' '),
  (item) =>
    [
      ['Soạn thảo', 'Văn bản'],
      ['Bảng tính', 'Số liệu'],
    ]
      .map(
        ([prompt = '', choice]) =>
          `${byText(item, prompt)}=${item.choices.find(({ text }) => text.vi === choice)?.token}`,
      )
      .join(' '),
  option('Dễ'),
]
/** Wrong where others are wrong too. */
export const GUESSING: Answers = [
  option('Lá cờ'),
  option('Gửi OTP'),
  truth(false),
  nothing,
  typed('=HYPERLINK("http://x")'),
  typed('1000'),
  nothing,
  nothing,
  option('Khó'),
]

/** Plays a set from the lobby to the end. @param players names with what they answer; by the list: with the pupil's id */
export async function play(
  stage: Stage,
  teacher: Teacher,
  setId: string,
  players: readonly { name: string; answers: Answers; pupilId?: string }[],
  classId: string | null = null,
  lastPlace = Number.POSITIVE_INFINITY,
): Promise<Lesson> {
  const made = await teacher.get('createLesson', {
    body: { setId, classId, settings: { leadS: 0, names: classId ? 'roster' : 'nickname' } },
  })
  const lesson = new Lesson(stage, teacher, made)
  await lesson.watch()
  const pupils = []
  for (const { name, answers, pupilId } of players)
    pupils.push({ pupil: await lesson.join(pupilId ? '' : name, pupilId ? { pupilId } : {}), answers })
  for (let place = 1; place <= Math.min(lastPlace, made.step.placeCount); place++) {
    const item = await lesson.next()
    for (const { pupil, answers } of pupils) {
      const line = answers[place - 1]?.(item) ?? null
      if (line === null) continue
      const reply = await pupil.answer(place, line)
      if ('refused' in reply) throw new Error(`place ${place}: ${reply.refused}`)
    }
    // It may move on by itself in the meantime, to the same end.
    for (const kind of ['lock', 'reveal'] as const) {
      const { step } = await lesson.view()
      await teacher.call('actOnLesson', {
        params: { lessonId: lesson.id },
        body: { version: step.version, act: { kind } },
      })
    }
    await lesson.reveal(place)
  }
  return lesson
}

export interface LessonFile {
  notice: { vi: string; en: string }
  file: string
  version: number
  hasKeys: boolean
  sha256: string
  content: Record<string, unknown>
}

/** A file as a browser gets it. */
export async function download(client: Client, name: 'lessonSetFile' | 'lessonResultsFile', id: string) {
  const url = name === 'lessonSetFile' ? urlOf(name, { setId: id }) : urlOf(name, { lessonId: id })
  const response = await client.send('GET', url)
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${name}: ${response.status} ${text.slice(0, 300)}`)
  return { headers: response.headers, text, file: JSON.parse(text) as LessonFile }
}

/** The same file with other content and a hash that fits it. */
export function forged(text: string, change: (content: never) => void): string {
  const file = JSON.parse(text) as LessonFile
  change(file.content as never)
  const sha256 = createHash('sha256').update(canonicalJson(file.content)).digest('hex')
  return JSON.stringify({ ...file, sha256 })
}

/** Sends a file. @returns the answer, or the code of the refusal */
export async function bring(
  client: Client,
  route: 'importLessonSet' | 'importLessonResults' | 'readRosterSheet',
  content: string | Uint8Array,
  fields: Record<string, string> = {},
  name = 'tep.json',
): Promise<{ status: number; body: never; code: string | undefined }> {
  const response = await sendFile(client, route, { name, content }, fields)
  const body = (await response.json()) as { code?: string }
  return { status: response.status, body: body as never, code: response.status === 200 ? undefined : body.code }
}

/** How many rows the tables have that a file may add to. */
export async function rowsOf(stage: Stage): Promise<Record<string, number> | undefined> {
  const tables = [
    'item',
    'item_version',
    'item_key',
    'item_bank',
    'media',
    'lesson_set',
    'lesson',
    'lesson_seat',
    'lesson_answer',
    'carried_item',
    'carried_lesson',
  ]
  const { rows } = await stage.database.pool.query<Record<string, number>>(
    `SELECT ${tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`).join(', ')}`,
  )
  return rows[0]
}
