import {
  COGNITIVE_LEVELS,
  COMPETENCES,
  type CognitiveLevel,
  fold,
  GRADINGS,
  type Grading,
  ITEM_TYPES,
  type ItemDraft,
  type ItemType,
  TOPICS,
  type Topic,
} from '@thiso/contracts/vocab'

/**
 * Metadata of an item as tags, for formats that have no better place: `topic:concepts`, `level:recall`, `difficulty:60`,
 * `competence:1.1`, `fact:…`, `exclusion-group:…`, `variant-group:…`, `valid-from:2025-07-01`, `valid-to:…`, and what a format cannot
 * say of the body: `grading:…`, `diacritics:ignored`, `unit:…`, `points:…`, `type:…`. A tag of an author that looks like one of
 * these is written `tag:…`.
 */

const TOPIC_NAMES: Record<Topic, readonly [vi: string, en: string]> = {
  concepts: ['Khái niệm', 'Concepts'],
  'national-policy': ['Chính sách quốc gia', 'National policy'],
  'digital-government': ['Chính quyền số', 'Digital government'],
  'digital-economy': ['Kinh tế số', 'Digital economy'],
  'digital-society': ['Xã hội số', 'Digital society'],
  'cyber-safety': ['An toàn mạng', 'Cyber safety'],
  'quang-nam': ['Quảng Nam', 'Quang Nam'],
  'youth-union': ['Đoàn thanh niên', 'Youth Union'],
}

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

/** What a list of tags says. */
export interface TagContent {
  topic: Topic | null
  level: CognitiveLevel | null
  intendedDifficulty: number | null
  competences: string[]
  facts: string[]
  exclusionGroup: string
  variantGroup: string
  validFrom: string | null
  validTo: string | null
  grading: Grading | null
  ignoresDiacritics: boolean
  unit: string
  points: number | null
  type: ItemType | null
  /** The rest. */
  tags: string[]
}

type Reading = (content: TagContent, value: string) => boolean

/** By the word before the colon; false: the value does not fit, the tag is an author's own. */
const READINGS = new Map<string, Reading>([
  ['topic', (content, value) => found(TOPICS, value, (topic) => (content.topic = topic))],
  ['level', (content, value) => found(COGNITIVE_LEVELS, value, (level) => (content.level = level))],
  ['grading', (content, value) => found(GRADINGS, value, (grading) => (content.grading = grading))],
  ['type', (content, value) => found(ITEM_TYPES, value, (type) => (content.type = type))],
  ['competence', (content, value) => found(COMPETENCES, value, (competence) => content.competences.push(competence))],
  ['diacritics', (content, value) => found(['ignored'], value, () => (content.ignoresDiacritics = true))],
  ['difficulty', (content, value) => /^[1-9]\d?$/.test(value) && set(content, 'intendedDifficulty', Number(value))],
  ['points', (content, value) => /^\d{1,3}(?:\.\d{1,4})?$/.test(value) && set(content, 'points', Number(value))],
  ['valid-from', (content, value) => DAY.test(value) && set(content, 'validFrom', value)],
  ['valid-to', (content, value) => DAY.test(value) && set(content, 'validTo', value)],
  ['exclusion-group', (content, value) => set(content, 'exclusionGroup', value)],
  ['variant-group', (content, value) => set(content, 'variantGroup', value)],
  ['unit', (content, value) => set(content, 'unit', value)],
  ['fact', (content, value) => content.facts.push(value) > 0],
  ['tag', (content, value) => content.tags.push(value) > 0],
])

function found<T extends string>(list: readonly T[], value: string, take: (one: T) => unknown): boolean {
  const one = list.find((known) => known === value.toLowerCase())
  if (one === undefined) return false
  take(one)
  return true
}

function set<K extends keyof TagContent>(content: TagContent, key: K, value: TagContent[K]): boolean {
  content[key] = value
  return true
}

export function readTags(tags: readonly string[]): TagContent {
  const content: TagContent = {
    topic: null,
    level: null,
    intendedDifficulty: null,
    competences: [],
    facts: [],
    exclusionGroup: '',
    variantGroup: '',
    validFrom: null,
    validTo: null,
    grading: null,
    ignoresDiacritics: false,
    unit: '',
    points: null,
    type: null,
    tags: [],
  }
  for (const tag of tags) if (!readOne(content, tag)) content.tags.push(tag)
  return content
}

function readOne(content: TagContent, tag: string): boolean {
  const at = tag.indexOf(':')
  const value = tag.slice(at + 1).trim()
  return at > 0 && value !== '' && (READINGS.get(tag.slice(0, at).trim().toLowerCase())?.(content, value) ?? false)
}

/** An item's metadata as tags; the body's own are for the writer to add. */
export function tagsOf(draft: ItemDraft): string[] {
  return [
    ...one('topic', draft.topic),
    ...one('level', draft.level),
    ...one('difficulty', draft.intendedDifficulty),
    ...draft.competences.flatMap((competence) => one('competence', competence)),
    ...draft.facts.flatMap((fact) => one('fact', fact)),
    ...one('exclusion-group', draft.exclusionGroup),
    ...one('variant-group', draft.variantGroup),
    ...one('valid-from', draft.validFrom),
    ...one('valid-to', draft.validTo),
    ...draft.tags.map((tag) => (readTags([tag]).tags[0] === tag ? tag : `tag:${tag}`)),
  ]
}

/** A tag for a value, or none for nothing. */
export function one(prefix: string, value: string | number | null): string[] {
  return value === null || value === '' ? [] : [`${prefix}:${value}`]
}

/** An item with what its tags say; what it has said already elsewhere stays. */
export function withTags(draft: ItemDraft, content: TagContent): ItemDraft {
  return {
    ...draft,
    topic: content.topic ?? draft.topic,
    level: content.level ?? draft.level,
    intendedDifficulty: content.intendedDifficulty,
    competences: content.competences,
    facts: content.facts,
    exclusionGroup: content.exclusionGroup,
    variantGroup: content.variantGroup,
    validFrom: content.validFrom,
    validTo: content.validTo,
    points: content.points ?? draft.points,
    tags: [...draft.tags, ...content.tags],
  }
}

/** The topic that a name means, in any case and with or without marks. */
export function topicNamed(name: string): Topic | null {
  const folded = fold(name).replace(/-/g, ' ')
  return (
    TOPICS.find(
      (topic) => topic.replace(/-/g, ' ') === folded || TOPIC_NAMES[topic].some((one) => fold(one) === folded),
    ) ?? null
  )
}

/**
 * What a question category says: its topic when one of its parts is the name of one, the deepest first; otherwise its last part as a tag.
 * @param path `$course$/top/Chương 1/Khái niệm`; `//` stands for a slash within a name
 */
export function readCategory(path: string): { topic: Topic | null; tag: string } {
  const parts = path
    .split(/(?<!\/)\/(?!\/)/)
    .map((part) => part.replace(/\/\//g, '/').trim())
    .filter(
      (part) => part !== '' && part !== 'top' && !/^\$.*\$$/.test(part) && !/^(?:Default for|Mặc định)/i.test(part),
    )
  const topic = parts.map(topicNamed).findLast((one) => one !== null) ?? null
  return { topic, tag: topic === null ? (parts.at(-1) ?? '').slice(0, 40).trim() : '' }
}
