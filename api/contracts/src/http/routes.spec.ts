import { type RouteName, routes, urlOf } from './routes.js'
import { type EndpointSchemas, schemas } from './schemas.js'

const names = Object.keys(routes) as RouteName[]

describe('the address of a call', () => {
  it.each([
    [urlOf('home'), '/api/home'],
    [urlOf('board', { roundId: 'a/b c' }), '/api/rounds/a%2Fb%20c/board'],
    [
      urlOf('exportStandings', { roundId: 'r', format: 'csv' }, { locale: 'vi' }),
      '/api/admin/rounds/r/standings.csv?locale=vi',
    ],
    [
      urlOf('people', {}, { q: 'Tiên Phước', page: 2, role: undefined }),
      '/api/admin/people?q=Ti%C3%AAn%20Ph%C6%B0%E1%BB%9Bc&page=2',
    ],
  ])('%s', (url, expected) => {
    expect(url).toBe(expected)
  })

  it('cannot be made without its parameters', () => {
    expect(() => urlOf('board')).toThrow('roundId')
  })
})

describe('the table of endpoints', () => {
  it('has no two with the same method and path', () => {
    const places = names.map((name) => `${routes[name].method} ${routes[name].path.replace(/:\w+/g, ':')}`)
    expect(new Set(places).size).toBe(places.length)
  })

  it('has schemas for every one, with exactly the parameters of its path', () => {
    expect(Object.keys(schemas).sort((a, b) => a.localeCompare(b))).toEqual(
      [...names].sort((a, b) => a.localeCompare(b)),
    )
    for (const name of names) {
      const wanted = [...routes[name].path.matchAll(/:(\w+)/g)].map(([, param]) => param)
      const { params } = schemas[name] as { params?: { shape: Record<string, unknown> } }
      expect([name, Object.keys(params?.shape ?? {})]).toEqual([name, wanted])
    }
  })

  it('answers with a shape or a file, and takes a body only where something changes', () => {
    for (const name of names) {
      const schema = schemas[name] as EndpointSchemas
      expect([name, schema.response === undefined]).toEqual([name, 'file' in routes[name]])
      if (routes[name].method === 'GET') expect([name, schema.body]).toEqual([name, undefined])
    }
  })

  it('opens nothing of the organizers’ panel to others', () => {
    for (const name of names)
      if (routes[name].path.startsWith('/admin')) {
        expect(Array.isArray(routes[name].access)).toBe(true)
        expect(routes[name].access).not.toContain('contestant')
        const isForTeachers =
          /^\/admin\/(bank|item|bulk-edits|subtopics|documents|media|imports|exports|printed-papers)/
        if (!isForTeachers.test(routes[name].path)) expect(routes[name].access).not.toContain('teacher')
      }
  })

  it('lets teachers read the register and the topic tree, and change neither', () => {
    for (const name of [
      'createDocument',
      'updateDocument',
      'createSubtopic',
      'updateSubtopic',
      'deleteSubtopic',
    ] as const)
      expect(routes[name].access).not.toContain('teacher')
  })

  it('keeps those who run a contest from taking part in it', () => {
    for (const name of ['startAttempt', 'saveResponses', 'submitAttempt', 'takeOverAttempt', 'paper'] as const)
      expect(routes[name].access).toEqual(['contestant', 'teacher'])
  })
})
