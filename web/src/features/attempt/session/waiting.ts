/** Waits that can all be cut short together, when the network is said to be back. */
export function createWaiting() {
  const pending = new Set<() => void>()
  return {
    for(ms: number): Promise<void> {
      return new Promise((resolve) => {
        const finish = () => {
          clearTimeout(timer)
          pending.delete(finish)
          resolve()
        }
        const timer = setTimeout(finish, ms)
        pending.add(finish)
      })
    },
    skip() {
      for (const finish of [...pending]) finish()
    },
    stop() {
      for (const finish of [...pending]) finish()
    },
  }
}
