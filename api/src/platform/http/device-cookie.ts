import '@fastify/cookie'
import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Settings } from '../config/settings.js'
import { cookieOf, isSecure } from './session-cookie.js'

/** As long as browsers keep a cookie at most. */
const DAYS = 400

function nameOf(settings: Settings): string {
  return isSecure(settings) ? '__Host-thiso-device' : 'thiso-device'
}

/**
 * The mark of the device behind a request, set anew for as long as possible: a random number of this site, made for a browser that has
 * none. Nothing about the device goes into it.
 * @returns its hash, which is all that is ever stored: 32 hex digits
 */
export function deviceOf(request: FastifyRequest, reply: FastifyReply, settings: Settings): string {
  const given = cookieOf(request, nameOf(settings))
  const mark = given && /^[A-Za-z0-9_-]{22}$/.test(given) ? given : randomBytes(16).toString('base64url')
  reply.setCookie(nameOf(settings), mark, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(settings),
    maxAge: DAYS * 86_400,
  })
  return createHash('sha256').update(mark).digest('hex').slice(0, 32)
}
