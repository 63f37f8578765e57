/** localStorage, or nothing where the browser forbids even asking for it. */
export function localStore(): Storage | undefined {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}
