import { z } from 'zod'
import * as vocab from '../vocab/index.js'
import { Finding, Item, ItemIn, ItemRow, ItemVersion } from './item-shapes.js'
import {
  CognitiveLevel,
  Day,
  Id,
  Instant,
  ItemState,
  ItemType,
  LocalizedText,
  localizedText,
  Ok,
  page,
  paged,
  text,
  Topic,
} from './shapes.js'

/** The item bank: banks, items and their life, documents, checks. */

const ItemParams = z.object({ itemId: Id })
const DocumentKind = z.enum(vocab.DOCUMENT_KINDS)

const Bank = z
  .object({
    id: Id,
    name: z.string(),
    /** null: the province's bank; otherwise the teacher who owns it. */
    ownerName: z.string().nullable(),
    isOwn: z.boolean(),
    isOpenForPractice: z.boolean(),
    members: z.array(z.object({ accountId: Id, fullName: z.string(), login: z.string() })),
    itemCount: z.int(),
    approvedCount: z.int(),
  })
  .meta({ id: 'Bank' })

/** Which items: filters combine; every one stands in the address of the list. */
export const ItemFilter = z.object({
  q: z.string().max(200).optional(),
  bankId: Id.optional(),
  type: ItemType.optional(),
  topic: Topic.optional(),
  subtopicId: Id.optional(),
  level: CognitiveLevel.optional(),
  state: ItemState.optional(),
  tag: z.string().max(40).optional(),
  competence: z.enum(vocab.COMPETENCES).optional(),
  documentId: Id.optional(),
  fact: z.string().max(40).optional(),
  language: z.enum(['en']).optional(),
  /** Only those that call for their author today. */
  flag: z.enum(['any', 'own']).optional(),
  author: z.enum(['me']).optional(),
  batchId: Id.optional(),
})

const DocumentIn = z.object({
  number: text(60, 0),
  kind: DocumentKind,
  title: text(400),
  issuer: text(200, 0),
  issuedOn: Day.nullable(),
  inForceFrom: Day.nullable(),
  inForceTo: Day.nullable(),
  replacedById: Id.nullable(),
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(1000)]),
  note: text(1000, 0).default(''),
})
const Document = DocumentIn.extend({
  id: Id,
  title: z.string(),
  replacedByTitle: z.string().nullable(),
  /** Items that cite it in their current version, and those of them that rest on it being in force. */
  itemCount: z.int(),
  basisCount: z.int(),
  isInForce: z.boolean(),
}).meta({ id: 'SourceDocument' })

const Subtopic = z
  .object({ id: Id, topic: Topic, parentId: Id.nullable(), name: LocalizedText, itemCount: z.int() })
  .meta({ id: 'Subtopic' })

const BulkChange = z.object({
  topic: Topic.optional(),
  subtopicId: Id.nullable().optional(),
  level: CognitiveLevel.optional(),
  bankId: Id.optional(),
  addTags: z.array(text(40)).max(10).optional(),
  removeTags: z.array(text(40)).max(10).optional(),
  addCompetences: z.array(z.enum(vocab.COMPETENCES)).max(10).optional(),
  act: z.enum(vocab.ITEM_ACTS).optional(),
})

const BulkEdit = z
  .object({
    id: Id,
    at: Instant,
    authorName: z.string(),
    change: BulkChange,
    changedCount: z.int(),
    /** Items that could not be changed, each with why. */
    refused: z.array(z.object({ itemId: Id, code: z.string(), reason: LocalizedText })),
    undoneAt: Instant.nullable(),
  })
  .meta({ id: 'BulkEdit' })

export const itemSchemas = {
  banks: { response: z.object({ banks: z.array(Bank) }) },
  createBank: { body: z.object({ name: text(120) }), response: Bank },
  updateBank: {
    params: z.object({ bankId: Id }),
    body: z.object({
      name: text(120).optional(),
      isOpenForPractice: z.boolean().optional(),
      /** Log-in names of teachers who may read and write the bank. */
      memberLogins: z.array(z.string().max(64)).max(50).optional(),
    }),
    response: Bank,
  },

  items: { query: ItemFilter.extend(page), response: paged(ItemRow) },
  item: { params: ItemParams, response: Item },
  createItem: { body: ItemIn, response: Item },
  updateItem: {
    params: ItemParams,
    /** `updatedAt` of what was edited: a change that somebody else has made meanwhile is not overwritten. */
    body: ItemIn.extend({ updatedAt: Instant.optional() }),
    response: Item,
  },
  actOnItem: {
    params: ItemParams,
    /** `updatedAt` of what the person looked at: what was changed since is not approved unseen. */
    body: z.object({
      act: z.enum(vocab.ITEM_ACTS),
      comment: text(2000, 0).default(''),
      updatedAt: Instant.optional(),
    }),
    response: Item,
  },
  commentItem: { params: ItemParams, body: z.object({ text: text(2000) }), response: Item },
  itemVersions: { params: ItemParams, response: z.object({ versions: z.array(ItemVersion) }) },
  itemTrace: {
    params: ItemParams,
    response: z.object({
      entries: z.array(
        z.object({ at: Instant, actorName: z.string(), act: z.string(), detail: z.record(z.string(), z.unknown()) }),
      ),
    }),
  },
  /** "Still true although the document has ended": the citation becomes a reference. */
  confirmCitation: {
    params: ItemParams,
    body: z.object({ documentId: Id, reason: text(500, 3) }),
    response: Item,
  },
  checkItem: {
    body: ItemIn.extend({ itemId: Id.optional() }),
    response: z.object({ findings: z.array(Finding), readingSeconds: z.int() }),
  },

  bulkEditItems: {
    body: z.object({ itemIds: z.array(Id).min(1).max(2_000), change: BulkChange }),
    response: BulkEdit,
  },
  bulkEdits: { response: z.object({ edits: z.array(BulkEdit) }) },
  undoBulkEdit: { params: z.object({ editId: Id }), response: BulkEdit },

  itemViews: { response: z.object({ views: z.array(z.object({ id: Id, name: z.string(), query: z.string() })) }) },
  saveItemView: {
    body: z.object({ name: text(60), query: z.string().max(1000) }),
    response: z.object({ id: Id, name: z.string(), query: z.string() }),
  },
  deleteItemView: { params: z.object({ viewId: Id }), response: Ok },

  /** Counts are of the items that one may see: a topic's with or without a subtopic, a subtopic's without those below it. */
  subtopics: {
    response: z.object({
      topics: z.array(z.object({ topic: Topic, itemCount: z.int() })),
      subtopics: z.array(Subtopic),
    }),
  },
  createSubtopic: {
    body: z.object({ topic: Topic, parentId: Id.nullable(), name: localizedText(120) }),
    response: Subtopic,
  },
  updateSubtopic: {
    params: z.object({ subtopicId: Id }),
    body: z.object({ name: localizedText(120) }),
    response: Subtopic,
  },
  deleteSubtopic: { params: z.object({ subtopicId: Id }), response: Ok },

  documents: { query: z.object({ q: z.string().max(200).optional(), ...page }), response: paged(Document) },
  document: { params: z.object({ documentId: Id }), response: Document },
  createDocument: { body: DocumentIn, response: Document },
  updateDocument: { params: z.object({ documentId: Id }), body: DocumentIn, response: Document },

  bankMatrix: {
    query: z.object({
      bankIds: z.string().max(1000),
      type: ItemType.optional(),
      firstDay: Day.optional(),
      lastDay: Day.optional(),
    }),
    response: z.object({
      firstDay: Day,
      lastDay: Day,
      cells: z.array(
        z.object({
          topic: Topic,
          level: CognitiveLevel,
          usableCount: z.int(),
          draftCount: z.int(),
          inReviewCount: z.int(),
          /** Approved, but not on all days of the window. */
          excluded: z.array(z.object({ reason: z.enum(vocab.VALIDITY_REASONS), name: z.string(), count: z.int() })),
        }),
      ),
    }),
  },
  bankReport: {
    params: z.object({ bankId: Id }),
    response: z.object({
      itemCount: z.int(),
      byTopic: z.record(z.string(), z.int()),
      byLevel: z.record(z.string(), z.int()),
      byType: z.record(z.string(), z.int()),
      byState: z.record(z.string(), z.int()),
      byDocument: z.array(z.object({ documentId: Id, title: z.string(), count: z.int() })),
      englishCount: z.int(),
      /** Of single-choice items: how often the key stands in each place, and has each rank by length (shortest first). */
      keyPlaces: z.array(z.int()),
      keyLengthRanks: z.array(z.int()),
      bankFindings: z.array(Finding),
      itemFindings: z.array(z.object({ itemId: Id, code: z.string(), findings: z.array(Finding) })),
    }),
  },
}
