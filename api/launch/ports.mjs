// @ts-check
import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from './say.mjs'

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<string | undefined>} the reason it cannot be had
 */
function tryPort(host, port) {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code ?? error.message))
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)))
  })
}

/**
 * Waits a little for the port: an api whose launcher was killed is just leaving it.
 * @param {string} host
 * @param {number} port 0 takes any
 */
export async function claimPort(host, port) {
  if (port === 0) return
  const giveUpAt = Date.now() + 5000
  for (;;) {
    const reason = await tryPort(host, port)
    if (!reason) return
    if (reason === 'EACCES') {
      throw new Problem(
        `Không được phép dùng cổng ${port}. Chạy lại với PORT=3000 npm start`,
        `Port ${port} may not be used by this user. Start again with PORT=3000 npm start`,
      )
    }
    if (reason !== 'EADDRINUSE') {
      throw new Problem(
        `Không mở được địa chỉ ${host}:${port} (${reason}). Bỏ HOST hoặc đặt HOST=0.0.0.0 rồi chạy lại.`,
        `The address ${host}:${port} cannot be opened (${reason}). Leave out HOST or set HOST=0.0.0.0 and start again.`,
      )
    }
    if (Date.now() > giveUpAt) throw await portTaken(port)
    await sleep(200)
  }
}

/** @param {string} host @param {number} port */
export const isTaken = async (host, port) => (await tryPort(host, port)) === 'EADDRINUSE'

/** @param {number} port */
export async function portTaken(port) {
  const next = port < 65535 ? port + 1 : 3000
  if (await isOurs(port)) {
    return new Problem(
      `Thi Số đang chạy rồi ở http://localhost:${port}/. Muốn chạy thêm một bản: PORT=${next} npm start`,
      `Thi Số is running already at http://localhost:${port}/. To run another one: PORT=${next} npm start`,
    )
  }
  return new Problem(
    `Cổng ${port} đang được chương trình khác dùng. Chạy lại với PORT=${next} npm start`,
    `Port ${port} is used by another program. Start again with PORT=${next} npm start`,
  )
}

/** @param {number} port */
async function isOurs(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/health/live`, { signal: AbortSignal.timeout(1500) })
    return response.ok && (response.headers.get('content-type') ?? '').includes('json')
  } catch {
    return false
  }
}
