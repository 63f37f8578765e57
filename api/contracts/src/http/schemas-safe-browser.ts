import { z } from 'zod'
import { Id, Instant } from './shapes.js'

const RoundParams = z.object({ roundId: Id })
/** SHA-256 in hex, as the browser's tool shows a key. */
const Hash = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-f]{64}$/)

const Keys = z.object({
  /** "Config Key": of the settings file. Empty: not asked for. */
  configKeys: z.array(Hash).max(10),
  /** "Browser Exam Key": of settings file and program version. Empty: not asked for. */
  browserKeys: z.array(Hash).max(40),
})

export const safeBrowserSchemas = {
  /** What the browser's script interface says about the page; from then on the session carries a pass for a while. */
  proveSafeBrowser: {
    params: RoundParams,
    body: z.object({
      /** The page's address now and as it was loaded: the browser's hash is about one of them. */
      pageUrls: z.array(z.string().max(2_000)).min(1).max(3),
      configKeyHash: Hash.optional(),
      browserKeyHash: Hash.optional(),
    }),
    response: z.object({ until: Instant }),
  },
  safeBrowserKeys: { params: RoundParams, response: Keys },
  setSafeBrowserKeys: { params: RoundParams, body: Keys, response: Keys },
  /** The Config Key of an unencrypted settings file, worked out and forgotten. */
  readSafeBrowserSettings: {
    /** The file in Base64. */
    body: z.object({ file: z.base64().max(900_000) }),
    response: z.object({ configKey: z.string() }),
  },
}
