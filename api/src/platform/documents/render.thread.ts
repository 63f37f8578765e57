import { serveThread } from '../threads/serve-thread.js'
import { type RenderOrder, renderFile } from './render-file.js'

/** A thread of its own for every file: setting hundreds of pages is work that answers of a running round do not wait for. */
serveThread<RenderOrder>(async (order) => {
  // Of its own, so that it can be handed over.
  const bytes = Uint8Array.from(await renderFile(order))
  return { result: bytes, transfer: [bytes.buffer] }
})
