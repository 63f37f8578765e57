// @ts-check
// Durable acknowledged answers a second and their p99, beside a bare echo of the same framework, in the same run.
import { answerLines } from './answer-lines.mjs'
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { cpuSeconds, cpuSecondsOfChildren } from './cpu.mjs'
import { Connection, requestText } from './http-client.mjs'
import { makeRound, round, startProcess, startStage } from './stage.mjs'

/** What the product promises on two shared cores. */
const RATIO_WANTED = 0.5
const P99_WANTED_MS = 100

export async function run(
  /** @type {Record<string, number>} */ { people = 200, attemptsEach = 10, seconds = 6, rounds = 3 },
  /** @type {(line: string) => void} */ say,
) {
  const stage = await startStage(say)
  const echo = await startProcess('test/bench/echo-server.mjs', {})
  const load = fork(fileURLToPath(new URL('./answer-load.mjs', import.meta.url)), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  try {
    const { roundId, persons } = await makeRound(stage.database, { people: people * attemptsEach })
    const takers = await startAll(stage.api.port, roundId, persons)
    say(`${takers.length} people have their papers`)
    const measure = (/** @type {number} */ port, /** @type {number} */ duration) =>
      new Promise((resolve) => {
        load.once('message', resolve)
        load.send({ port, people: takers, attemptsEach, seconds: duration })
      })
    await measure(echo.port, 2)
    const warm = /** @type {any} */ (await measure(stage.api.port, 3))
    let acked = warm.acked
    takers.forEach((taker, index) => {
      taker.seq = warm.seqs[index]
    })
    const cpu = () => [cpuSeconds(stage.api.pid), cpuSecondsOfChildren(stage.postmasterPid)]
    /** @type {number[][]} */
    const cpuUs = []
    const echoCpuUs = []
    const echoRates = []
    const answerRates = []
    const p50s = []
    const p99s = []
    let refused = 0
    for (let i = 0; i < rounds; i++) {
      const echoBefore = cpuSeconds(echo.pid)
      const bare = /** @type {any} */ (await measure(echo.port, seconds))
      echoCpuUs.push(((cpuSeconds(echo.pid) - echoBefore) * 1e6) / bare.acked)
      const before = cpu()
      const ours = /** @type {any} */ (await measure(stage.api.port, seconds))
      const used = cpu().map((seconds, index) => ((seconds - (before[index] ?? 0)) * 1e6) / ours.acked)
      cpuUs.push(used)
      takers.forEach((taker, index) => {
        taker.seq = ours.seqs[index]
      })
      acked += ours.acked
      refused += ours.refused
      echoRates.push(bare.acked / seconds)
      answerRates.push(ours.acked / seconds)
      p50s.push(ours.p50)
      p99s.push(ours.p99)
      say(
        `echo ${Math.round(bare.acked / seconds)}/s p99 ${round(bare.p99)} ms · answers ${Math.round(ours.acked / seconds)}/s p50 ${round(ours.p50)} p99 ${round(ours.p99)} ms`,
      )
    }
    // Every acknowledged answer must be in the database, each once.
    const { rows } = await stage.database.query('SELECT count(*)::int AS stored FROM response_event')
    const stored = rows[0].stored
    const ratio = median(answerRates) / median(echoRates)
    return {
      people,
      answersPerSecond: Math.round(median(answerRates)),
      echoPerSecond: Math.round(median(echoRates)),
      ratio: round(ratio, 3),
      p50Ms: round(median(p50s)),
      p99Ms: round(median(p99s)),
      apiCpuUs: round(median(cpuUs.map((used) => used[0] ?? 0))),
      databaseCpuUs: round(median(cpuUs.map((used) => used[1] ?? 0))),
      echoCpuUs: round(median(echoCpuUs)),
      acked,
      stored,
      lost: Math.max(0, acked - stored),
      refused,
      isPassed: ratio >= RATIO_WANTED && median(p99s) <= P99_WANTED_MS && stored >= acked && refused === 0,
    }
  } finally {
    load.kill()
    await echo.stop()
    await stage.stop()
  }
}

/** As many at a time as a pool of connections takes without refusing: this bench is not about the opening. */
const STARTING_AT_ONCE = 100

async function startAll(
  /** @type {number} */ port,
  /** @type {string} */ roundId,
  /** @type {{ token: string }[]} */ persons,
) {
  const takers = []
  for (let from = 0; from < persons.length; from += STARTING_AT_ONCE) {
    const some = persons.slice(from, from + STARTING_AT_ONCE)
    takers.push(...(await Promise.all(some.map((person) => start(port, roundId, person)))))
  }
  return takers
}

/** Starts the person's attempt through the API and keeps what is needed to answer. */
async function start(
  /** @type {number} */ port,
  /** @type {string} */ roundId,
  /** @type {{ token: string }} */ { token },
) {
  const holder = 'bench-holder-000000000000'
  const connection = new Connection(port)
  const response = await connection.send(
    requestText('POST', `/api/rounds/${roundId}/attempts`, token, JSON.stringify({ holder })),
  )
  connection.close()
  if (response.status !== 200) throw new Error(`start: ${response.status} ${response.body}`)
  // Read as latin1 to be cheap; only ASCII parts are used.
  const paper = JSON.parse(response.body)
  return {
    token,
    holder,
    attemptId: paper.attempt.attemptId,
    lines: paper.items.map(answerLines),
    seq: 0,
  }
}

function median(/** @type {number[]} */ values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
