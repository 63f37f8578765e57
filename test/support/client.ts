import type { ApiBody, ApiOutput, ApiParams, ApiQuery, ErrorCode, Problem } from '@thiso/contracts'
import { type RouteName, routes, urlOf } from '@thiso/contracts/routes'

export interface Call<N extends RouteName> {
  params?: ApiParams<N>
  query?: ApiQuery<N>
  body?: ApiBody<N>
  /** Override or add; undefined takes a header away. */
  headers?: Record<string, string | undefined>
}

export interface Reply<N extends RouteName> {
  status: number
  headers: Headers
  text: string
  /** The parsed body of a 200; reading it of anything else throws. */
  body: ApiOutput<N>
  /** The code of a refusal, or undefined. */
  code: ErrorCode | undefined
  problem: Problem | undefined
}

/** One browser's view of the API: its cookie, and calls by the names of the contract. */
export class Client {
  /** Name to value, as a browser keeps them. */
  readonly cookies = new Map<string, string>()

  constructor(
    readonly baseUrl: string,
    token?: string,
  ) {
    if (token) this.cookies.set('thiso', token)
  }

  /** The same person in another browser window, or talking to another API process. */
  twin(baseUrl = this.baseUrl): Client {
    return new Client(baseUrl, this.cookies.get('thiso'))
  }

  async call<N extends RouteName>(name: N, { params, query, body, headers = {} }: Call<N> = {}): Promise<Reply<N>> {
    const url = urlOf(name, (params ?? {}) as Record<string, string>, (query ?? {}) as Record<string, string>)
    const { method } = routes[name]
    const response = await this.send(method, url, {
      headers: {
        ...(method === 'GET' ? {} : { 'x-thi-so': '1' }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false
    const problem = isProblem ? (JSON.parse(text) as Problem) : undefined
    return {
      status: response.status,
      headers: response.headers,
      text,
      get body() {
        if (response.status !== 200) throw new Error(`${name}: ${response.status} ${text.slice(0, 400)}`)
        return JSON.parse(text) as ApiOutput<N>
      },
      code: problem?.code,
      problem,
    }
  }

  /** The body of a call that must succeed. */
  async get<N extends RouteName>(name: N, call: Call<N> = {}): Promise<ApiOutput<N>> {
    return (await this.call(name, call)).body
  }

  /** The code of a call that must be refused. */
  async refusal<N extends RouteName>(name: N, call: Call<N> = {}): Promise<ErrorCode | undefined> {
    const reply = await this.call(name, call)
    if (reply.status === 200) throw new Error(`${name} was not refused: ${reply.text.slice(0, 400)}`)
    return reply.code
  }

  /** Any request with this browser's cookies. */
  async send(
    method: string,
    path: string,
    {
      headers = {},
      body,
    }: { headers?: Record<string, string | undefined>; body?: string | Uint8Array<ArrayBuffer> } = {},
  ): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const given = Object.entries({ ...(cookie ? { cookie } : {}), ...headers }).filter(
      ([, value]) => value !== undefined,
    )
    const response = await fetch(this.baseUrl + path, {
      method,
      headers: Object.fromEntries(given) as Record<string, string>,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    })
    for (const line of response.headers.getSetCookie()) this.keep(line)
    return response
  }

  private keep(setCookie: string): void {
    const [pair = '', ...attributes] = setCookie.split(/;\s*/)
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
    const isOver = attributes.some(
      (attribute) => /^max-age=0$/i.test(attribute) || /^expires=Thu, 01 Jan 1970/i.test(attribute),
    )
    if (isOver || value === '') this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}
