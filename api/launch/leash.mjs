// @ts-check
// `node leash.mjs <script> [arguments]`: runs a development tool that ends with its launcher, even one that was killed.
// A process group of its own, since the compiler's script starts a program which a signal to the script would leave alive.
import { spawn } from 'node:child_process'

const tool = spawn(process.execPath, process.argv.slice(2), { stdio: 'inherit' })
tool.once('exit', (code) => process.exit(code ?? 0))
process.once('disconnect', () => {
  if (process.platform === 'win32') tool.kill()
  else process.kill(-process.pid, 'SIGTERM')
})
