import { errors, routes, type RouteName } from '@thiso/contracts'
import { z } from 'zod'
import { schemasOf } from './endpoint.js'

/** The contract as an OpenAPI 3.1 document, made from the same table that binds the controllers. */
export function openApiDocument(publicUrl: string | undefined): Record<string, unknown> {
  const components: Record<string, unknown> = { Problem: problemSchema() }
  const paths: Record<string, Record<string, unknown>> = {}
  for (const name of Object.keys(routes) as RouteName[]) {
    const path = `/api${routes[name].path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [routes[name].method.toLowerCase()]: operation(name, components) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Thi Số',
      version: '1',
      description:
        'API of the Thi Số contest platform. Every error is a problem+json with a stable code and a sentence in Vietnamese and English.',
    },
    servers: [{ url: publicUrl ?? '/' }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'thiso',
          description: 'Set by signing in. Calls that change something also need the header x-thi-so: 1.',
        },
      },
    },
  }
}

function operation(name: RouteName, components: Record<string, unknown>): Record<string, unknown> {
  const { access, path } = routes[name]
  const schema = schemasOf(name)
  const isFile = 'file' in routes[name]
  return {
    operationId: name,
    tags: [path.split('/')[1] === 'admin' ? `admin/${path.split('/')[2]}` : path.split('/')[1]],
    'x-access': access,
    description: `Who may call it: ${typeof access === 'string' ? access : access.join(', ')}.`,
    ...(access === 'public' ? {} : { security: [{ session: [] }] }),
    parameters: [...parameters(schema.params, 'path', components), ...parameters(schema.query, 'query', components)],
    ...(schema.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: toSchema(schema.body, 'input', components) } },
          },
        }
      : {}),
    responses: {
      200: isFile
        ? {
            description: 'A file',
            content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
          }
        : {
            description: 'OK',
            content: schema.response
              ? { 'application/json': { schema: toSchema(schema.response, 'output', components) } }
              : {},
          },
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function parameters(
  schema: z.ZodType | undefined,
  place: 'path' | 'query',
  components: Record<string, unknown>,
): unknown[] {
  if (!schema) return []
  const { properties = {}, required = [] } = toSchema(schema, 'input', components) as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

/** Named shapes become components; the rest stands in place. */
function toSchema(
  schema: z.ZodType,
  io: 'input' | 'output',
  components: Record<string, unknown>,
): Record<string, unknown> {
  const {
    $schema: _,
    $defs = {},
    ...json
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as Record<string, unknown>
  const moved = JSON.parse(JSON.stringify({ json, $defs }).replaceAll('"#/$defs/', '"#/components/schemas/')) as {
    json: Record<string, unknown>
    $defs: Record<string, unknown>
  }
  Object.assign(components, moved.$defs)
  return moved.json
}

function problemSchema(): Record<string, unknown> {
  const messages = {
    type: 'object',
    properties: { vi: { type: 'string' }, en: { type: 'string' } },
    required: ['vi', 'en'],
  }
  return {
    type: 'object',
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string', enum: Object.keys(errors) },
      messages,
      params: { type: 'object' },
      fields: {
        type: 'array',
        items: { type: 'object', properties: { path: { type: 'string' }, code: { type: 'string' }, messages } },
      },
    },
    required: ['type', 'title', 'status', 'code', 'messages'],
  }
}
