import {
  applyDecorators,
  createParamDecorator,
  Delete,
  type ExecutionContext,
  Get,
  HttpCode,
  Patch,
  Post,
  Put,
  SetMetadata,
} from '@nestjs/common'
import {
  type EndpointSchemas,
  type ParsedBody,
  type ParsedParams,
  type ParsedQuery,
  type Problem,
  type RouteName,
  routes,
  schemas,
} from '@thiso/contracts'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { ProblemError } from '../../kernel/problem-error.js'

export const ROUTE_NAME = 'thiso:route-name'

const METHODS = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete }

/** Binds a controller method to one endpoint of the contract: its method, path and who may call it. */
export function Endpoint(name: RouteName): MethodDecorator {
  const route = routes[name]
  return applyDecorators(METHODS[route.method](route.path), HttpCode(200), SetMetadata(ROUTE_NAME, name))
}

export interface EndpointInput<N extends RouteName> {
  params: ParsedParams<N>
  query: ParsedQuery<N>
  body: ParsedBody<N>
}

export function schemasOf(name: RouteName): EndpointSchemas {
  return schemas[name]
}

/** The parsed params, query and body of the endpoint; whatever does not fit is refused with every field named. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext): EndpointInput<RouteName> => {
  const name = Reflect.getMetadata(ROUTE_NAME, context.getHandler()) as RouteName
  return parseInput(name, context.switchToHttp().getRequest<FastifyRequest>())
})

/** @throws ProblemError REQUEST.INVALID with every field that does not fit */
export function parseInput<N extends RouteName>(name: N, request: FastifyRequest): EndpointInput<N> {
  const schema = schemasOf(name)
  const problems: NonNullable<Problem['fields']> = []
  const input = {
    params: parsePart(schema.params, request.params ?? {}, problems),
    query: parsePart(schema.query, request.query ?? {}, problems),
    body: parsePart(schema.body, request.body ?? {}, problems),
  }
  if (problems.length > 0) throw new ProblemError('REQUEST.INVALID', undefined, problems)
  return input as EndpointInput<N>
}

function parsePart(schema: z.ZodType | undefined, value: unknown, problems: NonNullable<Problem['fields']>): unknown {
  if (!schema) return undefined
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) problems.push(fieldProblem(issue))
  return undefined
}

/** Fields whose form a person has to be told. */
const OWN_SENTENCES: Record<string, { vi: string; en: string } | undefined> = {
  login: {
    vi: 'Hãy nhập số di động Việt Nam (10 chữ số), hoặc tên đăng nhập từ 4 đến 32 chữ cái không dấu, chữ số, dấu chấm hoặc gạch, bắt đầu bằng chữ cái.',
    en: 'Enter a Vietnamese mobile number (10 digits), or a user name of 4 to 32 plain letters, digits, dots or dashes that starts with a letter.',
  },
  slug: {
    vi: 'Đường dẫn gồm 3 đến 60 chữ thường không dấu, chữ số và gạch nối.',
    en: 'The address takes 3 to 60 small plain letters, digits and dashes.',
  },
  url: {
    vi: 'Liên kết phải bắt đầu bằng http:// hoặc https://.',
    en: 'The link must start with http:// or https://.',
  },
}

/** A sentence for each way a value can fail to fit; the raw text of the validation library is never shown. */
function fieldProblem(issue: z.core.$ZodIssue): NonNullable<Problem['fields']>[number] {
  const path = issue.path.join('.')
  const say = (code: string, vi: string, en: string) => ({ path, code, messages: { vi, en } })
  const own = OWN_SENTENCES[issue.path.at(-1) as string]
  if (own && issue.code === 'invalid_format') return say('not_valid', own.vi, own.en)
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? say('missing', 'Chưa nhập thông tin này.', 'This is missing.')
        : say('wrong_type', 'Giá trị không đúng kiểu.', 'This value has the wrong type.')
    case 'too_small':
      return issue.origin === 'string'
        ? Number(issue.minimum) <= 1
          ? say('missing', 'Chưa nhập thông tin này.', 'This is missing.')
          : say('too_short', `Cần ít nhất ${issue.minimum} ký tự.`, `At least ${issue.minimum} characters are needed.`)
        : say('too_small', `Phải từ ${issue.minimum} trở lên.`, `Must be ${issue.minimum} or more.`)
    case 'too_big':
      return issue.origin === 'string'
        ? say('too_long', `Tối đa ${issue.maximum} ký tự.`, `At most ${issue.maximum} characters.`)
        : say('too_big', `Phải từ ${issue.maximum} trở xuống.`, `Must be ${issue.maximum} or less.`)
    default:
      return say('not_valid', 'Giá trị chưa hợp lệ.', 'This value is not valid.')
  }
}
