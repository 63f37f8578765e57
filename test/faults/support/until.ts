import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Asks again and again until the answer is neither undefined, null nor false; a machine under load may be slow, so specs wait for
 * conditions and never for a time.
 * @throws Error with `what` and the last error when it does not come true in time
 */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  { withinMs = 20_000, everyMs = 50 } = {},
): Promise<NonNullable<Exclude<T, false>>> {
  const giveUpAt = performance.now() + withinMs
  let last: unknown
  for (;;) {
    try {
      const answer = await ask()
      if (answer !== undefined && answer !== null && answer !== false) return answer as NonNullable<Exclude<T, false>>
      last = undefined
    } catch (error) {
      last = error
    }
    if (performance.now() > giveUpAt) throw new Error(`not within ${withinMs} ms: ${what}`, { cause: last })
    await sleep(everyMs)
  }
}

/** Jest shortens what it compares; measured times belong into the log of the run as they are. */
export function note(line: string): void {
  process.stdout.write(`  ${line}\n`)
}
