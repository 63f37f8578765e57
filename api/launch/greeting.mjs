// @ts-check
// The last screen of a start: where to go, who to log in as, how to stop.
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { at } from './place.mjs'
import { roomAddresses, showRoomDoor } from './room-door.mjs'
import { bold, faint, say } from './say.mjs'

const loopback = /^(127\.|localhost$|::1$)/
const anywhere = /^(0\.0\.0\.0|::|\*)$/

/** @param {{ host: string, port: number, dataDir: string, logFile: string, demo: boolean, isEmbedded: boolean, tookMs: number }} facts */
export async function greet({ host, port, dataDir, logFile, demo, isEmbedded, tookMs }) {
  const here = anywhere.test(host) || loopback.test(host) ? 'localhost' : host
  const addresses = anywhere.test(host) ? await roomAddresses() : []
  say()
  say(`  ${bold('Thi Số đang chạy')} · is running  ${faint(`${(tookMs / 1000).toFixed(1)} s`)}`)
  say()
  row('Thí sinh · contestants', bold(`http://${here}:${port}/`))
  row('Ban tổ chức · organizers', bold(`http://${here}:${port}/admin/`))
  if (addresses[0]) row('Trong mạng nội bộ · local network', bold(`http://${addresses[0]}:${port}/`))
  if (anywhere.test(host)) await showRoomDoor({ addresses, port, isTerminal: Boolean(process.stdout.isTTY) })
  if (demo) await showLogIns()
  say()
  row('Dữ liệu · data', isEmbedded ? dataDir : 'DATABASE_URL')
  row('Nhật ký · log', logFile)
  row('Dừng · stop', 'Ctrl-C')
  say()
}

/** @param {string} label @param {string} value */
function row(label, value) {
  say(`  ${label.padEnd(34)} ${value}`)
}

async function showLogIns() {
  const file = at('seed/dist/demo/log-ins.js')
  if (!existsSync(file)) return
  /** @type {{ role: string, login: string, password: string }[]} */
  const logIns = await import(pathToFileURL(file).href).then((module) => module.demoLogIns ?? []).catch(() => [])
  if (logIns.length === 0) return
  const widthOf = (/** @type {'role' | 'login'} */ key) => Math.max(...logIns.map((each) => each[key].length))
  say()
  say(`  ${bold('Tài khoản dùng thử')} · demo log-ins`)
  for (const { role, login, password } of logIns) {
    say(`    ${role.padEnd(widthOf('role'))}   ${bold(login.padEnd(widthOf('login')))}   ${password}`)
  }
}
