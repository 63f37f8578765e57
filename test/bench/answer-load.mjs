// @ts-check
// The people of the answers bench, in a process of their own: each answers without pause over one connection, waits for the ack, goes on.
import { Connection, requestText } from './http-client.mjs'

process.on('message', async (/** @type {any} */ job) => {
  if (job.stop) process.exit(0)
  const { port, people, seconds } = job
  /** @type {number[]} */
  const times = []
  let acked = 0
  let refused = 0
  const until = performance.now() + seconds * 1000
  await Promise.all(
    people.map(async (/** @type {any} */ person) => {
      const connection = new Connection(port)
      while (performance.now() < until) {
        const seq = ++person.seq
        const position = (seq % person.lines.length) + 1
        const lines = person.lines[position - 1]
        const body = `{"holder":"${person.holder}","responses":[{"seq":${seq},"position":${position},"answer":"${lines[seq % lines.length]}"}]}`
        const sentAt = performance.now()
        const response = await connection.send(
          requestText('PUT', `/api/attempts/${person.attemptId}/responses`, person.token, body),
        )
        times.push(performance.now() - sentAt)
        if (response.status === 200) acked++
        else {
          refused++
          if (refused === 1) process.stderr.write(`${response.status} ${response.body}\n`)
        }
      }
      connection.close()
    }),
  )
  times.sort((a, b) => a - b)
  process.send?.({
    acked,
    refused,
    p50: times[Math.floor(times.length * 0.5)],
    p99: times[Math.floor(times.length * 0.99)],
    max: times.at(-1),
    seqs: people.map((/** @type {any} */ person) => person.seq),
  })
})
