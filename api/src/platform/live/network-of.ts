/**
 * What an address stands for when tries are counted. One IPv6 subscriber has a /64 and as many addresses in it as there are, often a /56
 * with 256 of these; of IPv4 an address is one household, school or carrier already.
 */
export function networkOf(address: string, bits: 64 | 56 = 64): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [head = '', tail] = address.split('%')[0]?.toLowerCase().split('::') ?? []
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const groups =
    tail === undefined
      ? before
      : [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after]
  const kept = groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''))
  if (bits === 56) kept[3] = (Number.parseInt(kept[3] ?? '0', 16) & 0xff00).toString(16)
  return `${kept.join(':')}::/${bits}`
}
