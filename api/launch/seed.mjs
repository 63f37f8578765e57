// @ts-check
// `npm run seed -- <scenario> [--contestants N]`: fills the database of DATABASE_URL, or the bundled one, which may be in
// use by a running `npm start`.
import { spawn } from 'node:child_process'
import { build } from './build.mjs'
import { readEnvironment } from './environment.mjs'
import { install } from './install.mjs'
import { Lifetime } from './lifetime.mjs'
import { at, root } from './place.mjs'
import { openDatabase } from './up.mjs'

const life = new Lifetime()
await life.run(async () => {
  const settings = await readEnvironment()
  await install()
  if (process.env.THISO_SKIP_BUILD !== '1') await build({ only: 'server' })
  life.check()
  // The report reads files alone.
  const { env } = process.argv[2] === 'content-report' ? { env: process.env } : await openDatabase(life, settings)
  life.check()
  const child = spawn(process.execPath, [at('seed/dist/cli.js'), ...process.argv.slice(2)], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
  life.onStop(async () => {
    child.kill()
    await ended
  })
  return /** @type {Promise<number>} */ (ended)
})
