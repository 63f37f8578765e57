import { z } from 'zod'
import { ITEM_RULING_KINDS, type NoticeKind } from '../vocab/index.js'
import { Id, Instant, LocalizedText, PrizeTier, page, paged } from './shapes.js'

/** What the sentence of each kind is filled with; see `vocab/notices.ts`. */
const params = {
  'clock-credit': z.object({ round: LocalizedText, creditS: z.int().min(0) }),
  'attempt-added': z.object({ round: LocalizedText }),
  'round-paused': z.object({ round: LocalizedText }),
  'round-resumed': z.object({ round: LocalizedText, closesAt: Instant }),
  'round-extended': z.object({ round: LocalizedText, closesAt: Instant }),
  'rules-amended': z.object({ round: LocalizedText, reason: z.string() }),
  'result-changed': z.object({
    round: LocalizedText,
    rankBefore: z.int().min(1).nullable(),
    rankAfter: z.int().min(1).nullable(),
    pointsBefore: z.number().nullish(),
    pointsAfter: z.number().nullish(),
    reason: z.string().nullish(),
  }),
  'complaint-answered': z.object({ round: LocalizedText }),
  'case-hearing': z.object({ round: LocalizedText, until: Instant }),
  'case-decided': z.object({ round: LocalizedText, until: Instant.nullable() }),
  'case-appeal-answered': z.object({ round: LocalizedText }),
  'prize-identity-needed': z.object({ contest: LocalizedText, tier: PrizeTier, until: Instant.nullable() }),
  'prize-confirmed': z.object({ contest: LocalizedText, tier: PrizeTier }),
  'prize-changed': z.object({
    contest: LocalizedText,
    before: PrizeTier,
    after: PrizeTier.nullable(),
    isCertificateWithdrawn: z.boolean(),
    reason: z.string().nullable(),
  }),
  qualified: z.object({ fromRound: LocalizedText, round: LocalizedText }),
  'item-ruled': z.object({
    code: z.string(),
    round: LocalizedText,
    ruling: z.enum(ITEM_RULING_KINDS),
    reason: z.string(),
  }),
  'new-device': z.object({ device: z.string() }),
} satisfies Record<NoticeKind, z.ZodType>

const of = <K extends NoticeKind>(kind: K) =>
  z.object({
    id: Id,
    kind: z.literal(kind),
    params: params[kind],
    /** A page of the contest site, or of the panel for what organizers and authors are told. */
    link: z.string().nullable(),
    createdAt: Instant,
    readAt: Instant.nullable(),
  })

export const Notice = z
  .discriminatedUnion('kind', [
    of('clock-credit'),
    of('attempt-added'),
    of('round-paused'),
    of('round-resumed'),
    of('round-extended'),
    of('rules-amended'),
    of('result-changed'),
    of('complaint-answered'),
    of('case-hearing'),
    of('case-decided'),
    of('case-appeal-answered'),
    of('prize-identity-needed'),
    of('prize-confirmed'),
    of('prize-changed'),
    of('qualified'),
    of('item-ruled'),
    of('new-device'),
  ])
  .meta({ id: 'Notice' })

export const noticeSchemas = {
  myNotices: {
    query: z.object(page),
    /** The newest first. */
    response: paged(Notice).extend({ unreadCount: z.int() }),
  },
  readNotices: {
    /** Everything that was told until then has been seen; what came since stays unread. */
    body: z.object({ until: Instant }),
    response: z.object({ unreadCount: z.int() }),
  },
}
