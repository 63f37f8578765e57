/** Which version the address asks for: `?phien-ban=2`; the one in use where it names none. */
export const VERSION_KEY = 'phien-ban'

export function versionIn(search: URLSearchParams): number | undefined {
  const version = Number(search.get(VERSION_KEY) ?? '')
  return Number.isInteger(version) && version >= 1 && version <= 1_000_000 ? version : undefined
}
