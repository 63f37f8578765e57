// @ts-check
// How the phones of a room come in: the address of this machine in the local network, as text and as a QR code in the terminal.
// Needs no internet; the platform is built and installed by the time this is asked for.
import { createRequire } from 'node:module'
import os from 'node:os'
import { pathToFileURL } from 'node:url'
import { at } from './place.mjs'
import { bold, faint, say } from './say.mjs'

/** Light modules around the code; the light ground of the block adds to them. */
const QUIET_ZONE = 2
/** Black on white whatever the colours of the terminal are: a code in its own colours is read on a light one only. */
const INK = '\u001b[38;5;16;48;5;231m'
const PLAIN = '\u001b[0m'

/** @returns {Promise<string[]>} the likeliest first; empty without a network */
export async function roomAddresses() {
  const { lanAddresses } = await import(pathToFileURL(at('api/dist/kernel/lan-addresses.js')).href)
  return lanAddresses(os.networkInterfaces())
}

/**
 * @param {{ addresses: string[], port: number, isTerminal: boolean }} facts
 */
export async function showRoomDoor({ addresses: [first, ...others], port, isTerminal }) {
  say()
  if (!first) {
    say('  Máy này chưa ở trong mạng nào: nối Wi-Fi hoặc bật điểm phát Wi-Fi trên máy để điện thoại của lớp vào được.')
    say(
      '  This computer is in no network: join a Wi-Fi or turn on its own hotspot, so that the phones of a class can come in.',
    )
    return
  }
  const address = `http://${first}:${port}/lop`
  say(
    `  Học sinh nối cùng mạng với máy này (không cần Internet) rồi mở ${bold(address)}${isTerminal ? ' hoặc quét mã.' : '.'}`,
  )
  say(
    `  Pupils join the same network (no internet needed) and open that address${isTerminal ? ' or scan the code.' : '.'}`,
  )
  if (others.length > 0)
    say(
      faint(
        `  Địa chỉ khác của máy · other addresses: ${others.map((other) => `http://${other}:${port}/lop`).join('  ')}`,
      ),
    )
  if (!isTerminal) return
  const qrcode = createRequire(import.meta.url)('qrcode')
  const { size, data } = qrcode.create(address, { errorCorrectionLevel: 'L' }).modules
  say()
  for (const line of halfBlocks(size, data)) say(`    ${INK}${line}${PLAIN}`)
}

/**
 * Two rows of modules in a line of text, quiet zone included.
 * @param {number} size modules on a side
 * @param {ArrayLike<number>} data row by row, 0 for a light one
 */
export function halfBlocks(size, data) {
  const isDark = (/** @type {number} */ row, /** @type {number} */ column) =>
    row >= 0 && row < size && column >= 0 && column < size && Boolean(data[row * size + column])
  const lines = []
  for (let row = -QUIET_ZONE; row < size + QUIET_ZONE; row += 2) {
    let line = ''
    for (let column = -QUIET_ZONE; column < size + QUIET_ZONE; column++)
      line += ' ▀▄█'[(isDark(row, column) ? 1 : 0) + (isDark(row + 1, column) ? 2 : 0)]
    lines.push(line)
  }
  return lines
}
