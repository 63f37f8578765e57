import type { ApiBody } from '@thiso/contracts'
import { PROCESS_BATCH, PROCESS_EVENT_LIMIT } from '@thiso/contracts/vocab'

export type PageEvent = ApiBody<'recordProcess'>['events'][number]
export type Noted = Omit<PageEvent, 'id' | 'atMs'>

/** What the recorder needs from outside; tests put models in their place. */
export interface RecorderPorts {
  send(events: readonly PageEvent[]): Promise<{ taken: readonly string[]; isClosed: boolean }>
  /** Sent while the page goes away; nobody will be there to hear the answer. */
  sendInPassing(events: readonly PageEvent[]): void
  read(): readonly PageEvent[]
  keep(events: readonly PageEvent[]): void
  /** The device's clock in ms since 1970. */
  now(): number
  newId(): string
}

export interface Recorder {
  note(event: Noted): void
  /** Hands in what waits; failing is no matter, it is tried again. */
  flush(): Promise<void>
  leave(): void
}

/**
 * PE-4: keeps what the page notes until the server has it, through times without network and reloads, and never more than the server would
 * keep. It has no part in how answers are sent.
 */
export function createRecorder(ports: RecorderPorts): Recorder {
  let waiting: readonly PageEvent[] = ports.read()
  let isClosed = false
  let sending: Promise<void> | null = null

  const put = (events: readonly PageEvent[]) => {
    waiting = events
    ports.keep(events)
  }

  async function hand(): Promise<void> {
    while (waiting.length > 0 && !isClosed) {
      const answer = await ports.send(waiting.slice(0, PROCESS_BATCH))
      isClosed = answer.isClosed
      put(isClosed ? [] : waiting.filter(({ id }) => !answer.taken.includes(id)))
    }
  }

  return {
    note(event) {
      if (isClosed || waiting.length >= PROCESS_EVENT_LIMIT) return
      put([...waiting, { ...event, id: ports.newId(), atMs: ports.now() }])
    },
    flush() {
      sending ??= hand()
        .catch(() => undefined)
        .finally(() => {
          sending = null
        })
      return sending
    },
    leave() {
      if (waiting.length > 0 && !isClosed) ports.sendInPassing(waiting.slice(0, PROCESS_BATCH))
    },
  }
}
