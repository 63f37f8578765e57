// @ts-check
// The opening hour: people open the round, start, and get their papers, all within a short window; some tap twice.
import { cpuSeconds, cpuSecondsOfChildren } from './cpu.mjs'
import { Connection, requestText } from './http-client.mjs'
import { makeRound, quantile, round, startStage } from './stage.mjs'

export async function run(
  /** @type {Record<string, number>} */ { people = 10_000, seconds = 30 },
  /** @type {(line: string) => void} */ say,
) {
  const stage = await startStage(say)
  try {
    const { roundId, persons } = await makeRound(stage.database, { people })
    say(`${people} people come within ${seconds} s`)
    /** @type {number[]} */
    const times = []
    /** @type {Record<string, number>} */
    const failures = {}
    const attempts = new Map()
    const cpu = () => [cpuSeconds(stage.api.pid), cpuSecondsOfChildren(stage.postmasterPid)]
    const before = cpu()
    const openAt = performance.now()
    // Half of them in the first third, as when a school is told "log in at 08:00".
    const arrival = (/** @type {number} */ share) =>
      (share < 0.5 ? (share / 0.5) * (seconds / 3) : seconds / 3 + ((share - 0.5) / 0.5) * ((seconds * 2) / 3)) * 1000
    await Promise.all(
      persons.map(async (person, index) => {
        const due = openAt + arrival(index / people)
        await new Promise((resolve) => setTimeout(resolve, due - performance.now()))
        const path = `/api/rounds/${roundId}`
        const start = requestText('POST', `${path}/attempts`, person.token, '{"holder":"bench-holder-000000000000"}')
        const connections =
          index % 10 === 0
            ? [new Connection(stage.api.port), new Connection(stage.api.port)]
            : [new Connection(stage.api.port)]
        try {
          await connections[0]?.send(requestText('GET', path, person.token))
          // Every tenth taps twice at the same moment: the same paper must come back.
          const papers = await Promise.all(connections.map((connection) => connection.send(start)))
          times.push(performance.now() - due)
          for (const { status, body } of papers) {
            if (status !== 200) failures[status] = (failures[status] ?? 0) + 1
            else
              attempts.set(person.accountId, [
                ...(attempts.get(person.accountId) ?? []),
                /"attemptId":"([^"]+)"/.exec(body)?.[1],
              ])
          }
        } catch (error) {
          const { message } = /** @type {Error} */ (error)
          failures[message] = (failures[message] ?? 0) + 1
        } finally {
          for (const connection of connections) connection.close()
        }
      }),
    )
    const usedMs = cpu().map((seconds, index) => round(((seconds - (before[index] ?? 0)) * 1000) / people, 2))
    const tookS = (performance.now() - openAt) / 1000
    const { rows } = await stage.database.query(
      'SELECT count(*)::int AS stored, count(DISTINCT account_id)::int AS persons FROM attempt',
    )
    const unequal = [...attempts.values()].filter((ids) => new Set(ids).size !== 1).length
    times.sort((a, b) => a - b)
    return {
      people,
      tookS: round(tookS),
      withPaper: attempts.size,
      stored: rows[0].stored,
      lost: people - attempts.size,
      twice: rows[0].stored - rows[0].persons + unequal,
      failures,
      apiCpuMsPerPerson: usedMs[0],
      databaseCpuMsPerPerson: usedMs[1],
      p50Ms: round(quantile(times, 0.5)),
      p99Ms: round(quantile(times, 0.99)),
      maxMs: round(times.at(-1) ?? 0),
      isPassed: attempts.size === people && rows[0].stored === people && unequal === 0,
    }
  } finally {
    await stage.stop()
  }
}
