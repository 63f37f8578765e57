import { call } from '@thiso/kit/api/client'
import { localStore } from '../place/local-store'
import { createRecorder, type PageEvent, type Recorder } from './recorder'

const PREFIX = 'thi-so.log.'
/** What nobody handed in is forgotten with the attempt, at the latest when another one begins. */
const forgetOthers = (attemptId: string) => {
  const storage = localStore()
  try {
    for (const key of Object.keys(storage ?? {}))
      if (key.startsWith(PREFIX) && key !== PREFIX + attemptId) storage?.removeItem(key)
  } catch {
    // Nothing is kept there then.
  }
}

/** The recorder of an attempt on this device. */
export function attemptRecorder(attemptId: string): Recorder {
  const params = { attemptId }
  const key = PREFIX + attemptId
  const body = (events: readonly PageEvent[]) => ({ sentAtMs: Date.now(), events: [...events] })
  forgetOthers(attemptId)
  return createRecorder({
    send: (events) => call('recordProcess', { params, body: body(events) }),
    sendInPassing(events) {
      call('recordProcess', { params, body: body(events), keepalive: true }).catch(() => undefined)
    },
    read() {
      try {
        const found: unknown = JSON.parse(localStore()?.getItem(key) ?? '[]')
        return Array.isArray(found) ? (found as PageEvent[]) : []
      } catch {
        return []
      }
    },
    keep(events) {
      try {
        if (events.length === 0) localStore()?.removeItem(key)
        else localStore()?.setItem(key, JSON.stringify(events))
      } catch {
        // Full or forbidden: what waits stands in memory until the page is closed.
      }
    },
    now: () => Date.now(),
    newId: () =>
      Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  })
}
