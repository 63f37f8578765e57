import type { ErrorCode } from '@thiso/contracts'

/** What a thread and its host say to each other. */
export type FromThread =
  | { kind: 'ask'; id: number; name: string; payload: unknown }
  | { kind: 'done'; result: unknown }
  | {
      kind: 'failed'
      name: string
      message: string
      stack: string | undefined
      problem: { code: ErrorCode; params: Record<string, string | number> | undefined } | null
    }

export interface ToThread {
  id: number
  value: unknown
}
