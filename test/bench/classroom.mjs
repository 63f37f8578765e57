// @ts-check
// A class of N players: they join, get an item, answer within two seconds, see what it brought. The players live in a process of their
// own and speak through an adapter, so that another server can be driven by the same script (test/bench/classroom/README.md).
//   --players=200            one number of players instead of all
//   --adapter=NAME           one server instead of Thi Số and its peer
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { cpuSeconds, cpuSecondsOfChildren } from './cpu.mjs'
import { memoryMb } from './memory.mjs'
import { quantile, round } from './stage.mjs'

const OURS = 'thi-so'
/** Measured in the same run, since figures of two runs on a shared machine cannot be compared. */
const PEER = 'bare-socket'
/** 2,000 is there for the memory. */
const SIZES = [200, 1_000, 2_000, 3_000]
const ITEMS = 5
const MOST_MEMORY_MB = new Map([[2_000, 250]])
/** What the platform promises, by number of players: the item at the last one and the 99th percentile of acknowledgements, in ms. */
const MOST_MS = new Map([
  [1_000, { lastItemMs: 50, ackP99Ms: 35 }],
  [3_000, { lastItemMs: 150, ackP99Ms: 100 }],
])
/** Item, lock, reveal and outcome, with room for one more; a number that does not know how many play. */
const MOST_MESSAGES = 5

/** @typedef {Awaited<ReturnType<typeof playOnce>>} Result */

export async function run(
  /** @type {{ players?: number, adapter?: string }} */ { players, adapter },
  /** @type {(line: string) => void} */ say,
) {
  /** @type {Result[]} */
  const results = []
  for (const size of players ? [players] : SIZES)
    for (const name of adapter ? [adapter] : [PEER, OURS]) {
      const result = await playOnce(name, size, say)
      results.push(result)
      say(JSON.stringify(result))
    }
  const ratios = results
    .filter(({ server }) => server === OURS)
    .flatMap((ours) => {
      const peer = results.find(({ server, players }) => server === PEER && players === ours.players)
      return peer ? [ratioOf(ours, peer)] : []
    })
  return { results, ratios, isPassed: results.every(({ broken }) => broken.length === 0) }
}

/** How many times what the peer takes. */
function ratioOf(/** @type {Result} */ ours, /** @type {Result} */ peer) {
  const times = (/** @type {'lastItemMs' | 'ackP50Ms' | 'ackP99Ms' | 'memoryMb' | 'serverCpuMsPerAnswer'} */ key) =>
    peer[key] > 0 ? round(ours[key] / peer[key], 2) : null
  return {
    players: ours.players,
    lastItem: times('lastItemMs'),
    ackP50: times('ackP50Ms'),
    ackP99: times('ackP99Ms'),
    memory: times('memoryMb'),
    serverCpu: times('serverCpuMsPerAnswer'),
  }
}

async function playOnce(
  /** @type {string} */ adapter,
  /** @type {number} */ size,
  /** @type {(line: string) => void} */ say,
) {
  const { start } = /** @type {import('./classroom/adapter.js').Adapter} */ (
    await import(`./classroom/adapters/${adapter}.mjs`)
  )
  // A server of its own for each number of players: what the class before has left in its memory is not this one's.
  const server = await start(say)
  const cpu = () => ({
    server: cpuSeconds(server.pid),
    database: server.databasePid ? cpuSecondsOfChildren(server.databasePid) : 0,
  })
  const child = fork(fileURLToPath(new URL('./classroom/players.mjs', import.meta.url)), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  try {
    const idleMb = memoryMb(server.pid)
    let most = idleMb
    const memory = setInterval(() => {
      most = Math.max(most, memoryMb(server.pid))
    }, 200)
    let before = cpu()
    /** @type {any} */
    const played = await new Promise((resolve, reject) => {
      child.on('message', (/** @type {any} */ message) => {
        if (message.seated) before = cpu()
        else if (message.failed) reject(new Error(message.failed))
        else resolve(message.played)
      })
      child.once('exit', (code) => reject(new Error(`the players ended with ${code}`)))
      child.send({ adapter, url: server.url, facts: server.facts ?? {}, size, items: ITEMS })
    }).finally(() => clearInterval(memory))
    const after = cpu()
    return judged(adapter, size, played, {
      idleMb,
      memoryMb: most,
      serverCpuS: after.server - before.server,
      databaseCpuS: after.database - before.database,
    })
  } finally {
    child.kill()
    await server.stop()
  }
}

/** The figures of a class, and what of them breaks a promise. */
function judged(
  /** @type {string} */ server,
  /** @type {number} */ players,
  /** @type {any} */ played,
  /** @type {{ idleMb: number, memoryMb: number, serverCpuS: number, databaseCpuS: number }} */ used,
) {
  const sorted = (/** @type {number[]} */ values) => [...values].sort((a, b) => a - b)
  const acks = sorted(played.ackMs)
  const answers = players * ITEMS
  const mostMemory = (server === OURS && MOST_MEMORY_MB.get(players)) || null
  const figures = {
    server,
    players,
    items: ITEMS,
    joinS: round(played.joinMs / 1000),
    // Of five items the one in the middle.
    lastItemMs: round(quantile(sorted(played.lastItemMs), 0.5)),
    worstItemMs: round(quantile(sorted(played.lastItemMs), 1)),
    medianItemMs: round(quantile(sorted(played.medianItemMs), 0.5)),
    ackP50Ms: round(quantile(acks, 0.5), 2),
    ackP99Ms: round(quantile(acks, 0.99), 2),
    lastOutcomeMs: round(quantile(sorted(played.lastOutcomeMs), 0.5)),
    messagesPerPlayerAndItem: round(played.messageCount / answers, 2),
    hostMessagesPerItem: played.hostMessageCount === null ? null : round(played.hostMessageCount / ITEMS, 1),
    ackedCount: acks.length,
    storedCount: played.storedCount,
    outcomeCount: played.outcomeCount,
    rssMb: {
      idle: used.idleMb,
      peak: used.memoryMb,
      most: mostMemory,
      isKept: mostMemory ? used.memoryMb <= mostMemory : null,
    },
    memoryMb: used.memoryMb,
    serverCpuMsPerAnswer: round((used.serverCpuS * 1000) / answers, 3),
    databaseCpuMsPerAnswer: round((used.databaseCpuS * 1000) / answers, 3),
  }
  return { ...figures, broken: server === OURS ? brokenPromises(figures) : [] }
}

function brokenPromises(/** @type {any} */ figures) {
  const { players } = figures
  const time = MOST_MS.get(players)
  const memory = MOST_MEMORY_MB.get(players)
  const broken = []
  if (figures.ackedCount !== players * ITEMS) broken.push('every answer is acknowledged')
  if (figures.storedCount !== figures.ackedCount)
    broken.push('every acknowledged answer is in the database, and no other')
  if (figures.outcomeCount !== players * ITEMS) broken.push('every player sees what the answer brought, once')
  if (figures.messagesPerPlayerAndItem > MOST_MESSAGES) broken.push('messages grow with the number of players')
  if (time && figures.lastItemMs > time.lastItemMs)
    broken.push(`the last player has the item within ${time.lastItemMs} ms`)
  if (time && figures.ackP99Ms > time.ackP99Ms)
    broken.push(`99 of 100 answers are acknowledged within ${time.ackP99Ms} ms`)
  if (memory && figures.memoryMb > memory) broken.push(`no more than ${memory} MB`)
  return broken
}
