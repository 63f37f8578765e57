import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { at, root } from '../../support/place'

export interface Launcher {
  pid: number
  said: () => string
  /** Resolves when the start screen is complete; rejects with what was said when the launcher ended before. */
  ready: Promise<void>
  /** The exit code, or the signal. */
  ended: Promise<number | NodeJS.Signals | null>
  signal: (signal: NodeJS.Signals) => void
  /** The processes that it has started and that still run, by what they run. */
  children: () => { pid: number; command: string }[]
}

const running = new Set<ChildProcess>()
// A spec that throws must not leave a platform behind; the api ends when its launcher is gone.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** `npm start` without npm: the launcher on a data folder of its own, with nothing of the caller's settings. */
export function launch(env: Record<string, string>): Launcher {
  const child = spawn(process.execPath, [at('api/launch/start.mjs')], {
    cwd: root,
    env: { PATH: process.env['PATH'], TZ: process.env['TZ'], THISO_SKIP_INSTALL: '1', THISO_SKIP_BUILD: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let said = ''
  let isUp: () => void = () => undefined
  const up = new Promise<void>((resolve) => {
    isUp = resolve
  })
  const listen = (chunk: Buffer) => {
    said += chunk.toString('utf8')
    if (/Ctrl-C\n/.test(said)) isUp()
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('close', (code, signal) => {
      running.delete(child)
      resolve(code ?? signal)
    }),
  )
  const ready = Promise.race([
    up,
    ended.then((how) => {
      throw new Error(`the launcher ended (${how}) before it was up:\n${said}`)
    }),
  ])
  ready.catch(() => undefined)
  const pid = child.pid as number
  return {
    pid,
    said: () => said,
    ready,
    ended,
    signal: (signal) => child.kill(signal),
    children: () => childrenOf(pid),
  }
}

function childrenOf(parent: number): { pid: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const [state, ppid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        if (Number(ppid) !== parent || state === 'Z') return []
        return [{ pid: Number(name), command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') }]
      } catch {
        // It has ended meanwhile.
        return []
      }
    })
}
