/** What many people do at once when a round or a class begins. */
export const JOINING_ACTS = ['sign-up', 'start', 'seat'] as const
export type JoiningAct = (typeof JOINING_ACTS)[number]

/**
 * Where a request comes from: the own machine or a private network (a school's Wi-Fi around this server), a network from which many
 * people of one unit took part before (a school, a hall), or any other (a household, a carrier's gateway).
 */
export type NetworkKind = 'local' | 'known' | 'other'

/**
 * How often an act is usual from one network within its window (ten minutes of signing up, two of starting, one of seats; `rate-limits.ts`): a school of some nine hundred that begins together behind one
 * address stays below; a class signs up sixty at a time. Starting values, assumed.
 */
const USUAL: Record<JoiningAct, { other: number; known: number }> = {
  'sign-up': { other: 60, known: 600 },
  start: { other: 900, known: 3_000 },
  seat: { other: 1_500, known: 1_700 },
}

/**
 * EX-5: whether a proof of work is asked before an act: only once more of it came from the network in the window than is usual there,
 * never within a private network, where pupils sit around the machine and there may be no other way in.
 * @param count acts of the network in the window, this one included
 */
export function asksProof(act: JoiningAct, count: number, network: NetworkKind): boolean {
  return network !== 'local' && count > USUAL[act][network]
}

/** Loopback, private and link-local addresses (RFC 1918, RFC 4193, RFC 3927, RFC 4291). */
export function isLocalAddress(address: string): boolean {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '')
  return (
    /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)/.test(plain) ||
    plain === '::1' ||
    /^(fe[89ab]|f[cd])[0-9a-f]{0,2}:/.test(plain)
  )
}
