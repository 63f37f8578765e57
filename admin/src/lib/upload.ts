import type { ApiOutput, Problem } from '@thiso/contracts'
import { type RouteName, routes, urlOf } from '@thiso/contracts/routes'
import { ApiError, NetworkError } from '@thiso/kit/api/client'

/**
 * Sends a file and what goes with it as a multipart form. Resolves with the route's response; throws ApiError for a refusal and
 * NetworkError when the server was not reached within `timeoutMs` (files take longer than calls: a minute unless told).
 */
export async function upload<N extends RouteName>(
  name: N,
  form: FormData,
  { params, timeoutMs = 60_000 }: { params?: Record<string, string>; timeoutMs?: number } = {},
): Promise<ApiOutput<N>> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), timeoutMs)
  let response: Response
  let payload: unknown
  try {
    response = await fetch(urlOf(name, params), {
      method: routes[name].method,
      credentials: 'same-origin',
      signal: controller.signal,
      headers: { accept: 'application/json', 'x-thi-so': '1' },
      body: form,
    })
    payload = await response.json()
  } catch (error) {
    if (controller.signal.aborted) throw new NetworkError('timeout')
    throw new NetworkError(error instanceof SyntaxError ? 'unreadable' : 'offline')
  } finally {
    clearTimeout(timer)
  }
  if (response.ok) return payload as ApiOutput<N>
  if (typeof payload === 'object' && payload !== null && 'messages' in payload) throw new ApiError(payload as Problem)
  throw new NetworkError('unreadable')
}
