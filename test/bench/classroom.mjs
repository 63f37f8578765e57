// @ts-check
// A class of N players: they join, get an item, answer within two seconds, see what it brought. The players live in a process of their
// own and speak through an adapter, so that another server can be driven by the same script (test/bench/classroom/README.md).
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { cpuSeconds } from './cpu.mjs'
import { memoryMb } from './memory.mjs'
import { quantile, round, startStage } from './stage.mjs'

const SIZES = [200, 1_000, 3_000]
const ITEMS = 3
/** What the platform promises, by number of players: the last one's item and the 99th percentile of acknowledgements, in ms. */
const PROMISED = new Map([
  [1_000, { lastItemMs: 50, ackP99Ms: 35 }],
  [3_000, { lastItemMs: 150, ackP99Ms: 100 }],
])

export async function run(
  /** @type {Record<string, number>} */ { players = 0 },
  /** @type {(line: string) => void} */ say,
) {
  const stage = await startStage(say)
  try {
    const results = []
    for (const size of players > 0 ? [players] : SIZES) {
      const result = await playOnce(stage, size)
      say(
        `${size} players: joined in ${result.joinS} s; item at the last one after ${result.lastItemMs} ms; ack p50 ${result.ackP50Ms}, p99 ${result.ackP99Ms} ms; ${result.messagesPerPlayer} messages a player and item; ${result.memoryMb} MB`,
      )
      results.push(result)
    }
    return { results, isPassed: results.every(({ isPassed }) => isPassed) }
  } finally {
    await stage.stop()
  }
}

async function playOnce(/** @type {Awaited<ReturnType<typeof startStage>>} */ stage, /** @type {number} */ size) {
  const child = fork(fileURLToPath(new URL('./classroom/players.mjs', import.meta.url)), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const message = () =>
    new Promise((resolve, reject) => {
      child.once('message', resolve)
      child.once('exit', (code) => reject(new Error(`the players ended with ${code}`)))
    })
  const cpuBefore = cpuSeconds(stage.api.pid)
  child.send({
    adapter: 'thi-so',
    url: `http://127.0.0.1:${stage.api.port}`,
    databaseUrl: stage.databaseUrl,
    size,
    items: ITEMS,
  })
  const played = /** @type {any} */ (await message())
  const cpuS = cpuSeconds(stage.api.pid) - cpuBefore
  const memory = memoryMb(stage.api.pid)
  child.kill()
  if (played.failed) throw new Error(played.failed)
  const sorted = (/** @type {number[]} */ values) => [...values].sort((a, b) => a - b)
  const acks = sorted(played.ackMs)
  const lastItemMs = round(quantile(sorted(played.lastItemMs), 0.5))
  const ackP99Ms = round(quantile(acks, 0.99))
  const promised = PROMISED.get(size)
  const isWhole =
    played.ackedCount === size * ITEMS &&
    played.storedCount === played.ackedCount &&
    played.outcomeCount === size * ITEMS
  const isLight = size !== 2_000 || memory <= 250
  return {
    players: size,
    joinS: round(played.joinMs / 1000),
    lastItemMs,
    medianItemMs: round(quantile(sorted(played.medianItemMs), 0.5)),
    ackP50Ms: round(quantile(acks, 0.5)),
    ackP99Ms,
    lastOutcomeMs: round(quantile(sorted(played.lastOutcomeMs), 0.5)),
    messagesPerPlayer: round(played.messageCount / size / ITEMS, 2),
    ackedCount: played.ackedCount,
    storedCount: played.storedCount,
    serverCpuS: round(cpuS),
    memoryMb: memory,
    isPassed: isWhole && isLight && (!promised || (lastItemMs <= promised.lastItemMs && ackP99Ms <= promised.ackP99Ms)),
  }
}
