import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { startPostgres } from '../../../api/launch/postgres.mjs'
import { processInfo } from '../../../api/launch/process.mjs'

type Postgres = Awaited<ReturnType<typeof startPostgres>>

export interface OwnPostgres {
  url: string
  /** Every process of the server at once, as when the machine kills it for want of memory or the power fails. */
  kill: () => Promise<void>
  /** From now on a server that has died is started again on the same port, as the launcher does. */
  watch: (log: (line: string) => void) => void
  stop: () => Promise<void>
}

/** A server with the settings of the real one: unlike the server that all specs share, a commit of this one survives a kill. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'thiso-own-'))
  let postgres: Postgres
  try {
    postgres = await startPostgres({ dataDir: folder })
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  return {
    url: postgres.url,
    kill: () => killServer(folder),
    watch: (log) => postgres.watch(log),
    stop: async () => {
      await postgres.stop({ hurry: true })
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The process that leads the server of a data folder; undefined when none is noted. */
export async function serverPid(dataDir: string): Promise<number | undefined> {
  const text = await readFile(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')
  return Number(text.split('\n')[0]) || undefined
}

/** Every process of a data folder's server, without a word to any. */
export async function killServer(dataDir: string): Promise<void> {
  const leader = await serverPid(dataDir)
  if (!leader) throw new Error('no server to kill')
  // The leader first, so that it cannot mend what it sees dying.
  const children = childrenOf(leader)
  process.kill(leader, 'SIGKILL')
  for (const child of children) {
    try {
      process.kill(child, 'SIGKILL')
    } catch {
      // It was faster.
    }
  }
}

/** Read in one go: in between the server would go on serving, and the clients of a spec leave little time. */
function childrenOf(parent: number): number[] {
  const children: number[] = []
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8')
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
      if (Number(fields[1]) === parent) children.push(Number(name))
    } catch {
      // It has ended meanwhile.
    }
  }
  return children
}

/** A dead process that nobody has asked about yet (a zombie) is dead: who would ask is not ours to say. */
export function isAlive(pid: number): boolean {
  const state = processInfo(pid)?.state
  return state !== undefined && state !== 'Z' && state !== 'X'
}
