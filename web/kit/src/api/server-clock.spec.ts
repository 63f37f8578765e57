/// <reference types="jest" />
import { noteServerTime, serverNow } from './server-clock'

/** One module, one clock: the samples follow each other as on a page. */
it('the shortest trip wins, a contradiction replaces it, and the page’s own clock does not matter', () => {
  const at = (ms: number) => new Date(ms).toISOString()
  const start = performance.now()
  const base = Date.parse('2026-10-10T01:00:00Z')
  noteServerTime(at(base), start, start + 40)
  expect(serverNow() - (base - 20 + (performance.now() - start))).toBeCloseTo(0, -1)
  // A slower answer that agrees within its error changes nothing.
  noteServerTime(at(base + 100), start + 30, start + 250)
  expect(Math.abs(serverNow() - (base - 20 + (performance.now() - start)))).toBeLessThan(2)
  // The phone slept for a minute: performance.now() stood still, the server's clock did not.
  noteServerTime(at(base + 60_000), start + 300, start + 600)
  expect(Math.abs(serverNow() - (base + 60_000 - 450 + (performance.now() - start)))).toBeLessThan(2)
  noteServerTime('not a time', start, start + 1)
  noteServerTime(undefined, start, start + 1)
  expect(serverNow()).toBeGreaterThan(base + 50_000)
})
