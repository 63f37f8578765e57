import fc from 'fast-check'
import { type Asking, askingOf, isOpen, LAPSE_MS, MISSED_MS, type SeatRequestState, WORD_MS } from './seat-request.js'

const NOW = 10_000_000
const ago = fc.option(
  fc.integer({ min: 0, max: 300_000 }).map((ms) => NOW - ms),
  { nil: null },
)
const device = fc.constantFrom('a', 'b', 'c')
const anyRequest: fc.Arbitrary<SeatRequestState> = fc.record({
  deviceHash: device,
  repeatedAtMs: fc.integer({ min: 0, max: 300_000 }).map((ms) => NOW - ms),
  admittedAtMs: ago,
  refusedHash: fc.option(device, { nil: null }),
  refusedAtMs: ago,
})

/** The request after a device has asked at that moment, as it is written. */
function asked(before: SeatRequestState | null, deviceHash: string, nowMs: number) {
  const asking = askingOf(before, deviceHash, nowMs)
  if (asking === 'repeats' && before) return { asking, request: { ...before, repeatedAtMs: nowMs } }
  if (asking !== 'opens') return { asking, request: before }
  const isBack = before?.refusedHash === deviceHash
  const request: SeatRequestState = {
    deviceHash,
    repeatedAtMs: nowMs,
    admittedAtMs: null,
    refusedHash: isBack ? null : (before?.refusedHash ?? null),
    refusedAtMs: isBack ? null : (before?.refusedAtMs ?? null),
  }
  return { asking, request }
}

const fresh = (deviceHash: string, at: number) => asked(null, deviceHash, at).request as SeatRequestState
const refused = (request: SeatRequestState, at: number): SeatRequestState => ({
  ...request,
  refusedHash: request.deviceHash,
  refusedAtMs: at,
})

describe('CR-52: asking for a seat that another device has', () => {
  it('nobody gets in on the yes that the host said to another device, nor on one that is old', () => {
    fc.assert(
      fc.property(anyRequest, device, (request, asks) => {
        if (askingOf(request, asks, NOW) !== 'admitted') return
        expect(request.deviceHash).toBe(asks)
        expect(NOW - (request.admittedAtMs as number)).toBeLessThanOrEqual(WORD_MS)
      }),
    )
  })

  it('a device that keeps asking is never pushed aside, however many others ask', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('x', 'y', 'z'), fc.integer({ min: 0, max: 900 })), { maxLength: 60 }),
        (others) => {
          let request: SeatRequestState | null = fresh('a', NOW)
          let now = NOW
          for (const [index, [other, afterMs]] of others.entries()) {
            now += afterMs
            const turn = asked(request, other, now)
            expect(turn.asking).toBe('waits')
            // Every few seconds, as a phone does.
            request = index % 3 === 2 ? asked(turn.request, 'a', now).request : turn.request
            expect(request?.deviceHash).toBe('a')
          }
        },
      ),
    )
  })

  it('one that has stopped gives way to the newest soon, and lapses by itself', () => {
    const request = fresh('a', NOW)
    expect(askingOf(request, 'b', NOW + MISSED_MS)).toBe('waits')
    expect(askingOf(request, 'b', NOW + MISSED_MS + 1)).toBe('opens')
    expect(isOpen(request, NOW + LAPSE_MS)).toBe(true)
    expect(isOpen(request, NOW + LAPSE_MS + 1)).toBe(false)
    expect(askingOf(request, 'a', NOW + LAPSE_MS)).toBe('repeats')
    expect(askingOf(request, 'a', NOW + LAPSE_MS + 1)).toBe('opens')
  })

  it('one that was refused is told so for a while, also when another asks meanwhile, who has the turn at once', () => {
    const no = refused(fresh('a', NOW), NOW + 1_000)
    expect(isOpen(no, NOW + 1_000)).toBe(false)
    const next = asked(no, 'b', NOW + 1_500)
    expect(next.asking).toBe('opens')
    expect(isOpen(next.request as SeatRequestState, NOW + 1_500)).toBe(true)
    for (const request of [no, next.request as SeatRequestState]) {
      expect(askingOf(request, 'a', NOW + 1_000 + WORD_MS)).toBe('refused')
      expect(askingOf(request, 'a', NOW + 1_001 + WORD_MS)).toBe('opens')
    }
  })

  it('a yes holds for two minutes, in which nobody else takes the turn', () => {
    const yes = { ...fresh('a', NOW), admittedAtMs: NOW + 500 }
    expect(askingOf(yes, 'a', NOW + 500 + WORD_MS)).toBe('admitted')
    expect(askingOf(yes, 'b', NOW + 500 + WORD_MS)).toBe('waits')
    expect(askingOf(yes, 'a', NOW + 501 + WORD_MS)).toBe('opens')
    expect(askingOf(yes, 'b', NOW + 501 + WORD_MS)).toBe('opens')
  })

  it('whatever was said before, whoever asks is told one of five things, and a host can answer only who still asks', () => {
    fc.assert(
      fc.property(anyRequest, device, (request, asks) => {
        const { asking, request: after } = asked(request, asks, NOW)
        expect(['admitted', 'refused', 'repeats', 'opens', 'waits'] satisfies Asking[]).toContain(asking)
        const isAsking = asking === 'opens' || asking === 'repeats'
        if (isAsking) expect(isOpen(after as SeatRequestState, NOW)).toBe(true)
        if (isAsking) expect(after?.deviceHash).toBe(asks)
      }),
    )
  })
})
