import 'reflect-metadata'
import { RequestMethod } from '@nestjs/common'
import { type RouteName, routes } from '@thiso/contracts/routes'
import { ROLES } from '@thiso/contracts/vocab'
import { AppModule } from '../../api/src/app.module'
import { readSettings } from '../../api/src/platform/config/settings'
import { ROUTE_NAME } from '../../api/src/platform/http/endpoint'
import { filesBelow, isCode, textOf } from './sources'

type Class = new (...given: never[]) => object
interface Handler {
  place: string
  routeName: RouteName | undefined
  method: string
  path: string
}

const settings = readSettings({
  DATABASE_URL: 'postgres://a:b@c/d',
  SESSION_SECRET: 'a secret that nobody will ever use',
})

function controllersOf(root: unknown, seen = new Set<unknown>()): Class[] {
  const dynamic = root as { module?: unknown; imports?: unknown[]; controllers?: Class[] }
  const module = (dynamic.module ?? root) as object
  if (seen.has(module)) return []
  seen.add(module)
  const imports = [...(dynamic.imports ?? []), ...((Reflect.getMetadata('imports', module) as unknown[]) ?? [])]
  const own = [...(dynamic.controllers ?? []), ...((Reflect.getMetadata('controllers', module) as Class[]) ?? [])]
  return [...own, ...imports.flatMap((each) => controllersOf(each, seen))]
}

function handlersOf(controller: Class): Handler[] {
  return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    const handler = controller.prototype[name as never] as unknown as object
    if (name === 'constructor' || typeof handler !== 'function' || !Reflect.hasMetadata('path', handler)) return []
    return [
      {
        place: `${controller.name}.${name}`,
        routeName: Reflect.getMetadata(ROUTE_NAME, handler) as RouteName | undefined,
        method: RequestMethod[Reflect.getMetadata('method', handler) as number] as string,
        path: `${prefixOf(controller)}${Reflect.getMetadata('path', handler) as string}`,
      },
    ]
  })
}

function prefixOf(controller: Class): string {
  const path = Reflect.getMetadata('path', controller) as string
  return path === '/' ? '' : path
}

const handlers = controllersOf(AppModule.with(settings)).flatMap(handlersOf)

it('every handler is bound to an endpoint of the contract', () => {
  expect(handlers.length).toBeGreaterThan(50)
  expect(handlers.filter(({ routeName }) => routeName === undefined).map(({ place }) => place)).toEqual([])
})

/** Endpoints that stand below the framework for speed: they ask for access by hand. */
const plain = filesBelow('api/src', isCode).flatMap((file) =>
  [...textOf(file).matchAll(/\.admit\('(\w+)'/g)].map(([, name]) => ({ name, file })),
)

it.each(Object.keys(routes) as RouteName[])('%s is bound by exactly one handler, at its method and path', (name) => {
  const bound = handlers.filter(({ routeName }) => routeName === name)
  const own = plain.filter((route) => route.name === name)
  expect(bound.length + own.length).toBe(1)
  for (const { file } of own) {
    const text = textOf(file)
    expect(text).toContain(`method: routes.${name}.method`)
    expect(text).toContain(`url: \`/api\${routes.${name}.path}\``)
    expect(text).toContain(`parseInput('${name}'`)
    return
  }
  expect(bound.map(({ method, path }) => ({ method, path }))).toEqual([
    { method: routes[name].method, path: routes[name].path },
  ])
})

it.each(Object.keys(routes) as RouteName[])('%s states who may call it', (name) => {
  const { access } = routes[name]
  if (typeof access === 'string') expect(['public', 'signed-in']).toContain(access)
  else {
    expect(access.length).toBeGreaterThan(0)
    for (const role of access) expect(ROLES).toContain(role)
  }
})
