import { createHash } from 'node:crypto'
import { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import { serveThread } from '../../../platform/threads/serve-thread.js'
import { adviceFor } from '../domain/advice.js'
import { type RehearsalInput, rehearse } from '../domain/rehearse.js'

/** A thread of its own: tens of thousands of people at work would keep the answers of a running round waiting. */
serveThread<RehearsalInput>(async (input) => {
  // The same settings give the same rehearsal, whoever asks and how often.
  const seed = createHash('sha256').update(JSON.stringify(input)).digest()
  const found = rehearse(input, new DeterministicRandom(seed))
  return { result: { ...found, advice: adviceFor(input, found, seed) } }
})
