import {
  COMPETENCES,
  type CognitiveLevel,
  GRADINGS,
  type Grading,
  ITEM_TYPES,
  type ItemDraft,
  type ItemType,
  type Topic,
} from '@thiso/contracts/vocab'
import { readLevel, readTopic } from './item-names.js'

/**
 * Metadata of an item as tags, for formats that have no better place: `topic:concepts`, `level:recall`, `difficulty:60`,
 * `competence:1.1`, `fact:…`, `exclusion-group:…`, `variant-group:…`, `valid-from:2025-07-01`, `valid-to:…`, and what a format cannot
 * say of the body: `grading:…`, `diacritics:ignored`, `unit:…`, `points:…`, `type:…`. A tag of an author that looks like one of
 * these is written `tag:…`.
 */

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
  ['topic', (content, value) => set(content, 'topic', readTopic(value))],
  ['level', (content, value) => set(content, 'level', levelNamed(value))],
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

/** Nothing is set by a value that means nothing. */
function set<K extends keyof TagContent>(content: TagContent, key: K, value: TagContent[K]): boolean {
  if (value === null) return false
  content[key] = value
  return true
}

function levelNamed(text: string): CognitiveLevel | null {
  const read = readLevel(text)
  return read && !read.isGuessed ? read.level : null
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
  if (at > 0 && value !== '') return READINGS.get(tag.slice(0, at).trim().toLowerCase())?.(content, value) ?? false
  // Teachers tag questions with the name of the level; its abbreviations might mean anything.
  return tag.length > 3 && set(content, 'level', levelNamed(tag))
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
  const topic = parts.map(readTopic).findLast((one) => one !== null) ?? null
  return { topic, tag: topic === null ? (parts.at(-1) ?? '').slice(0, 40).trim() : '' }
}
