// @ts-check
// CPU seconds that a process and its children have used so far, from /proc.
import { readdirSync, readFileSync } from 'node:fs'

const TICKS = 100

/** @returns {number} user + system seconds of one process; 0 when it is gone */
export function cpuSeconds(/** @type {number} */ pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS
  } catch {
    return 0
  }
}

/** The same for all processes whose parent is `pid`. */
export function cpuSecondsOfChildren(/** @type {number} */ pid) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(Number(name)) === pid)
    .reduce((total, name) => total + cpuSeconds(Number(name)), cpuSeconds(pid))
}

function parentOf(/** @type {number} */ pid) {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'latin1')
        .replace(/^.*\) /, '')
        .split(' ')[1],
    )
  } catch {
    return 0
  }
}
