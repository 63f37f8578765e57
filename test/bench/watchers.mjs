// @ts-check
// Thousands of board watchers in one process of their own: plain websocket clients that speak just enough of the socket.io protocol.
import WebSocket from 'ws'

/** Patches arriving further apart than this belong to different broadcasts. */
const GAP_MS = 400

process.on('message', async (/** @type {any} */ job) => {
  if (job.stop) process.exit(0)
  const { port, count, roundId, seconds } = job
  /** @type {{ at: number, bytes: number }[]} */
  const arrivals = []
  let isCounting = false
  const sockets = []
  for (let i = 0; i < count; i += 100) {
    sockets.push(...(await Promise.all(Array.from({ length: Math.min(100, count - i) }, () => watch()))))
  }
  process.send?.({ watching: sockets.length })
  isCounting = true
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  isCounting = false
  for (const socket of sockets) socket.terminate()
  process.send?.({ broadcasts: broadcastsOf(), bytes: arrivals.at(-1)?.bytes ?? 0 })

  function watch() {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, {
        perMessageDeflate: false,
      })
      socket.on('error', reject)
      socket.on('message', (/** @type {Buffer} */ data) => {
        const first = data[0]
        if (first === 48) socket.send('40{"protocol":1}')
        else if (first === 50) socket.send('3')
        else if (first === 52 && data[1] === 48) socket.send(`420["board:watch",{"roundId":"${roundId}"}]`)
        else if (first === 52 && data[1] === 51) resolve(socket)
        else if (first === 52 && data[1] === 50 && isCounting)
          arrivals.push({ at: performance.now(), bytes: data.length })
      })
    })
  }

  /** Groups of arrivals: how many got it, and how long after the first the median and the last one did. */
  function broadcastsOf() {
    const broadcasts = []
    let group = []
    for (const { at } of arrivals) {
      if (group.length > 0 && at - (group.at(-1) ?? at) > GAP_MS) {
        broadcasts.push(group)
        group = []
      }
      group.push(at)
    }
    if (group.length > 0) broadcasts.push(group)
    return broadcasts.map((times) => {
      const first = times[0] ?? 0
      return {
        reached: times.length,
        medianMs: (times[times.length >> 1] ?? first) - first,
        lastMs: (times.at(-1) ?? first) - first,
      }
    })
  }
})
