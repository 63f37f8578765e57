// @ts-check
// The people of the answers bench, in a process of their own: each connection answers without pause, waits for the ack, goes on. Several
// attempts take turns on it: nobody's own pace is that of a machine, and one that is would be refused (AT-17).
import { Connection, requestText } from './http-client.mjs'

process.on('message', async (/** @type {any} */ job) => {
  if (job.stop) process.exit(0)
  const { port, people, attemptsEach, seconds } = job
  const groups = Array.from({ length: Math.ceil(people.length / attemptsEach) }, (_, at) =>
    people.slice(at * attemptsEach, (at + 1) * attemptsEach),
  )
  /** @type {number[]} */
  const times = []
  let acked = 0
  let refused = 0
  const until = performance.now() + seconds * 1000
  await Promise.all(
    groups.map(async (/** @type {any[]} */ group) => {
      const connection = new Connection(port)
      for (let turn = 0; performance.now() < until; turn++) {
        const person = group[turn % group.length]
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
