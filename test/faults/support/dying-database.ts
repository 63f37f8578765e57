import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface DyingDatabase {
  url: string
  /** How many connections have been told the last words. */
  toldCount: () => number
  /** From now on the server dies at the worst moment: every connection gets its last words, new ones as soon as they are open. */
  die: () => void
  recover: () => void
  stop: () => Promise<void>
}

/** What a server whose leading process was killed says before it ends, as one message of the protocol. */
const LAST_WORDS = message('E', 'SFATAL\0VFATAL\0C57P02\0Mterminating connection due to unexpected postmaster exit\0\0')
const READY = message('Z', 'I')

/**
 * A relay in front of a real database that can put a server's last words into the very packet that opens a connection: what a busy
 * process reads when the server dies in that moment, and what cannot be hit by killing a real one.
 */
export async function startDyingDatabase(databaseUrl: string): Promise<DyingDatabase> {
  const target = new URL(databaseUrl)
  const ends = new Map<Socket, () => void>()
  let isDying = false
  let toldCount = 0
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    const end = (rest: Buffer) => {
      toldCount++
      ends.delete(client)
      upstream.destroy()
      client.end(Buffer.concat([rest, LAST_WORDS]))
    }
    ends.set(client, () => end(Buffer.alloc(0)))
    client.on('data', (chunk) => upstream.write(chunk))
    upstream.on('data', (chunk) => {
      if (isDying && chunk.includes(READY)) end(chunk)
      else client.write(chunk)
    })
    for (const [each, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      each.on('error', () => undefined)
      each.on('close', () => {
        ends.delete(client)
        other.end()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(databaseUrl)
  url.port = String((server.address() as AddressInfo).port)
  const cut = () => {
    for (const end of [...ends.values()]) end()
  }
  return {
    url: url.href,
    toldCount: () => toldCount,
    die: () => {
      isDying = true
      cut()
    },
    recover: () => {
      isDying = false
    },
    stop: async () => {
      cut()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function message(type: string, text: string): Buffer {
  const body = Buffer.from(text)
  const head = Buffer.alloc(5)
  head.write(type, 0)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
