import { z } from 'zod'
import { Id, Instant, LocalizedText } from './shapes.js'

/** The shapes of what lets anybody check a round. Hashes are hex, signed notes are texts as C2SP writes them. */

const Hex32 = z.string().regex(/^[0-9a-f]{64}$/)
const Hex16 = z.string().regex(/^[0-9a-f]{32}$/)

const Commitment = z.object({
  version: z.int(),
  madeAt: Instant,
  /** C = SHA-256("thiso-round-v1" NUL round NUL secret). */
  secretCommitment: Hex32,
  poolRoot: Hex32,
  poolSize: z.int(),
  note: z.string(),
  /** The note as one line, to be posted anywhere. */
  line: z.string(),
})

const Checkpoint = z.object({
  ordinal: z.int(),
  madeAt: Instant,
  isFinal: z.boolean(),
  line: z.string(),
  /** null while size and root are kept back: then the line says the hash of the note. */
  open: z.object({ size: z.int(), root: Hex32, note: z.string() }).nullable(),
})

export const Receipt = z
  .object({
    format: z.literal('thiso-receipt-1'),
    origin: z.string(),
    round: Id,
    attempt: Id,
    code: z.string(),
    submittedAt: z.int(),
    head: Hex32,
    salt: Hex16,
    /** The platform's signed note over leaf and receipt. */
    promise: z.string(),
  })
  .meta({ id: 'Receipt' })

const ROUND = z.object({ roundId: Id })
const ATTEMPT = z.object({ attemptId: Id })

export const proofSchemas = {
  roundProof: {
    params: ROUND,
    response: z.object({
      roundId: Id,
      roundName: LocalizedText,
      contestId: Id,
      origin: z.string(),
      /** As verifiers are given them (name, id, key): all that ever signed. */
      keys: z.array(z.object({ verifierKey: z.string(), since: Instant, isCurrent: z.boolean() })),
      /** The oldest first; none: nobody was there to commit before the first attempt. */
      commitments: z.array(Commitment),
      /** Size, root and order of the log are kept back until nothing can count any more. */
      isSealed: z.boolean(),
      /** Nothing is added to the log any more. */
      isEnded: z.boolean(),
      /** The newest first, at most twenty. */
      checkpoints: z.array(Checkpoint),
      checkpointCount: z.int(),
      /** The round's secret; null until the round is over and no other round needs its items. */
      secret: Hex32.nullable(),
    }),
  },
  leafProof: {
    params: ROUND.extend({ leaf: Hex32 }),
    response: z.discriminatedUnion('state', [
      /** The log is kept back until the round is over. */
      z.object({ state: z.literal('sealed') }),
      /** Not in a signed state of the log yet. */
      z.object({ state: z.literal('waiting') }),
      /** The log has ended without it. */
      z.object({ state: z.literal('absent') }),
      z.object({
        state: z.literal('included'),
        leafIndex: z.int(),
        /** The first checkpoint that covers it, and the way from the leaf to its root. */
        note: z.string(),
        path: z.array(Hex32),
        /** The newest checkpoint, and what shows that it goes on from the first. */
        newestNote: z.string(),
        consistency: z.array(Hex32),
      }),
    ]),
  },
  checkpointsFile: { params: ROUND },
  poolFile: { params: ROUND },
  attemptReceipt: {
    params: ATTEMPT,
    response: z.object({
      /** null: the attempt has not ended, or ended before logs were kept. */
      card: z
        .object({
          receipt: Receipt,
          /** The page that checks it, with the receipt in the fragment, which no server is told. */
          path: z.string(),
          qr: z.object({ size: z.int(), path: z.string() }),
        })
        .nullable(),
    }),
  },
  paperProof: {
    params: ATTEMPT,
    response: z.object({
      /** null: secret and pool are not told yet. */
      proof: z
        .object({
          secret: Hex32,
          attemptId: Id,
          poolRoot: Hex32,
          /** The commitment that was published in time has this secret and this pool; null: there was none. */
          isAsCommitted: z.boolean().nullable(),
          /** Drawing again gives the paper that was shown. */
          isAsDrawn: z.boolean(),
          /** Points within which papers were kept; null: drawn without regard to difficulty. */
          tolerance: z.number().nullable(),
          /** Versions that came last, because the person had met the item. */
          met: z.array(Id),
          places: z.array(Id),
        })
        .nullable(),
    }),
  },
}
