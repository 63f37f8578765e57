// Runs before the spec files of a jest run. Under test/run.mjs the servers are there already.
import { POSTGRES, startServers } from './servers.mjs'

export default async function setUp() {
  if (process.env[POSTGRES]) return
  globalThis.thisoTestServers = await startServers()
}
