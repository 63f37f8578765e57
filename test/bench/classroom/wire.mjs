// @ts-check
// One device of a player: a plain websocket that speaks just enough of the socket.io protocol, and understands no more of a message than
// it must. Thousands of them share a core with the server, so they have to be cheap.
import WebSocket from 'ws'

/** A phone on 4G has an address of its own: each player comes from one of this machine's loopback addresses. */
export function addressOf(/** @type {number} */ index) {
  return `127.1.${index >> 7}.${1 + (index & 127)}`
}

/**
 * Connects; resolves once the server has taken the device in. `heard` is called with the text of each event, `["name",…]`; `send`
 * resolves with what the server acknowledges.
 * @returns {Promise<{ send: (line: string) => Promise<any>, close: () => void }>}
 */
export function connect(
  /** @type {string} */ url,
  /** @type {string} */ localAddress,
  /** @type {(text: string) => void} */ heard,
  /** @type {Record<string, string>} */ headers = {},
) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
      localAddress,
      headers,
    })
    /** @type {Map<number, (reply: any) => void>} */
    const waiting = new Map()
    let number = 0
    socket.on('error', reject)
    socket.on('message', (/** @type {Buffer} */ data) => {
      const first = data[0]
      if (first === 48) socket.send('40{"protocol":1}')
      else if (first === 50) socket.send('3')
      else if (first === 52 && data[1] === 48)
        resolve({
          send: (/** @type {string} */ line) =>
            new Promise((done) => {
              waiting.set(++number, done)
              socket.send(`42${number}${line}`)
            }),
          close: () => socket.terminate(),
        })
      else if (first === 52 && data[1] === 51) {
        const text = data.toString('utf8', 2)
        const at = text.indexOf('[')
        const id = Number(text.slice(0, at))
        waiting.get(id)?.(JSON.parse(text.slice(at))[0])
        waiting.delete(id)
      } else if (first === 52 && data[1] === 50) heard(data.toString('utf8', 2))
    })
  })
}
