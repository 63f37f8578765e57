import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { PROTOCOL_VERSION } from '@thiso/contracts'
import fc from 'fast-check'
import { io } from 'socket.io-client'
import { freePort } from '../../api/launch/postgres.mjs'
import { halfBlocks } from '../../api/launch/room-door.mjs'
import { lanAddresses } from '../../api/src/kernel/lan-addresses'
import { type Launcher, launch } from './support/launcher'

let folder: string
let port: number
let launcher: Launcher

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'thiso-door-'))
  port = await freePort()
  launcher = launch({ DATA_DIR: folder, PORT: String(port) })
  await launcher.ready
})

afterAll(async () => {
  launcher.signal('SIGTERM')
  await launcher.ended
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** Whether a websocket is let in for a page of that origin. */
function letsIn(url: string, origin: string): Promise<boolean> {
  const socket = io(url, {
    transports: ['websocket'],
    reconnection: false,
    auth: { protocol: PROTOCOL_VERSION },
    extraHeaders: { origin },
  })
  return new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true))
    socket.once('connect_error', () => resolve(false))
  }).finally(() => socket.close())
}

describe('CR-56: a class comes in over the local network', () => {
  it('npm start says where, or that there is no network', () => {
    const [address] = lanAddresses(os.networkInterfaces())
    if (address) expect(launcher.said()).toContain(`http://${address}:${port}/lop`)
    else expect(launcher.said()).toContain('This computer is in no network')
  })

  it('at that address pages open, people sign in without https, and sockets are let in from its own pages alone', async () => {
    // A machine without a network has its own name only; what is checked is the same.
    const [address = 'localhost'] = lanAddresses(os.networkInterfaces())
    const url = `http://${address}:${port}`
    for (const page of ['/lop', '/lop/choi', '/dieu-khien', '/admin/man-hinh/1']) {
      const response = await fetch(url + page)
      expect([page, response.status]).toEqual([page, 200])
      expect(response.headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests')
      expect(response.headers.get('strict-transport-security')).toBeNull()
    }
    const [, login, password] = /^\s*teacher\s+(\S+)\s+(\S+)/m.exec(launcher.said()) ?? []
    const signIn = (origin: string, site: string) =>
      fetch(`${url}/api/auth/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-thi-so': '1', origin, 'sec-fetch-site': site },
        body: JSON.stringify({ login, password }),
      })
    const own = await signIn(url, 'same-origin')
    expect(own.status).toBe(200)
    expect(own.headers.get('set-cookie')).toMatch(/(^|, )thiso=[A-Za-z0-9_-]{43};/)
    expect(own.headers.get('set-cookie')).not.toMatch(/secure/i)
    expect((await signIn('http://10.9.8.7:3000', 'cross-site')).status).toBe(403)
    expect(await letsIn(url, url)).toBe(true)
    expect(await letsIn(url, 'http://10.9.8.7:3000')).toBe(false)
  })

  it('the code in the terminal has every module in its place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.infiniteStream(fc.constantFrom(0, 1)), (size, stream) => {
        const data = [...stream.take(size * size)]
        const rows = halfBlocks(size, data).flatMap((line) => [
          [...line].map((sign) => ('▀█'.includes(sign) ? 1 : 0)),
          [...line].map((sign) => ('▄█'.includes(sign) ? 1 : 0)),
        ])
        const inner = rows.slice(2, size + 2).map((row) => row.slice(2, size + 2))
        expect(inner.flat()).toEqual(data)
        const count = (all: number[]) => all.reduce((sum, each) => sum + each, 0)
        expect(count(rows.flat())).toBe(count(data))
      }),
    )
  })
})
