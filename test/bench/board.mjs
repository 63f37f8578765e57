// @ts-check
// A board that moves once a second before 1,000 and 3,000 watchers, beside bare socket.io that sends as many bytes to as many.
import { answerLines } from './answer-lines.mjs'
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { cpuSeconds } from './cpu.mjs'
import { Connection, requestText } from './http-client.mjs'
import { makeRound, quantile, round, startProcess, startStage } from './stage.mjs'

const SIZES = [1000, 3000]

export async function run(
  /** @type {Record<string, number>} */ { seconds = 10 },
  /** @type {(line: string) => void} */ say,
) {
  const stage = await startStage(say)
  try {
    const { roundId, persons } = await makeRound(stage.database, { people: 400 })
    /** @type {Record<string, unknown>[]} */
    const results = []
    let next = 0
    for (const watchers of SIZES) {
      // Somebody submits four times a second; the board may send one patch a second.
      const submitting = setInterval(() => {
        const person = persons[next++]
        if (person) void takeAndSubmit(stage.api.port, roundId, person.token)
      }, 250)
      const ours = await watch({ port: stage.api.port, pid: stage.api.pid, count: watchers, roundId, seconds })
      clearInterval(submitting)
      const bareServer = await startProcess('test/bench/bare-socket-server.mjs', {
        PAYLOAD_BYTES: String(Math.max(100, ours.bytes - 60)),
      })
      const bare = await watch({ port: bareServer.port, pid: bareServer.pid, count: watchers, roundId, seconds })
      await bareServer.stop()
      say(
        `${watchers} watchers, ${ours.bytes} bytes: last one ${ours.lastMs} ms after the first (bare ${bare.lastMs}), CPU ${ours.cpuMsPerBroadcast} ms a broadcast (bare ${bare.cpuMsPerBroadcast})`,
      )
      results.push({ watchers, ours, bare, ratioOfLast: round(ours.lastMs / bare.lastMs, 2) })
    }
    return { results, isPassed: results.every((result) => /** @type {any} */ (result.ours).missed === 0) }
  } finally {
    await stage.stop()
  }
}

/** Watches for some seconds; medians over the broadcasts that were seen whole. */
async function watch(
  /** @type {{ port: number, pid: number, count: number, roundId: string, seconds: number }} */ job,
) {
  const child = fork(fileURLToPath(new URL('./watchers.mjs', import.meta.url)), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const message = () => new Promise((resolve) => child.once('message', resolve))
  child.send(job)
  await message()
  const before = cpuSeconds(job.pid)
  const { broadcasts, bytes } = /** @type {any} */ (await message())
  const cpuS = cpuSeconds(job.pid) - before
  child.send({ stop: true })
  // The first and the last may be cut by the window of counting.
  const whole = broadcasts.slice(1, -1)
  const values = (/** @type {string} */ key) =>
    whole
      .map((/** @type {any} */ broadcast) => broadcast[key])
      .sort((/** @type {number} */ a, /** @type {number} */ b) => a - b)
  return {
    broadcasts: whole.length,
    missed: whole.filter((/** @type {any} */ broadcast) => broadcast.reached !== job.count).length,
    bytes,
    medianMs: round(quantile(values('medianMs'), 0.5)),
    lastMs: round(quantile(values('lastMs'), 0.5)),
    worstLastMs: round(values('lastMs').at(-1) ?? 0),
    cpuMsPerBroadcast: round((cpuS * 1000) / Math.max(1, broadcasts.length)),
  }
}

async function takeAndSubmit(/** @type {number} */ port, /** @type {string} */ roundId, /** @type {string} */ token) {
  const connection = new Connection(port)
  const holder = 'bench-holder-000000000000'
  const { body } = await connection.send(
    requestText('POST', `/api/rounds/${roundId}/attempts`, token, JSON.stringify({ holder })),
  )
  const paper = JSON.parse(body)
  const responses = paper.items.map((/** @type {any} */ item, /** @type {number} */ index) => ({
    seq: index + 1,
    position: item.position,
    answer: answerLines(item)[Math.floor(Math.random() * answerLines(item).length)],
  }))
  await connection.send(
    requestText(
      'POST',
      `/api/attempts/${paper.attempt.attemptId}/submit`,
      token,
      JSON.stringify({ holder, responses }),
    ),
  )
  connection.close()
}
