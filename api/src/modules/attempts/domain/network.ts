/**
 * AT-16: where an attempt was started from, shortened to a network: the first 24 bits of IPv4, the first 48 of IPv6. Enough to find out
 * whom an outage of a school's line hit, too little to name a device.
 * @returns null for what is no address
 */
export function networkOf(address: string): string | null {
  const v4 = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/i.exec(address)
  if (v4) return v4.slice(1).every((part) => Number(part) <= 255) ? `${v4[1]}.${v4[2]}.${v4[3]}.0/24` : null
  const groups = groupsOf(address.split('%')[0] ?? '')
  return groups && `${groups.slice(0, 3).join(':')}::/48`
}

/** The eight groups of an IPv6 address without leading zeros. */
function groupsOf(address: string): string[] | null {
  const halves = address.split('::')
  if (halves.length > 2 || !address.includes(':')) return null
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - head.length - tail.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null
  const all = [...head, ...Array.from({ length: missing }, () => '0'), ...tail]
  if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null
  return all.map((group) => Number.parseInt(group, 16).toString(16))
}
