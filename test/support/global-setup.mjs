// Runs before the spec files of a jest run. Under test/run.mjs the servers are there already.
import { POSTGRES, startServers } from './servers.mjs'

export default async function setUp() {
  if (process.env[POSTGRES]) return
  const servers = await startServers()
  globalThis.thisoTestServers = servers
  // A run that is broken off does not come to its teardown.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => void servers.stop().finally(() => process.exit(1)))
}
