import { Agent, createServer, type IncomingMessage, request } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

export interface RoundRobin {
  url: string
  /** How many requests each API process has got, in the order given. */
  served: number[]
  stop: () => Promise<void>
}

/**
 * A proxy as plain as can be in front of several API processes: every request, and every websocket, goes to another one than the
 * last, whoever sends it. What works through it needs no memory that only one process has.
 */
export async function startRoundRobin(upstreamUrls: readonly string[]): Promise<RoundRobin> {
  const upstreams = upstreamUrls.map((url) => new URL(url))
  const served = upstreams.map(() => 0)
  const agent = new Agent({ keepAlive: true })
  const sockets = new Set<Socket>()
  let turn = 0
  const next = () => {
    const index = turn++ % upstreams.length
    served[index] = (served[index] ?? 0) + 1
    return upstreams[index] as URL
  }
  const server = createServer((incoming, outgoing) => {
    const { hostname, port } = next()
    const { method, url: path, headers } = incoming
    const forwarded = request({ agent, hostname, port, method, path, headers }, (reply) => {
      outgoing.writeHead(reply.statusCode ?? 502, reply.rawHeaders)
      reply.pipe(outgoing)
    })
    forwarded.on('error', () => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end()))
    incoming.pipe(forwarded)
  })
  server.on('upgrade', (incoming: IncomingMessage, socket: Socket, head: Buffer) => {
    const { hostname, port } = next()
    const upstream = connect(Number(port), hostname, () => {
      const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`]
      for (let i = 0; i < incoming.rawHeaders.length; i += 2)
        lines.push(`${incoming.rawHeaders[i]}: ${incoming.rawHeaders[i + 1]}`)
      upstream.write(`${lines.join('\r\n')}\r\n\r\n`)
      upstream.write(head)
      upstream.pipe(socket).pipe(upstream)
    })
    sockets.add(upstream)
    const end = () => {
      socket.destroy()
      upstream.destroy()
      sockets.delete(upstream)
    }
    for (const each of [socket, upstream]) each.on('error', end).on('close', end)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    served,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
