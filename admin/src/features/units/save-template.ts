import { urlOf } from '@thiso/contracts/routes'
import { ApiError, NetworkError } from '@thiso/kit/api/client'

/** Fetches the template and hands it to the browser; a plain link would save an error page once the session has ended. */
export async function saveTemplate(): Promise<void> {
  let response: Response
  try {
    response = await fetch(urlOf('unitTemplate'), { credentials: 'same-origin', headers: { 'x-thi-so': '1' } })
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
  link.download = 'mau-don-vi.xlsx'
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
