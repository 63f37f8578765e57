// @ts-check
// The one place that decides when a command ends: by its work, by a failure, or by a signal.
import { endChildren } from './process.mjs'
import { complain, say } from './say.mjs'

/** @typedef {(how: { hurry: boolean }) => Promise<unknown> | unknown} Cleanup */

class Stopped extends Error {}

export class Lifetime {
  /** @type {Cleanup[]} */
  #cleanups = []
  #stopping = false
  #hurry = false
  #signalledAt = 0
  /** @type {Promise<void> | undefined} */
  #ending

  /**
   * Later parts end before earlier ones.
   * @param {Cleanup} cleanup
   */
  onStop(cleanup) {
    this.#cleanups.push(cleanup)
  }

  /** To be called between steps: leaves the work when a signal came meanwhile. */
  check() {
    if (this.#stopping) throw new Stopped()
  }

  get isStopping() {
    return this.#stopping
  }

  /**
   * Does the work and ends the process: 0 after a signal or when done, 1 after a failure.
   * @param {() => Promise<number | void>} work its number is the exit code
   */
  async run(work) {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => this.#signalled())
    }
    // npm's shell dies of a signal without passing it on; nobody is left to stop us then.
    if (process.env.npm_lifecycle_event) {
      const parent = process.ppid
      setInterval(() => process.ppid !== parent && !this.#stopping && this.#signalled(), 500).unref()
    }
    // The terminal may be gone, which must not keep the parts from being ended in order.
    process.stdout.on('error', () => undefined)
    process.stderr.on('error', () => undefined)
    let code = 0
    try {
      code = (await work()) || 0
    } catch (error) {
      if (!this.#stopping) {
        complain(error)
        code = 1
      }
    }
    await this.#end()
    process.exit(code)
  }

  #signalled() {
    // npm passes on the signal that the terminal has already sent: the echo is not a second wish.
    const isEcho = Date.now() - this.#signalledAt < 700
    if (isEcho) return
    this.#signalledAt = Date.now()
    if (!this.#stopping) {
      this.#stopping = true
      say('\n  Đang dừng… · stopping (Ctrl-C lần nữa để dừng ngay · again to hurry)')
      endChildren()
      this.#end().then(() => {
        say('  Đã dừng · stopped')
        process.exit(0)
      })
      return
    }
    this.#hurry = true
    // The step under way began calmly; ask every part once more, hastily.
    for (const cleanup of [...this.#cleanups].reverse())
      void Promise.resolve(cleanup({ hurry: true })).catch(() => undefined)
  }

  #end() {
    this.#ending ??= this.#endAll()
    return this.#ending
  }

  async #endAll() {
    this.#stopping = true
    for (const cleanup of [...this.#cleanups].reverse()) {
      try {
        await cleanup({ hurry: this.#hurry })
      } catch (error) {
        complain(error)
      }
    }
  }
}
