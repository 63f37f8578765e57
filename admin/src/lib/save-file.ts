import { type RouteName, urlOf } from '@thiso/contracts/routes'
import { ApiError, NetworkError } from '@thiso/kit/api/client'

type Query = Record<string, string | number | boolean | undefined>

/**
 * Fetches a file and hands it to the browser under the server's name; a plain link would save an error page once the session has ended.
 * Throws ApiError for a refusal and NetworkError when the server was not reached.
 */
export async function saveFile(name: RouteName, params: Record<string, string> = {}, query: Query = {}): Promise<void> {
  let response: Response
  let content: Blob
  try {
    response = await fetch(urlOf(name, params, query), {
      credentials: 'same-origin',
      headers: { 'x-thi-so': '1' },
    })
    content = await response.blob()
  } catch {
    throw new NetworkError('offline')
  }
  if (!response.ok) {
    const problem: unknown = await content
      .text()
      .then(JSON.parse)
      .catch(() => null)
    if (problem && typeof problem === 'object' && 'messages' in problem)
      throw new ApiError(problem as ApiError['problem'])
    throw new NetworkError('unreadable')
  }
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = nameIn(response.headers.get('content-disposition') ?? '')
  link.click()
  // Not at once: some browsers read the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** The name with its Vietnamese letters where the server gives it (RFC 6266), else the plain one. */
function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  try {
    if (encoded) return decodeURIComponent(encoded)
  } catch {
    // A name that cannot be read: the plain one stands beside it.
  }
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? 'thi-so'
}
