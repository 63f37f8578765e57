/**
 * What the bench needs to know of a server. An adapter is a module in `adapters/` that exports `start` and `open` (README.md).
 * Everything that is measured happens outside of it, so that it is the same for every server.
 */
export interface Adapter {
  /** Starts the server on loopback. Called in the bench's own process, once for each number of players. */
  start(say: (line: string) => void): Promise<Running>
  /** Makes a class ready for `size` players. Called in the players' process. */
  open(job: Job, size: number): Promise<Class>
}

export interface Running {
  url: string
  /** The server itself: its memory and processor time are measured. */
  pid: number
  /** The parent of its database's processes, if it has one: their processor time is measured together. */
  databasePid?: number
  /** Whatever `open` needs besides; goes from one process to the other, so plain data alone. */
  facts?: Record<string, string>
  stop(): Promise<unknown>
}

export interface Job {
  url: string
  facts: Record<string, string>
  /** How many items are played. */
  items: number
}

/** 'item': the open item is here; 'outcome': what the own answer brought is here; 'other': anything else, which counts as a message. */
export type Heard = 'item' | 'outcome' | 'other'

export interface Class {
  /** Seats a player; resolves once the server would send an item there. `heard` is called for every message that arrives, except acknowledgements. */
  join(index: number, heard: (what: Heard) => void): Promise<void>
  /** The host's tap that brings the next item to everybody. */
  next(): Promise<void>
  /** Sends an answer of that player to the open item; resolves when the server has acknowledged it. */
  answer(index: number): Promise<void>
  /** The host's tap that tells everybody what the answers brought. */
  reveal(): Promise<void>
  /** How many answers of this class the server has on its disk; null: it keeps none there. */
  stored(): Promise<number | null>
  /** Ends the class and closes every connection. */
  end(): Promise<void>
  /** Messages that the host's own screen has got so far; null: there is none. */
  hostMessages(): number | null
}
