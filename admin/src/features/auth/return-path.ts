/**
 * Where to go after signing in: a path of this panel, never an address from elsewhere that a link carried along, and
 * never back to the door.
 */
export function returnPath(wanted: string | null, origin: string): string {
  if (!wanted?.startsWith('/')) return '/'
  let url: URL
  try {
    url = new URL(wanted, origin)
  } catch {
    return '/'
  }
  if (url.origin !== origin || url.pathname.startsWith('//') || url.pathname.startsWith('/dang-nhap')) return '/'
  return url.pathname + url.search + url.hash
}
