// @ts-check
import { readFileSync } from 'node:fs'

/** Resident memory of a process in MB; 0 when it is gone. */
export function memoryMb(/** @type {number} */ pid) {
  try {
    const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))
    return Math.round(Number(line?.[1] ?? 0) / 1024)
  } catch {
    return 0
  }
}
