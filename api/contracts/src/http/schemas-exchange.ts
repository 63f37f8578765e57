import { z } from 'zod'
import * as vocab from '../vocab/index.js'
import { ItemDraft, ItemProblem } from './item-shapes.js'
import { ItemFilter } from './schemas-items.js'
import { BlueprintCell, CognitiveLevel, Id, Instant, Ok, page, paged, text, Topic } from './shapes.js'

/** Items in and out of files, media, and papers on paper. Uploads are multipart forms with the file in `file`. */

const BatchParams = z.object({ batchId: Id })
const Format = z.enum(vocab.ITEM_FORMATS)

export const ImportBatch = z
  .object({
    id: Id,
    bankId: Id,
    bankName: z.string(),
    fileName: z.string(),
    format: Format.nullable(),
    /** reading → ready → importing → imported → undone; or failed, with `error`. */
    state: z.enum(['reading', 'ready', 'importing', 'imported', 'undone', 'failed']),
    error: z.object({ code: z.string(), messages: z.object({ vi: z.string(), en: z.string() }) }).nullable(),
    /** Of the work that is going on: 0 to 100. */
    progressPercent: z.int(),
    rowCount: z.int(),
    goodCount: z.int(),
    faultyCount: z.int(),
    warnedCount: z.int(),
    duplicateCount: z.int(),
    chosenCount: z.int(),
    importedCount: z.int(),
    /** After undoing: items that stay because a round, a paper or a person has used or changed them. */
    keptCount: z.int(),
    /** How the text of the file was written, where that was found out ("utf-8", "windows-1258", "tcvn3", "vni"). */
    encoding: z.string().nullable(),
    authorName: z.string(),
    createdAt: Instant,
  })
  .meta({ id: 'ImportBatch' })

const ImportRow = z
  .object({
    ordinal: z.int(),
    place: z.string(),
    draft: ItemDraft,
    problems: z.array(ItemProblem),
    /** Items of the bank, or rows of the file, that say nearly the same. */
    duplicates: z.array(
      z.object({ itemId: Id.nullable(), ordinal: z.int().nullable(), label: z.string(), percent: z.int() }),
    ),
    isFaulty: z.boolean(),
    isChosen: z.boolean(),
    itemId: Id.nullable(),
  })
  .meta({ id: 'ImportRow' })

export const PrintedPaper = z
  .object({
    id: Id,
    title: z.string(),
    organizer: z.string(),
    subject: z.string(),
    durationMinutes: z.int(),
    codes: z.array(z.string()),
    itemCount: z.int(),
    maxPoints: z.number(),
    authorName: z.string(),
    createdAt: Instant,
    files: z.array(z.object({ name: z.string(), label: z.object({ vi: z.string(), en: z.string() }) })),
  })
  .meta({ id: 'PrintedPaper' })

export const exchangeSchemas = {
  uploadMedia: {
    response: z.object({
      id: Id,
      kind: z.enum(['image', 'audio']),
      mime: z.string(),
      byteCount: z.int(),
      width: z.int().nullable(),
      height: z.int().nullable(),
    }),
  },
  media: { params: z.object({ mediaId: Id }) },

  /** Multipart: `file`, `bankId`, and `format` when it shall not be found out. Returns at once; reading goes on. */
  uploadImport: { response: ImportBatch },
  imports: { query: z.object(page), response: paged(ImportBatch) },
  import: { params: BatchParams, response: ImportBatch },
  importRows: {
    params: BatchParams,
    query: z.object({ ...page, show: z.enum(['all', 'good', 'faulty', 'warned', 'duplicate']).default('all') }),
    response: paged(ImportRow),
  },
  /** Corrects one row; its problems are looked for again. */
  correctImportRow: {
    params: BatchParams.extend({ ordinal: z.coerce.number().int().min(1) }),
    body: z.object({ draft: ItemDraft.optional(), isChosen: z.boolean().optional() }),
    response: ImportRow,
  },
  chooseImportRows: {
    params: BatchParams,
    body: z.object({ choose: z.enum(['good', 'good_and_new', 'none']) }),
    response: ImportBatch,
  },
  /** All chosen rows or none. `topic` and `level` for rows that do not say. */
  runImport: {
    params: BatchParams,
    body: z.object({
      topic: Topic.nullable(),
      level: CognitiveLevel.nullable(),
      submitForReview: z.boolean().default(false),
    }),
    response: ImportBatch,
  },
  undoImport: { params: BatchParams, response: ImportBatch },
  deleteImport: { params: BatchParams, response: Ok },
  importTemplate: {},
  importFaults: { params: BatchParams, query: z.object({ locale: z.enum(['vi', 'en']).default('vi') }) },

  checkExport: {
    query: ItemFilter.extend({ format: Format }),
    response: z.object({
      itemCount: z.int(),
      carriedCount: z.int(),
      losses: z.array(z.object({ loss: z.enum(vocab.EXPORT_LOSSES), count: z.int() })),
    }),
  },
  exportItems: { query: ItemFilter.extend({ format: Format, locale: z.enum(['vi', 'en']).default('vi') }) },

  printedPapers: { response: z.object({ papers: z.array(PrintedPaper) }) },
  createPrintedPaper: {
    body: z.object({
      title: text(200),
      organizer: text(200, 0).default(''),
      subject: text(200, 0).default(''),
      durationMinutes: z.int().min(1).max(360),
      bankIds: z.array(Id).min(1).max(20),
      blueprint: z.array(BlueprintCell).max(32).default([]),
      /** Instead of a blueprint: these items. */
      itemIds: z.array(Id).max(200).default([]),
      codeCount: z.int().min(1).max(24),
      isShuffled: z.boolean().default(true),
    }),
    response: PrintedPaper,
  },
  printedPaper: { params: z.object({ paperId: Id }), response: PrintedPaper },
  printedPaperFile: { params: z.object({ paperId: Id, fileName: z.string().max(80) }) },
}
