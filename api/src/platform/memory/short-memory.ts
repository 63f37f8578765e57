/**
 * Answers that may be a moment old: whoever asks within `freshMs` of a reading gets what was read, and everybody who asks while it
 * is being read shares that reading. A failed reading is forgotten.
 */
export class ShortMemory<T> {
  private readonly entries = new Map<string, { at: number; value: Promise<T> }>()

  constructor(private readonly freshMs: number) {}

  get(key: string, read: () => Promise<T>): Promise<T> {
    const known = this.entries.get(key)
    if (known && performance.now() - known.at < this.freshMs) return known.value
    const value = read()
    this.entries.set(key, { at: performance.now(), value })
    value.catch(() => this.forget(key, value))
    return value
  }

  /** @param value only if this is still the one that is remembered */
  forget(key: string, value?: Promise<T>): void {
    if (value === undefined || this.entries.get(key)?.value === value) this.entries.delete(key)
  }
}
