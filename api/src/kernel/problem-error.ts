import type { ErrorCode, Problem } from '@thiso/contracts'

/** An expected refusal: a stable code with its parameters. The HTTP status and the sentences stand in the contract. */
export class ProblemError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params?: Record<string, string | number>,
    readonly fields?: Problem['fields'],
  ) {
    super(code)
    this.name = 'ProblemError'
  }
}
