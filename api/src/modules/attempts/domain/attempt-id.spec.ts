import fc from 'fast-check'
import { attemptIdOf } from './attempt-id.js'

describe('AT-1: the id of an attempt', () => {
  it('has the golden value, computed apart from this code', () => {
    expect(attemptIdOf('r', 'a', 1)).toBe('ce4b06cf-d499-842d-bb1a-b066d4017a2f')
  })

  it('is a UUID of version 8 that follows from round, account and number alone', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), fc.integer({ min: 1, max: 100 }), (roundId, accountId, attemptNo) => {
        const id = attemptIdOf(roundId, accountId, attemptNo)
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        expect(attemptIdOf(roundId, accountId, attemptNo)).toBe(id)
      }),
    )
  })

  it('differs when one of the three differs', () => {
    const ids = new Set<string>()
    for (const roundId of ['r1', 'r2'])
      for (const accountId of ['a1', 'a2'])
        for (let attemptNo = 1; attemptNo <= 50; attemptNo++) ids.add(attemptIdOf(roundId, accountId, attemptNo))
    expect(ids.size).toBe(200)
  })

  it('keeps the parts apart: no round and account run into each other', () => {
    expect(attemptIdOf('ab', 'c', 1)).not.toBe(attemptIdOf('a', 'bc', 1))
    expect(attemptIdOf('a', 'b1', 1)).not.toBe(attemptIdOf('a', 'b', 11))
  })
})
