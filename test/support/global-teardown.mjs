export default async function tearDown() {
  await globalThis.thisoTestServers?.stop()
}
