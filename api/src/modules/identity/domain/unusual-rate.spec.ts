import fc from 'fast-check'
import { asksProof, isLocalAddress, JOINING_ACTS } from './unusual-rate.js'

describe('EX-5: when a proof of work is asked', () => {
  it('never of a school that signs in and starts together, nor of a class that signs up, at once from one address', () => {
    expect(asksProof('start', 600, 'other')).toBe(false)
    expect(asksProof('sign-up', 45, 'other')).toBe(false)
    expect(asksProof('sign-up', 600, 'known')).toBe(false)
    expect(asksProof('seat', 300, 'other')).toBe(false)
  })

  it('once more comes than is usual; the known get further, and what is asked at a count is asked at every higher one', () => {
    expect(asksProof('sign-up', 61, 'other')).toBe(true)
    fc.assert(
      fc.property(fc.constantFrom(...JOINING_ACTS), fc.nat(5_000), fc.nat(5_000), (act, count, more) => {
        if (asksProof(act, count, 'known')) expect(asksProof(act, count, 'other')).toBe(true)
        if (asksProof(act, count, 'other')) expect(asksProof(act, count + more, 'other')).toBe(true)
        expect(asksProof(act, count, 'local')).toBe(false)
      }),
    )
  })

  it.each([
    '127.0.0.1',
    '::1',
    '10.1.2.3',
    '192.168.0.9',
    '172.16.0.1',
    '172.31.255.1',
    '::ffff:192.168.1.5',
    'fe80::1',
    'fd12::1',
  ])('%s is of a private network', (address) => expect(isLocalAddress(address)).toBe(true))
  it.each(['8.8.8.8', '172.32.0.1', '193.168.0.1', '2001:db8::1', '::ffff:8.8.8.8', '', 'fe', 'fec0'])(
    '%s is not',
    (address) => expect(isLocalAddress(address)).toBe(false),
  )
})
