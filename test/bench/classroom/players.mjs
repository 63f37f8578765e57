// @ts-check
// All players of a class in one process. What the server does is behind an adapter; what is measured is here, the same for every server.

const ANSWER_WITHIN_MS = 2_000
const JOIN_TOGETHER = 50
const PATIENCE_MS = 30_000
/** What joining has set in motion (seats told to the host, memory to be given back) comes to rest. */
const REST_MS = 1_500

process.on('message', async (/** @type {any} */ job) => {
  try {
    process.send?.({ played: await play(job) })
  } catch (error) {
    process.send?.({ failed: String(/** @type {Error} */ (error).stack) })
  }
})

async function play(
  /** @type {import('./adapter.js').Job & { adapter: string, size: number }} */ { adapter, size, ...job },
) {
  if (!new URL(job.url).hostname.startsWith('127.')) throw new Error('benches speak to this machine alone')
  const { open } = /** @type {import('./adapter.js').Adapter} */ (await import(`./adapters/${adapter}.mjs`))
  const session = await open(job, size)
  /** @type {Record<import('./adapter.js').Heard, number[]>} */
  const heard = { item: [], outcome: [], other: [] }
  let messageCount = 0
  const began = performance.now()
  for (let from = 0; from < size; from += JOIN_TOGETHER)
    await Promise.all(
      Array.from({ length: Math.min(JOIN_TOGETHER, size - from) }, (_, index) =>
        session.join(from + index, (what) => {
          messageCount++
          if (what !== 'other') heard[what].push(performance.now())
        }),
      ),
    )
  const joinMs = performance.now() - began
  await sleep(REST_MS)
  process.send?.({ seated: true })
  messageCount = 0
  const hostBefore = session.hostMessages()
  /** @type {{ lastItemMs: number[], medianItemMs: number[], ackMs: number[], lastOutcomeMs: number[], outcomeCount: number }} */
  const result = { lastItemMs: [], medianItemMs: [], ackMs: [], lastOutcomeMs: [], outcomeCount: 0 }
  for (let item = 0; item < job.items; item++) {
    heard.item = []
    heard.outcome = []
    const tapped = performance.now()
    await session.next()
    await until(() => heard.item.length >= size)
    const times = heard.item.map((at) => at - tapped).sort((a, b) => a - b)
    result.lastItemMs.push(times.at(-1) ?? 0)
    result.medianItemMs.push(times[times.length >> 1] ?? 0)
    await Promise.all(
      Array.from({ length: size }, async (_, index) => {
        await sleep(Math.random() * ANSWER_WITHIN_MS)
        const sent = performance.now()
        await session.answer(index)
        result.ackMs.push(performance.now() - sent)
      }),
    )
    const shown = performance.now()
    await session.reveal()
    await until(() => heard.outcome.length >= size)
    result.outcomeCount += heard.outcome.length
    result.lastOutcomeMs.push((heard.outcome.at(-1) ?? shown) - shown)
  }
  const hostAfter = session.hostMessages()
  const storedCount = await session.stored()
  await session.end()
  return {
    ...result,
    joinMs,
    messageCount,
    hostMessageCount: hostBefore === null || hostAfter === null ? null : hostAfter - hostBefore,
    storedCount,
  }
}

async function until(/** @type {() => boolean} */ holds) {
  const end = performance.now() + PATIENCE_MS
  while (!holds()) {
    if (performance.now() > end) throw new Error('the players waited in vain')
    await sleep(2)
  }
}

function sleep(/** @type {number} */ ms) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
