import { keyGiveAways, lintBank, lintItem, nearDuplicates, problemsOf } from '@thiso/api/seeding'
import { COGNITIVE_LEVELS, ITEM_TYPES, TOPICS } from '@thiso/contracts/vocab'
import {
  type ContentItem,
  type ContentSubtopic,
  type Documents,
  isUsableOn,
  readDocuments,
  readItems,
  readSubtopics,
} from './read-content.js'
import { practiceCodes } from './two-banks.js'

/** What the files hold, counted, and what the bank's own quality check says of it; needs no database. */

const TOPIC_NAMES: Record<(typeof TOPICS)[number], string> = {
  concepts: 'Khái niệm',
  'national-policy': 'Chủ trương, chính sách',
  'digital-government': 'Chính quyền số',
  'digital-economy': 'Kinh tế số',
  'digital-society': 'Xã hội số',
  'cyber-safety': 'An toàn, an ninh mạng',
  'quang-nam': 'Quảng Nam',
  'youth-union': 'Đoàn thanh niên',
}
const LEVEL_NAMES: Record<(typeof COGNITIVE_LEVELS)[number], string> = {
  recall: 'Nhận biết',
  understand: 'Thông hiểu',
  apply: 'Vận dụng',
  'apply-high': 'Vận dụng cao',
}
const TYPE_NAMES: Record<(typeof ITEM_TYPES)[number], string> = {
  'single-choice': 'Một đáp án',
  'multiple-choice': 'Nhiều đáp án',
  'true-false': 'Đúng/sai',
  'true-false-group': 'Cụm đúng/sai',
  'short-text': 'Trả lời ngắn',
  number: 'Số',
  ordering: 'Sắp xếp',
  matching: 'Ghép đôi',
}
const DOCUMENTS_SHOWN = 20

/** What the quality check finds: in an item, between two, or over the whole bank. */
export interface ContentFinding {
  code: string
  weight: 'error' | 'warning'
  finding: string
  detail: string
}

/** Every problem and finding of the items. What has ended is not called stale: such items are kept for the record and not drawn. */
export function findingsOf(items: readonly ContentItem[]): ContentFinding[] {
  const findings: ContentFinding[] = []
  for (const { code, body, explanation, translations, sources } of items) {
    for (const { code: finding, detail } of problemsOf(body, translations))
      findings.push({ code, weight: 'error', finding, detail })
    for (const { code: finding, weight, detail } of lintItem({
      body,
      explanation,
      citationCount: sources.length,
      endedGrounds: [],
    }))
      findings.push({ code, weight, finding, detail })
  }
  for (const { a, b, resemblance } of nearDuplicates(items.map(({ body }) => body.stem))) {
    const detail = `${items[b]?.code}, ${Math.round(resemblance * 100)} %`
    findings.push({ code: items[a]?.code ?? '', weight: 'warning', finding: 'near_duplicate', detail })
  }
  for (const { code: finding, weight, detail } of lintBank(items.map(({ body }) => body)))
    findings.push({ code: '*', weight, finding, detail })
  return findings
}

/** The report as lines of text. @param day ISO; who may be drawn on it */
export function contentReport(day: string): string[] {
  const items = readItems()
  const documents = readDocuments()
  const findings = findingsOf(items)
  return [
    `Câu hỏi trong seed/content, tính đến ${day} / items in seed/content as of ${day}`,
    '',
    ...topicTable(items, documents, day),
    '',
    ...subtopicTable(items, readSubtopics(), documents, day),
    '',
    ...typeTable(items),
    '',
    ...documentTable(items, documents),
    '',
    ...keyLines(items),
    '',
    `Kiểm tra chất lượng / quality check: ${count(findings, 'error')} lỗi / errors, ${count(findings, 'warning')} cảnh báo / warnings`,
    ...findings.map(({ code, weight, finding, detail }) => `  ${code} ${weight} ${finding} ${detail}`),
  ]
}

function topicTable(items: readonly ContentItem[], documents: Documents, day: string): string[] {
  const practice = practiceCodes(items)
  const row = (name: string, own: readonly ContentItem[]) => [
    name,
    ...COGNITIVE_LEVELS.map((level) => usable(own.filter((item) => item.level === level))),
    String(own.length),
    usable(own),
    String(own.filter(({ code }) => practice.has(code)).length),
    String(own.filter(({ translations }) => translations.en).length),
    String(own.filter(({ tags }) => tags.includes('tình huống')).length),
  ]
  const usable = (own: readonly ContentItem[]) => String(own.filter((item) => isUsableOn(item, documents, day)).length)
  return table([
    [
      'Chủ đề / topic (dùng được / usable)',
      ...COGNITIVE_LEVELS.map((level) => LEVEL_NAMES[level]),
      'Tất cả / all',
      'Dùng được / usable',
      'Luyện tập / practice',
      'Tiếng Anh / English',
      'Tình huống / situations',
    ],
    ...TOPICS.map((topic) =>
      row(
        TOPIC_NAMES[topic],
        items.filter((item) => item.topic === topic),
      ),
    ),
    row('Cộng / total', items),
  ])
}

/** Each subtopic under its topic, one on a deeper level set in further; its counts are those of its own items, without those below. */
function subtopicTable(
  items: readonly ContentItem[],
  subtopics: readonly ContentSubtopic[],
  documents: Documents,
  day: string,
): string[] {
  const row = (name: string, own: readonly ContentItem[]) => [
    name,
    String(own.length),
    String(own.filter((item) => isUsableOn(item, documents, day)).length),
  ]
  const below = (topic: string, parentCode: string | null, indent: string): string[][] =>
    subtopics
      .filter((subtopic) => subtopic.topic === topic && subtopic.parentCode === parentCode)
      .flatMap(({ code, name }) => [
        row(
          indent + name.vi,
          items.filter(({ subtopic }) => subtopic === code),
        ),
        ...below(topic, code, `${indent}  `),
      ])
  return table([
    ['Chủ đề con / subtopic', 'Tất cả / all', 'Dùng được / usable'],
    ...TOPICS.flatMap((topic) => [
      row(
        TOPIC_NAMES[topic],
        items.filter((item) => item.topic === topic),
      ),
      ...below(topic, null, '  '),
    ]),
  ])
}

function typeTable(items: readonly ContentItem[]): string[] {
  const row = (name: string, own: readonly ContentItem[]) => [
    name,
    ...ITEM_TYPES.map((type) => String(own.filter(({ body }) => body.type === type).length)),
  ]
  return table([
    ['Chủ đề / topic', ...ITEM_TYPES.map((type) => TYPE_NAMES[type])],
    ...TOPICS.map((topic) =>
      row(
        TOPIC_NAMES[topic],
        items.filter((item) => item.topic === topic),
      ),
    ),
    row('Cộng / total', items),
  ])
}

function documentTable(items: readonly ContentItem[], documents: Documents): string[] {
  const cited = new Map<string, { all: number; basis: number }>()
  let general = 0
  for (const { document, role } of items.flatMap(({ sources }) => sources)) {
    if (document === null) {
      general++
      continue
    }
    const known = cited.get(document) ?? { all: 0, basis: 0 }
    known.all++
    if (role === 'basis') known.basis++
    cited.set(document, known)
  }
  const most = [...cited].sort(([, a], [, b]) => b.all - a.all).slice(0, DOCUMENTS_SHOWN)
  return [
    ...table([
      ['Văn bản được dẫn nhiều nhất / most cited', 'Câu / items', 'Căn cứ / basis', 'Hết hiệu lực / ended'],
      ...most.map(([code, { all, basis }]) => [
        `${code} ${documents[code]?.number || documents[code]?.title}`.slice(0, 60),
        String(all),
        String(basis),
        documents[code]?.inForceTo ?? '',
      ]),
    ]),
    `${cited.size}/${Object.keys(documents).length} văn bản, bài viết được dẫn; kiến thức chung: ${general} / documents cited; general knowledge: ${general}`,
  ]
}

function keyLines(items: readonly ContentItem[]): string[] {
  const { places, lengthRanks } = keyGiveAways(items.map(({ body }) => body))
  return [
    `Vị trí đáp án A–D / places of keys: ${places.join(' ')}`,
    `Độ dài đáp án, ngắn nhất → dài nhất / ranks of keys by length: ${lengthRanks.join(' ')}`,
  ]
}

/** Columns of equal width, the first flush left, numbers flush right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widthOf = (text: string) => [...text.normalize('NFC')].length
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  const cell = (text: string, column: number) => {
    const gap = ' '.repeat((widths[column] ?? 0) - widthOf(text))
    return column === 0 ? text + gap : gap + text
  }
  return rows.map((row) => row.map(cell).join('  '))
}

function count(findings: readonly ContentFinding[], weight: ContentFinding['weight']): number {
  return findings.filter((finding) => finding.weight === weight).length
}
