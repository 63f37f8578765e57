// @ts-check
// Drives test/bench/classroom/bare-server.mjs.
import { startProcess } from '../../stage.mjs'
import { addressOf, connect } from '../wire.mjs'

/** @type {import('../adapter.js').Adapter['start']} */
export async function start() {
  const server = await startProcess('test/bench/classroom/bare-server.mjs', {})
  return { url: `http://127.0.0.1:${server.port}`, pid: server.pid, stop: server.stop }
}

/** @type {import('../adapter.js').Adapter['open']} */
export async function open({ url }) {
  const host = await connect(url, '127.0.0.1', () => undefined)
  /** @type {Awaited<ReturnType<typeof connect>>[]} */
  const players = []
  return {
    async join(index, heard) {
      const player = await connect(url, addressOf(index), (text) =>
        heard(text.startsWith('["item"') ? 'item' : text.startsWith('["outcome"') ? 'outcome' : 'other'),
      )
      await player.send('["join",{}]')
      players[index] = player
    },
    next: () => host.send('["next",{}]'),
    answer: async (index) => {
      await players[index]?.send(`["answer",{"answer":"${index % 4}"}]`)
    },
    reveal: () => host.send('["reveal",{}]'),
    stored: async () => null,
    hostMessages: () => null,
    async end() {
      for (const player of [...players, host]) player.close()
    },
  }
}
