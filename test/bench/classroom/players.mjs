// @ts-check
// All players of a class in one process. What the server does is behind an adapter; what is measured is here, the same for every server.

const ANSWER_WITHIN_MS = 2_000
const JOIN_TOGETHER = 50
const PATIENCE_MS = 30_000

process.on('message', async (/** @type {any} */ job) => {
  try {
    process.send?.(await play(job))
  } catch (error) {
    process.send?.({ failed: String(/** @type {Error} */ (error).stack) })
  }
})

/**
 * An adapter's `open(job, count)` answers with a class: `join(index, heard)` seats a player and calls `heard(what, at)` with 'item',
 * 'outcome' or 'other' for each message that arrives; `next()` brings the next item; `answer(index)` resolves at the acknowledgement;
 * `reveal()` shows what answers brought; `stored()` counts answers on the disk; `end()` ends the class.
 */
async function play(/** @type {any} */ job) {
  if (!new URL(job.url).hostname.startsWith('127.')) throw new Error('benches speak to this machine alone')
  const { open } = await import(`./adapters/${job.adapter}.mjs`)
  const { size, items } = job
  const session = await open(job, size)
  /** @type {{ item: number[], outcome: number[] }} */
  const heard = { item: [], outcome: [] }
  let messageCount = 0
  const began = performance.now()
  for (let from = 0; from < size; from += JOIN_TOGETHER)
    await Promise.all(
      Array.from({ length: Math.min(JOIN_TOGETHER, size - from) }, (_, index) =>
        session.join(from + index, (/** @type {'item' | 'outcome' | 'other'} */ what) => {
          messageCount++
          if (what !== 'other') heard[what].push(performance.now())
        }),
      ),
    )
  const joinMs = performance.now() - began
  await sleep(1_500)
  messageCount = 0
  const result = { joinMs, lastItemMs: [], medianItemMs: [], ackMs: [], lastOutcomeMs: [], outcomeCount: 0 }
  for (let item = 0; item < items; item++) {
    heard.item = []
    heard.outcome = []
    const asked = performance.now()
    await session.next()
    await until(() => heard.item.length >= size)
    const times = heard.item.map((at) => at - asked).sort((a, b) => a - b)
    result.lastItemMs.push(/** @type {never} */ (times.at(-1)))
    result.medianItemMs.push(/** @type {never} */ (times[times.length >> 1]))
    await Promise.all(
      Array.from({ length: size }, async (_, index) => {
        await sleep(Math.random() * ANSWER_WITHIN_MS)
        const sent = performance.now()
        await session.answer(index)
        result.ackMs.push(/** @type {never} */ (performance.now() - sent))
      }),
    )
    const shown = performance.now()
    await session.reveal()
    await until(() => heard.outcome.length >= size)
    result.outcomeCount += heard.outcome.length
    result.lastOutcomeMs.push(/** @type {never} */ (/** @type {number} */ (heard.outcome.at(-1)) - shown))
  }
  const storedCount = await session.stored()
  await session.end()
  return { ...result, messageCount, ackedCount: result.ackMs.length, storedCount }
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
