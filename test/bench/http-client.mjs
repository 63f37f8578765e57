// @ts-check
// A keep-alive HTTP/1.1 client of one connection, light enough not to be what is measured. Loopback only.
import net from 'node:net'

/** No answer by then is a failure of what is measured. */
const TIMEOUT_MS = 20_000

export class Connection {
  /** @param {number} port */
  constructor(port) {
    this.socket = net.connect({ host: '127.0.0.1', port, noDelay: true })
    /** @type {((response: { status: number, body: string }) => void) | undefined} */
    this.resolve = undefined
    /** @type {((error: Error) => void) | undefined} */
    this.reject = undefined
    this.buffered = ''
    this.socket.setEncoding('latin1')
    this.socket.on('data', (/** @type {string} */ chunk) => this.take(chunk))
    const fail = (/** @type {Error} */ error) => {
      const reject = this.reject
      this.resolve = this.reject = undefined
      reject?.(error)
    }
    this.socket.on('error', fail)
    this.socket.on('close', () => fail(new Error('closed')))
  }

  /** Sends a whole request text and resolves with its answer. @returns {Promise<{ status: number, body: string }>} */
  send(/** @type {string} */ request) {
    return new Promise((resolve, reject) => {
      if (this.socket.destroyed) return reject(new Error('closed before sending'))
      const timer = setTimeout(() => this.socket.destroy(new Error('no answer in time')), TIMEOUT_MS)
      this.resolve = (response) => {
        clearTimeout(timer)
        resolve(response)
      }
      this.reject = (error) => {
        clearTimeout(timer)
        reject(error)
      }
      this.socket.write(request)
    })
  }

  /** @param {string} chunk */
  take(chunk) {
    this.buffered = this.buffered === '' ? chunk : this.buffered + chunk
    const head = this.buffered.indexOf('\r\n\r\n')
    if (head < 0) return
    const at = this.buffered.search(/content-length: /i)
    const length = at < 0 || at > head ? 0 : Number.parseInt(this.buffered.slice(at + 16, at + 26), 10)
    if (this.buffered.length < head + 4 + length) return
    const response = {
      status: Number(this.buffered.slice(9, 12)),
      body: this.buffered.slice(head + 4, head + 4 + length),
    }
    this.buffered = this.buffered.slice(head + 4 + length)
    const resolve = this.resolve
    this.resolve = this.reject = undefined
    resolve?.(response)
  }

  close() {
    this.socket.destroy()
  }
}

/** The text of a JSON request. */
export function requestText(
  /** @type {string} */ method,
  /** @type {string} */ path,
  /** @type {string} */ token,
  /** @type {string} */ body = '',
) {
  return `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: thiso=${token}\r\nx-thi-so: 1\r\n${
    body ? `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n` : ''
  }\r\n${body}`
}
