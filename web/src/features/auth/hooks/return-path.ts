/** Where to go after signing in: a path of this site, whatever the address bar says. */
export function returnPath(wanted: string | null, origin = window.location.origin): string {
  if (!wanted?.startsWith('/')) return '/'
  let url: URL
  try {
    // The parser decides as the browser would: '//evil.example' and '/\evil.example' leave the site.
    url = new URL(wanted, origin)
  } catch {
    return '/'
  }
  if (url.origin !== origin || /^\/dang-(nhap|ky)\/?$/.test(url.pathname)) return '/'
  return url.pathname + url.search + url.hash
}
