// @ts-check
// Runs within a server under test (`node --import`): how long does its event loop stand still? Told in time of the processor beside time
// of the clock, so that whatever else the machine is busy with does not count.
import { openSync, readSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) watch()

function watch() {
  const cpuMs = clockOfThread()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  let longest = 0
  let begun = 0
  let before = cpuMs()
  const turn = () => {
    const now = cpuMs()
    longest = Math.max(longest, now - before)
    before = now
    setTimeout(turn, 1)
  }
  turn()
  process.on('message', (message) => {
    if (message === 'loop-probe:begin') {
      delay.reset()
      longest = 0
      before = begun = cpuMs()
      process.send?.({ loopProbe: {} })
    }
    if (message === 'loop-probe:hold') {
      const until = cpuMs() + 200
      while (cpuMs() < until);
      process.send?.({ loopProbe: {} })
    }
    if (message === 'loop-probe:end') {
      const stallMs = Math.max(longest, cpuMs() - before)
      process.send?.({ loopProbe: { stallMs, workMs: cpuMs() - begun, stallByClockMs: delay.max / 1e6 } })
    }
  })
}

/** Time that this thread has spent on a processor, in ms; where the system does not say, that of the whole process. */
function clockOfThread() {
  try {
    const file = openSync(`/proc/self/task/${process.pid}/schedstat`, 'r')
    const bytes = Buffer.alloc(80)
    return () => Number(bytes.toString('latin1', 0, readSync(file, bytes, 0, 80, 0)).split(' ')[0]) / 1e6
  } catch {
    return () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000
  }
}
