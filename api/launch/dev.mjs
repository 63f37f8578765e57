// @ts-check
// `npm run dev`: the database, the compiler watching, the api begun again after each clean compile, and both sites served
// by vite with what they ask of the api passed on.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { prepareLog, startApi } from './api-process.mjs'
import { build } from './build.mjs'
import { readEnvironment } from './environment.mjs'
import { install } from './install.mjs'
import { Lifetime } from './lifetime.mjs'
import { at, root } from './place.mjs'
import { claimPort } from './ports.mjs'
import { complain, say } from './say.mjs'
import { openDatabase } from './up.mjs'

const life = new Lifetime()
await life.run(async () => {
  const settings = await readEnvironment()
  const port = settings.port || 3000
  await claimPort(settings.host, port)
  await install()
  // The watching compiler believes its notes and would not bring back deleted products.
  await build({ only: 'server' }).catch(complain)
  life.check()
  const { env } = await openDatabase(life, { ...settings, port })
  life.check()

  const logFile = await prepareLog(settings.dataDir)
  /** @type {import('./api-process.mjs').Api | undefined} */
  let api
  life.onStop((how) => api?.stop(how))
  let turn = Promise.resolve()
  const restart = () => {
    turn = turn.then(async () => {
      await api?.stop()
      if (life.isStopping) return
      api = startApi({ env, logFile, port, isLogShown: true, nodeArgs: ['--enable-source-maps'] })
      await api.ready.then(
        () => say(`  ✓ Máy chủ · api  http://localhost:${port}/`),
        // Not the end: the next save may mend it.
        (error) => life.isStopping || complain(error),
      )
    })
  }

  watchCompiler(life, restart)
  serveSite(life, 'web', 5173, '/', port)
  serveSite(life, 'admin', 5174, '/admin/', port)
  await new Promise(() => undefined)
})

/**
 * @param {Lifetime} lifetime
 * @param {() => void} onCompiled
 */
function watchCompiler(lifetime, onCompiled) {
  const args = [at('node_modules/tsgo/lib/tsc.js'), '-b', 'seed', '--watch', '--preserveWatchOutput']
  const compiler = startTool(lifetime, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  if (!compiler.stdout) return
  /** @type {NodeJS.Timeout | undefined} */
  let waiting
  createInterface({ input: compiler.stdout }).on('line', (line) => {
    if (line.trim() !== '') say(line)
    // Several projects finish one after the other; one restart serves them all.
    if (!/Found 0 errors/.test(line)) return
    clearTimeout(waiting)
    waiting = setTimeout(onCompiled, 400)
  })
}

/**
 * @param {Lifetime} lifetime
 * @param {'web' | 'admin'} folder
 * @param {number} sitePort
 * @param {string} base
 * @param {number} apiPort its vite.config.ts reads PORT to find the api
 */
function serveSite(lifetime, folder, sitePort, base, apiPort) {
  const args = ['--port', String(sitePort), '--strictPort', '--base', base, '--clearScreen', 'false']
  startTool(lifetime, [at('node_modules/vite/bin/vite.js'), ...args], {
    cwd: at(folder),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PORT: String(apiPort) },
  })
}

/**
 * @param {Lifetime} lifetime
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
function startTool(lifetime, args, options) {
  const tool = spawn(process.execPath, [at('api/launch/leash.mjs'), ...args], { ...options, detached: true })
  lifetime.onStop(() => tool.connected && tool.disconnect())
  return tool
}
