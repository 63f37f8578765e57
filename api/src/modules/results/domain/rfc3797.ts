import { createHash } from 'node:crypto'
import { remainder } from './verifiable-draw.js'

/** With its counter of two bytes the method cannot tell more names apart. */
const MOST_NAMES = 65_535

/**
 * The selection of RFC 3797, for whoever wants a draw to be checked with a program of others: the key is made of public
 * numbers, the i-th selection is MD5(be16(i) ‖ key ‖ be16(i)) modulo what is left of the list.
 * @param key the sources as `keyOf` writes them
 * @returns numbers of the list's lines, from 1, in the order of selection
 * @throws RangeError for lists that the method cannot serve
 */
export function selectByRfc3797(key: string, length: number, count: number): number[] {
  if (length > MOST_NAMES || count > length) throw new RangeError('the method serves at most 65535 names')
  const lines = Array.from({ length }, (_, index) => index + 1)
  const turn = Buffer.alloc(2)
  return Array.from({ length: count }, (_, i) => {
    turn.writeUInt16BE(i)
    const digest = createHash('md5').update(turn).update(key, 'latin1').update(turn).digest()
    return lines.splice(remainder(digest, lines.length), 1)[0] as number
  })
}

/** The key of RFC 3797 (section 4): the numbers of each source ascending with a stop behind each, then a slash. */
export function keyOf(sources: readonly (readonly number[])[]): string {
  return sources
    .map(
      (numbers) =>
        `${[...numbers]
          .sort((a, b) => a - b)
          .map((number) => `${number}.`)
          .join('')}/`,
    )
    .join('')
}
