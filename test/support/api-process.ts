import { type ChildProcess, spawn } from 'node:child_process'
import { at } from './place'

/** 48 characters, the same in every process of a spec, as several API processes must share it. */
export const SESSION_SECRET = 'khoa-phien-chi-dung-trong-kiem-thu-0123456789abc'

export interface ApiProcess {
  url: string
  port: number
  pid: number
  /** Where it runs, for what is measured from within (`loop-probe.ts`). */
  child: ChildProcess
  /** What it has written so far. */
  log: () => string
  /** In order, as an operator would. */
  stop: () => Promise<void>
  /** At once, as a power cut would. */
  kill: () => Promise<void>
}

const running = new Set<ChildProcess>()
// A spec that throws before its afterAll must not leave a server behind.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts the built API on a free port; resolves when it answers. */
export async function startApi(env: Record<string, string>): Promise<ApiProcess> {
  const child = spawn(process.execPath, [at('api/dist/main.js')], {
    env: {
      PATH: process.env['PATH'],
      TZ: process.env['TZ'],
      NODE_ENV: 'test',
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'warn',
      SESSION_SECRET,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  running.add(child)
  let said = ''
  const listen = (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-200_000)
  }
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  void ended.then(() => running.delete(child))
  const port = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.on('message', (message: { ready?: boolean; port?: number; failed?: string }) => {
      if (message.ready && message.port) resolve(message.port)
      if (message.failed) reject(new Error(message.failed))
    })
    void ended.then(() => reject(new Error(`the api ended while starting:\n${said}`)))
  })
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    const late = setTimeout(() => child.kill('SIGKILL'), 20_000)
    await ended
    clearTimeout(late)
  }
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    pid: child.pid as number,
    child,
    log: () => said,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}
