import type { BundleLine } from '../modules/proof/domain/bundle.js'
import type { Kept } from './check-notes.js'
import type { FindingCode } from './findings.js'
import { BundleVerifier } from './verify-bundle.js'

type Of<K extends BundleLine['kind']> = Extract<BundleLine, { kind: K }>

/** For specs: the lines of one kind, in their order. */
export function linesOfKind<K extends BundleLine['kind']>(lines: readonly string[], kind: K): Of<K>[] {
  return lines.filter((text) => text.startsWith(`{"kind":"${kind}"`)).map((text) => JSON.parse(text) as Of<K>)
}

/**
 * For specs: a bundle with the nth line of a kind (from 0) changed as somebody would with an editor.
 * @param change gets the line; returns what stands instead of it, or null to take it away
 */
export function tampered<K extends BundleLine['kind']>(
  lines: readonly string[],
  kind: K,
  n: number,
  change: (line: Of<K>) => Of<K> | null,
): string[] {
  let seen = -1
  return lines.flatMap((text) => {
    if (!text.startsWith(`{"kind":"${kind}"`)) return [text]
    seen++
    if (seen !== n) return [text]
    const changed = change(JSON.parse(text) as Of<K>)
    return changed === null ? [] : [JSON.stringify(changed)]
  })
}

/** For specs: what does not hold, by kind of finding and with its English sentence. */
export function failuresOf(lines: readonly string[], kept: Kept = {}): { code: FindingCode; said: string }[] {
  const verifier = new BundleVerifier(kept)
  for (const line of lines) verifier.line(line)
  return verifier.end().list.flatMap(({ code, state, en }) => (state === 'failed' ? [{ code, said: en }] : []))
}
