import { z } from 'zod'
import { ARTICLE_KEYS, PRIZE_TIERS } from '../vocab/index.js'
import { Day, Id, Instant, LocalizedText, localizedText, text } from './shapes.js'

/** The thể lệ of a contest: what organizers write around the settings, its versions, and rehearsals of rounds. */

const Passage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({ kind: z.literal('list'), entries: z.array(z.string()) }),
])
export const Article = z
  .object({ key: z.enum([...ARTICLE_KEYS, 'own']), title: z.string(), passages: z.array(Passage) })
  .meta({ id: 'Article' })
const Articles = z.object({ vi: z.array(Article), en: z.array(Article) })

/** Either language may stay empty. */
const freeText = z.object({ vi: text(4000, 0), en: text(4000, 0).default('') })
const Around = z.object({ before: freeText, after: freeText })
/** As far as a row counts: more than any contest will need, and no more than the database can hold. */
const VERSIONS_MAX = 1_000_000

export const RulebookEdits = z
  .object({
    around: z.partialRecord(z.enum(ARTICLE_KEYS), Around),
    own: z.array(z.object({ title: localizedText(200), text: localizedText(4000) })).max(10),
  })
  .meta({ id: 'RulebookEdits' })

/** What stands above and below the articles, as offices write it; empty texts are left out. */
export const RulebookHead = z
  .object({
    style: z.enum(['state', 'youth-union']),
    above: text(120, 0),
    body: text(200, 0),
    number: text(60, 0),
    place: text(60, 0),
    date: Day.nullable(),
    signerRole: text(120, 0),
    signerName: text(80, 0),
  })
  .meta({ id: 'RulebookHead' })

const Version = z
  .object({
    version: z.int(),
    publishedAt: Instant,
    /** SHA-256 of the articles and the head in canonical JSON, as hex. */
    hash: z.string(),
  })
  .meta({ id: 'RulebookVersion' })

const File = z.object({ format: z.enum(['pdf', 'docx']) })
const locale = z.object({ locale: z.enum(['vi', 'en']).default('vi') })
const ContestParams = z.object({ contestId: Id })
const Revision = z.int().min(0).max(VERSIONS_MAX)

const Rulebook = z.object({
  /** Grows with every save; a save names the one that it saw. */
  revision: z.int(),
  edits: RulebookEdits,
  head: RulebookHead,
  /** What the settings of this moment say; with the edits around it, it is what would be published now. */
  made: Articles,
  /** For how many rounds it speaks. */
  roundCount: z.int(),
  versions: z.array(Version),
  /** The settings or texts differ from what is published; also while nothing is. */
  isBehind: z.boolean(),
})

export const rulebookSchemas = {
  publicRulebook: {
    params: ContestParams,
    query: z.object({ version: z.coerce.number().int().min(1).max(VERSIONS_MAX).optional() }),
    response: z.object({
      contestTitle: LocalizedText,
      contestSlug: z.string(),
      ...Version.shape,
      head: RulebookHead,
      articles: Articles,
      versions: z.array(Version),
    }),
  },
  publicRulebookFile: {
    params: ContestParams.extend({ version: z.coerce.number().int().min(1).max(VERSIONS_MAX), ...File.shape }),
    query: locale,
  },
  rulebook: { params: ContestParams, response: Rulebook },
  saveRulebook: {
    params: ContestParams,
    body: z.object({ revision: Revision, edits: RulebookEdits, head: RulebookHead }),
    response: Rulebook,
  },
  publishRulebook: { params: ContestParams, body: z.object({ revision: Revision }), response: Rulebook },
  rulebookFile: { params: ContestParams.extend(File.shape), query: locale },
  rehearseRound: {
    params: z.object({ roundId: Id }),
    body: z.object({
      contestants: z.int().min(1).max(1_000_000),
      /** How many attempts each makes, within the round's limit. */
      attemptsEach: z.int().min(1).max(20).default(1),
    }),
    response: z.object({
      perfectShare: z.number(),
      perfectPeople: z.int(),
      meanShare: z.number(),
      histogram: z.array(z.number()),
      /** The prizes of a round, tier by tier: at which place each ends, and how many share a place across its border (0: none). */
      borders: z.array(
        z.object({
          tier: z.enum(PRIZE_TIERS),
          table: z.string().nullable(),
          count: z.int(),
          place: z.int(),
          sharedBy: z.int(),
        }),
      ),
      tiedPeople: z.int(),
      /** Share of the places whose own clock ended before they were answered. */
      timedOutShare: z.number(),
      /** People without a place, because everything must be answered and was not. */
      unrankedPeople: z.int(),
      openingStartsPerS: z.number(),
      /** Items that were answered before, of all in the pool: the rest goes by the author's level. */
      knownItems: z.int(),
      poolItems: z.int(),
      /** Items of several parts: taken as wholly right or wrong. */
      manyPartItems: z.int(),
      /** What was counted on: attempts each, within the round's limit. */
      attemptsEach: z.int(),
      advice: z.array(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('add-harder-items'), count: z.int(), perfectPeople: z.int() }),
          z.object({
            kind: z.literal('item-clock'),
            seconds: z.int(),
            perfectPeople: z.int(),
            timedOutShare: z.number(),
          }),
          z.object({ kind: z.literal('rank-by-time'), sharedBy: z.int(), thenSharedBy: z.int() }),
          z.object({ kind: z.literal('draw-decides'), sharedBy: z.int() }),
          z.object({ kind: z.literal('too-hard'), meanShare: z.number() }),
          z.object({ kind: z.literal('too-easy'), meanShare: z.number() }),
          z.object({ kind: z.literal('opening-load'), startsPerS: z.int(), measured: z.int() }),
        ]),
      ),
    }),
  },
}
