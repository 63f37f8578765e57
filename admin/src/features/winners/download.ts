import { ApiError, NetworkError } from '@thiso/kit/api/client'

/**
 * Fetches a file and hands it to the browser to keep. A plain link would do as long as nothing goes wrong; when the
 * session has ended it would save the error in place of the list.
 */
export async function download(url: string, fallbackName: string): Promise<void> {
  let response: Response
  try {
    response = await fetch(url, { credentials: 'same-origin', headers: { 'x-thi-so': '1' } })
  } catch {
    throw new NetworkError('offline')
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => null)
    if (problem && typeof problem === 'object' && 'messages' in problem) throw new ApiError(problem)
    throw new NetworkError('unreadable')
  }
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = nameIn(response.headers.get('content-disposition')) ?? fallbackName
  link.click()
  // Not at once: some browsers read the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

function nameIn(disposition: string | null): string | null {
  if (!disposition) return null
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  if (encoded) {
    try {
      return decodeURIComponent(encoded)
    } catch {
      return null
    }
  }
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? null
}
