import type { Door } from './QrCode'

/** Every address of a door, the likeliest first, as the server orders them. */
const all = ({ others, ...first }: Door) => [first, ...others]

/** How many addresses a door has, and which of them, from 1, it is told by once `doorBy` has chosen. */
export function doorCount(door: Door, host: string | null): { at: number; count: number } {
  const addresses = all(door)
  return {
    at:
      Math.max(
        0,
        addresses.findIndex(({ url }) => hostOf(url) === host),
      ) + 1,
    count: addresses.length,
  }
}

/** The door by the address of this host and port, where it has it; otherwise as it is. */
export function doorBy(door: Door, host: string | null): Door {
  const chosen = all(door).find(({ url }) => hostOf(url) === host)
  return chosen ? { ...chosen, others: all(door).filter((each) => each !== chosen) } : door
}

/** Host and port of the address after the one that is told, and after the last one the first again. */
export function nextDoor(door: Door, host: string | null): string {
  const addresses = all(door)
  const { at } = doorCount(door, host)
  return hostOf((addresses[at % addresses.length] ?? door).url)
}

const hostOf = (url: string) => new URL(url).host
