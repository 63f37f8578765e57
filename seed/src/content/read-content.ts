import { readdirSync, readFileSync } from 'node:fs'
import { isUsable } from '@thiso/api/seeding'
import type {
  CitationRole,
  CognitiveLevel,
  DocumentKind,
  ItemBody,
  ItemTranslation,
  Topic,
  UnitKind,
} from '@thiso/contracts/vocab'

/** What stands in seed/content: the units of the province, the register of documents, the subtopics, and the items with what they cite. */

export interface ContentItem {
  code: string
  /** A code of subtopics.json. */
  subtopic: string
  topic: Topic
  level: CognitiveLevel
  body: ItemBody
  explanation: string
  translations: { en?: ItemTranslation }
  /** Entries of the fact list that the item rests on. */
  facts: string[]
  sources: ContentSource[]
  validFrom: string | null
  validTo: string | null
  tags: string[]
  competences: string[]
  /** Expected share of right answers, in percent. */
  intendedDifficulty: number
  /** Items that would give each other away; '' for none. */
  exclusionGroup: string
}

/** As it stands in a file: the folder tells the topic, and what an item does not have is left out. */
type WrittenItem = Omit<ContentItem, 'topic' | 'translations' | 'exclusionGroup'> &
  Partial<Pick<ContentItem, 'translations' | 'exclusionGroup'>>

export interface ContentSource {
  /** A code of documents.json; null: general knowledge, for which no source of its own was opened. */
  document: string | null
  locator: string
  role: CitationRole
}

/** A document of the register. A day that neither a source nor the number itself tells is null. */
export interface ContentDocument {
  number: string
  kind: DocumentKind
  title: string
  issuer: string
  issuedOn: string | null
  inForceFrom: string | null
  /** The last day in force. */
  inForceTo: string | null
  /** The code of its successor. */
  replacedBy: string | null
  url: string
  /** Further pages that say the same. */
  urls?: string[]
  note: string
}
export type Documents = Record<string, ContentDocument>

/** A branch of the tree below one of the eight topics. */
export interface ContentSubtopic {
  code: string
  topic: Topic
  /** null: right below the topic. */
  parentCode: string | null
  name: { vi: string; en: string }
}

export interface ContentUnit {
  code: string
  name: string
  kind: UnitKind
  parentCode: string | null
  validFrom: string | null
  validTo: string | null
}

/** How a citation without a document is titled: what the authors knew and did not look up again. */
export const GENERAL_KNOWLEDGE = 'Kiến thức chung'
/** The tag of items with such a citation, for whoever compares them with the texts before they are printed. */
export const TO_COMPARE = 'cần đối chiếu nguồn'

const CONTENT = new URL('../../content/', import.meta.url)

/** Parents before their children. */
export function readUnits(): ContentUnit[] {
  return read('units.json') as ContentUnit[]
}

export function readDocuments(): Documents {
  return read('documents.json') as Documents
}

/** Parents before their children. */
export function readSubtopics(): ContentSubtopic[] {
  return read('subtopics.json') as ContentSubtopic[]
}

/** Every item, by topic (the name of its folder) and file. */
export function readItems(): ContentItem[] {
  return readdirSync(new URL('items/', CONTENT))
    .sort()
    .flatMap((topic) =>
      readdirSync(new URL(`items/${topic}/`, CONTENT))
        .sort()
        .flatMap((name) =>
          (read(`items/${topic}/${name}`) as WrittenItem[]).map((item) => ({
            ...item,
            topic: topic as Topic,
            tags: item.sources.some(({ document }) => document === null) ? [...item.tags, TO_COMPARE] : item.tags,
            translations: item.translations ?? {},
            exclusionGroup: item.exclusionGroup ?? '',
          })),
        ),
    )
}

/**
 * Sources as an item stores them.
 * @param documentId the id under which a document of the register is kept
 * @throws Error when a code is not in the register
 */
export function citationsOf(
  sources: readonly ContentSource[],
  documents: Documents,
  documentId: (code: string) => string,
) {
  return sources.map(({ document, locator, role }) => {
    if (document === null) return { documentId: null, title: GENERAL_KNOWLEDGE, url: '', locator, role }
    const known = documents[document]
    if (!known) throw new Error(`no document ${document}`)
    return { documentId: documentId(document), title: known.title, url: known.url, locator, role }
  })
}

/** IB-2 for content, which is approved and about no unit: may the item be drawn on this day (ISO)? */
export function isUsableOn(
  { validFrom, validTo, sources }: Pick<ContentItem, 'validFrom' | 'validTo' | 'sources'>,
  documents: Documents,
  day: string,
): boolean {
  const grounds = sources.flatMap(({ document, role }) => {
    const ground = document === null ? undefined : documents[document]
    if (!ground || role !== 'basis') return []
    return [{ kind: 'document' as const, name: ground.title, from: ground.inForceFrom, to: ground.inForceTo }]
  })
  return isUsable({ state: 'approved', validFrom, validTo, grounds }, day, day)
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, CONTENT), 'utf8'))
}
