import { pathToFileURL } from 'node:url'
import type { ApiProcess } from './api-process'
import { at } from './place'

/** How a server stood still while something was asked of it; in ms. */
export interface Stall {
  /** The longest time, of the processor, in which nobody else got a turn. */
  stallMs: number
  /** All time of the processor that its main thread took. */
  workMs: number
  /** The longest time by the clock: also what other programs of the machine took. */
  stallByClockMs: number
}

/** For `useStage` or `startApi`: a server that watches its own loop. */
export const WATCHED = { NODE_OPTIONS: `--import=${pathToFileURL(at('test/support/loop-probe.mjs')).href}` }

export async function stallDuring<T>(api: ApiProcess, work: () => Promise<T>): Promise<Stall & { result: T }> {
  await ask(api, 'begin')
  const result = await work()
  return { ...(await ask(api, 'end')), result }
}

/** Lets the server do nothing for anybody for 200 ms, to see whether that is seen. */
export async function holdUp(api: ApiProcess): Promise<void> {
  await ask(api, 'hold')
}

function ask({ child }: ApiProcess, what: 'begin' | 'hold' | 'end'): Promise<Stall> {
  return new Promise((resolve) => {
    const listen = (message: { loopProbe?: Stall }) => {
      if (!message.loopProbe) return
      child.off('message', listen)
      resolve(message.loopProbe)
    }
    child.on('message', listen)
    child.send(`loop-probe:${what}`)
  })
}
