import { z } from 'zod'
import { PAGE_EVENT_KINDS, PROCESS_BATCH, PROCESS_EVENT_KINDS } from '../vocab/index.js'
import { Id, Instant, LocalizedText, SubmitKind } from './shapes.js'

const AttemptParams = z.object({ attemptId: Id })
const ClientTime = z.int().min(0).max(9_999_999_999_999)
const Position = z.int().min(0).max(500)

/** What a page notes about itself. The id is the page's own: the same one sent again counts once. */
export const PageEvent = z.object({
  id: z.string().regex(/^[A-Za-z0-9_-]{8,32}$/),
  kind: z.enum(PAGE_EVENT_KINDS),
  /** The device's clock in ms since 1970. */
  atMs: ClientTime,
  durationMs: z.int().min(0).max(172_800_000).optional(),
  position: Position.optional(),
  length: z.int().min(0).max(1_000_000).optional(),
  percent: z.int().min(0).max(10_000).optional(),
})

export const ProcessEvent = z
  .object({
    kind: z.enum(PROCESS_EVENT_KINDS),
    /** By the server's clock. */
    at: Instant,
    /** How long it lasted, where it did: of `returned` the time away. */
    durationMs: z.int().nullable(),
    position: z.int().nullable(),
    length: z.int().nullable(),
    percent: z.int().nullable(),
    lateMs: z.int().nullable(),
    /** Of a further network, shortened. */
    network: z.string().nullable(),
    offsetMs: z.int().nullable(),
  })
  .meta({ id: 'ProcessEvent' })

export const processSchemas = {
  /** Never in the way of an answer; what is taken need not be sent again, whether there was still room for it or not. */
  recordProcess: {
    params: AttemptParams,
    body: z.object({ sentAtMs: ClientTime, events: z.array(PageEvent).max(PROCESS_BATCH) }),
    /** `isClosed`: nothing more is noted about this attempt. */
    response: z.object({ taken: z.array(z.string()), isClosed: z.boolean() }),
  },
  /** Everything that is kept about how an attempt was taken, for the person who took it. */
  ownLog: {
    params: AttemptParams,
    response: z.object({
      roundName: LocalizedText,
      attemptNo: z.int(),
      startedAt: Instant,
      submittedAt: Instant.nullable(),
      submitKind: SubmitKind.nullable(),
      /** The network at the start, shortened. */
      network: z.string().nullable(),
      /** What was told before the start; null: nothing was, and nothing was noted. */
      notice: z.object({ version: z.string(), sha256: z.string() }).nullable(),
      /** When the events are deleted, as far as that is known now; null: there are none. */
      deleteAfter: Instant.nullable(),
      answers: z.array(z.object({ position: z.int(), at: Instant })),
      events: z.array(ProcessEvent),
    }),
  },
}
