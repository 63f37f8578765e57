// @ts-check
// `npm run verify -- FILE [--checkpoint FILE] [--key KEY] [--lang vi|en|both]`: checks a public bundle. It needs no database and no network; it
// installs and builds what is missing, as `npm start` does, and then reads the file alone.
import { spawn } from 'node:child_process'
import { build } from './build.mjs'
import { install } from './install.mjs'
import { Lifetime } from './lifetime.mjs'
import { at } from './place.mjs'

const life = new Lifetime()
await life.run(async () => {
  await install()
  if (process.env.THISO_SKIP_BUILD !== '1') await build({ only: 'server' })
  life.check()
  // Where the caller stands, so that a file may be named from there.
  const cwd = process.env.INIT_CWD ?? process.cwd()
  const child = spawn(process.execPath, [at('api/dist/verify.js'), ...process.argv.slice(2)], { cwd, stdio: 'inherit' })
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
  life.onStop(async () => {
    child.kill()
    await ended
  })
  return /** @type {Promise<number>} */ (ended)
})
