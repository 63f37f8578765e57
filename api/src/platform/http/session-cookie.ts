import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Settings } from '../config/settings.js'

export const SESSION_DAYS = 30

/** The `__Host-` prefix binds the cookie to this very host, but browsers accept it over https only. */
export function cookieName(settings: Settings): string {
  return isSecure(settings) ? '__Host-thiso' : 'thiso'
}

export function isSecure(settings: Settings): boolean {
  return settings.publicUrl?.startsWith('https:') ?? false
}

export function setSessionCookie(reply: FastifyReply, settings: Settings, token: string): void {
  reply.setCookie(cookieName(settings), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(settings),
    maxAge: SESSION_DAYS * 86_400,
  })
}

export function clearSessionCookie(reply: FastifyReply, settings: Settings): void {
  reply.clearCookie(cookieName(settings), { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(settings) })
}

/** The session token of a raw Cookie header, or undefined. Read by hand: the answer path parses one cookie only. */
export function sessionTokenOf(request: Pick<FastifyRequest, 'headers'>, name: string): string | undefined {
  const token = cookieOf(request, name)
  return token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : undefined
}

/** A cookie of a raw Cookie header, as it stands there. */
export function cookieOf(request: Pick<FastifyRequest, 'headers'>, name: string): string | undefined {
  const header = request.headers.cookie
  if (!header) return undefined
  const marker = `${name}=`
  let start = header.startsWith(marker) ? 0 : header.indexOf(`; ${marker}`)
  if (start < 0) return undefined
  if (start > 0) start += 2
  const from = start + marker.length
  const to = header.indexOf(';', from)
  return to < 0 ? header.slice(from) : header.slice(from, to)
}
