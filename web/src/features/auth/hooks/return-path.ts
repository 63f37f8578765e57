/** Where to go after signing in: a path of this site, whatever the address bar says. */
export function returnPath(wanted: string | null): string {
  if (!wanted?.startsWith('/')) return '/'
  let url: URL
  try {
    // The parser decides as the browser would: '//evil.example' and '/\evil.example' leave the site.
    url = new URL(wanted, window.location.origin)
  } catch {
    return '/'
  }
  if (url.origin !== window.location.origin || /^\/dang-(nhap|ky)\/?$/.test(url.pathname)) return '/'
  return url.pathname + url.search + url.hash
}
