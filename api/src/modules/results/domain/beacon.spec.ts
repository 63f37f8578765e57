import fc from 'fast-check'
import { beaconRandomness, beaconRoundAt, beaconRoundTime, firstBeaconRoundFrom } from './beacon.js'

const ROUND = 657_413
const SIGNATURE = 'b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b'

describe('DW-5: the public beacon', () => {
  it('has a round for each moment', () => {
    expect(beaconRoundAt(Date.parse('2026-04-20T00:00:00Z'))).toBe(27_946_612)
  })

  it('names the first round that nobody can know yet', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_700_000_000_000, max: 2_000_000_000_000 }), (atMs) => {
        const round = firstBeaconRoundFrom(atMs)
        expect(beaconRoundTime(round)).toBeGreaterThanOrEqual(atMs)
        expect(beaconRoundTime(round - 1)).toBeLessThan(atMs)
        expect(beaconRoundAt(beaconRoundTime(round))).toBe(round)
      }),
    )
  })

  it('gives the hash of a signature that was verified', () => {
    const randomness = 'fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587'
    expect(beaconRandomness(ROUND, SIGNATURE)?.toString('hex')).toBe(randomness)
    expect(beaconRandomness(ROUND, ` ${SIGNATURE.toUpperCase()}\n`)?.toString('hex')).toBe(randomness)
  })

  it.each([
    ['of another round', ROUND + 1, SIGNATURE],
    ['with a digit changed', ROUND, SIGNATURE.replace(/b$/, 'a')],
    ['that is no point', ROUND, 'ff'.repeat(48)],
    ['that is the point at infinity', ROUND, `c0${'00'.repeat(47)}`],
    ['that is too short', ROUND, SIGNATURE.slice(2)],
    ['that is empty', ROUND, ''],
    ['of round 0', 0, SIGNATURE],
    ['of half a round', 0.5, SIGNATURE],
  ])('takes no signature %s', (_, round, signature) => {
    expect(beaconRandomness(round, signature)).toBeNull()
  })
})
