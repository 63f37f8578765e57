import { existsSync, readdirSync } from 'node:fs'
import { type RouteName, routes } from '@thiso/contracts/routes'
import { at } from '../support/place'
import { useStage } from '../support/stage'

const stage = useStage()

interface Operation {
  operationId: string
  parameters: { name: string; in: string; required: boolean; schema: object }[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { description: string; content?: Record<string, { schema?: object }> }>
  security?: object[]
}
let document: {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}

beforeAll(async () => {
  document = (await (await stage.guest().send('GET', '/api/openapi.json')).json()) as typeof document
})

function refsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(refsIn)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, member]) => (key === '$ref' ? [String(member)] : refsIn(member)))
}

describe('the OpenAPI document', () => {
  it.each(Object.keys(routes) as RouteName[])('has %s, with its parameters, bodies and who may call it', (name) => {
    const { method, path, access } = routes[name]
    const operation = document.paths[`/api${path.replace(/:(\w+)/g, '{$1}')}`]?.[method.toLowerCase()] as Operation
    expect(operation.operationId).toBe(name)
    const inPath = operation.parameters
      .filter((parameter) => parameter.in === 'path')
      .map((parameter) => parameter.name)
    expect(inPath).toEqual([...path.matchAll(/:(\w+)/g)].map(([, param]) => param))
    for (const parameter of operation.parameters) expect(typeof parameter.schema).toBe('object')
    expect(operation.responses['200']).toBeDefined()
    expect(operation.responses['default']?.content?.['application/problem+json']).toBeDefined()
    expect(operation.security === undefined).toBe(access === 'public')
    if (!('file' in routes[name]))
      expect(typeof operation.responses['200']?.content?.['application/json']?.schema).toBe('object')
  })

  it('has nothing besides, and no operation twice', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
    expect(operations).toHaveLength(Object.keys(routes).length)
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
    expect(document.openapi).toBe('3.1.0')
  })

  it('points only to what it holds, and holds nothing that is pointed to nowhere', () => {
    const refs = new Set(refsIn(document))
    for (const ref of refs) {
      expect(ref).toMatch(/^#\/components\/schemas\/\w+$/)
      expect(document.components.schemas).toHaveProperty([ref.split('/').at(-1) as string])
    }
    const unused = Object.keys(document.components.schemas).filter((name) => !refs.has(`#/components/schemas/${name}`))
    expect(unused).toEqual([])
  })
})

describe('figures for operators', () => {
  it('carry nobody’s name, log-in or address', async () => {
    const person = await stage.client('contestant', 'Huỳnh Thúc Kháng')
    await person.get('me')
    const text = await (await stage.guest().send('GET', '/api/metrics')).text()
    for (const name of [
      'thiso_saved_responses_total',
      'thiso_response_group_seconds',
      'nodejs_eventloop_lag_p99_seconds',
    ])
      expect(text).toContain(`# TYPE ${name} `)
    expect(text).not.toMatch(/Huỳnh|cont\.|127\.0\.0\.1/)
  })
})

const describeWithSites =
  existsSync(at('web/dist/index.html')) && existsSync(at('admin/dist/index.html')) ? describe : describe.skip

describeWithSites('the two sites', () => {
  const get = async (path: string) => {
    const response = await stage.guest().send('GET', path)
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      headers: response.headers,
      text: await response.text(),
    }
  }

  it.each(['/', '/any/page/of/the/app', '/admin/', '/admin/any/page'])(
    '%s is a page, asked for anew each time',
    async (path) => {
      const page = await get(path)
      expect([page.status, page.type]).toEqual([200, 'text/html; charset=utf-8'])
      expect(page.headers.get('cache-control')).toBe('no-cache')
      expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
      expect(page.text).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>[^<]/)
    },
  )

  it.each(['web', 'admin'])('built files of %s may be kept for a year', async (app) => {
    const folder = at(app, 'dist/assets')
    const file = readdirSync(folder).find((name) => name.endsWith('.js')) as string
    const reply = await get(`${app === 'admin' ? '/admin' : ''}/assets/${file}`)
    expect(reply.status).toBe(200)
    expect(reply.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each([
    '/assets/none.js',
    '/admin/assets/none.css',
    '/favicon-none.ico',
    '/api/none',
    '/.env',
    '/package.json',
    '/..%2f..%2fpackage.json',
  ])('%s is not found, in one shape', async (path) => {
    const reply = await get(path)
    expect([reply.status, reply.type]).toEqual([404, 'application/problem+json; charset=utf-8'])
    expect(JSON.parse(reply.text)).toMatchObject({ code: 'REQUEST.NOT_FOUND' })
  })

  it('/admin leads to /admin/', async () => {
    const reply = await stage.guest().send('GET', '/admin')
    expect([reply.status, reply.headers.get('location')]).toEqual([302, '/admin/'])
  })
})
