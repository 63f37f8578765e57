import { ITEM_STATES } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { actsFor, afterAct } from './item-life.js'
import { boundsOf, type Ground, isUsable, validDays } from './validity.js'

const day = fc.integer({ min: 0, max: 400 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
const maybe = fc.option(day)
const ground: fc.Arbitrary<Ground> = fc.record({
  kind: fc.constantFrom('document', 'unit'),
  name: fc.constantFrom('QĐ 749', 'Tam Kỳ'),
  from: maybe,
  to: maybe,
})

describe('IB-2: when an item may be drawn', () => {
  const approved = { state: 'approved' as const, validFrom: null, validTo: null }

  it.each<[string, Parameters<typeof boundsOf>[0], Ground[], string | null]>([
    ['approved and unbounded', approved, [], null],
    ['a draft', { ...approved, state: 'draft' }, [], 'not_approved'],
    ['in review', { ...approved, state: 'in_review' }, [], 'not_approved'],
    ['its own time over', { ...approved, validTo: '2026-11-22' }, [], 'own_validity'],
    ['its own time to come', { ...approved, validFrom: '2026-11-24' }, [], 'own_validity'],
    [
      'its document replaced',
      approved,
      [{ kind: 'document', name: 'QĐ 749', from: null, to: '2026-06-30' }],
      'document_ended',
    ],
    [
      'its document not in force yet',
      approved,
      [{ kind: 'document', name: 'Luật', from: '2027-01-01', to: null }],
      'document_not_in_force',
    ],
    ['its unit merged', approved, [{ kind: 'unit', name: 'Tam Kỳ', from: null, to: '2025-06-30' }], 'unit_ended'],
    [
      'a unit that began later is no bound',
      approved,
      [{ kind: 'unit', name: 'x', from: '2027-01-01', to: null }],
      null,
    ],
  ])('%s', (_, item, grounds, reason) => {
    expect(boundsOf(item, grounds, '2026-11-23', '2026-11-25')[0]?.reason ?? null).toBe(reason)
  })

  it('is on windows that lie within the days of everything that it rests on', () => {
    fc.assert(
      fc.property(maybe, maybe, fc.array(ground, { maxLength: 4 }), day, day, (validFrom, validTo, grounds, a, b) => {
        const [first, last] = a <= b ? [a, b] : [b, a]
        const { from, to } = validDays({ validFrom, validTo }, grounds)
        const isWithin = (from === null || from <= first) && (to === null || last <= to)
        expect(isUsable({ ...approved, validFrom, validTo, grounds }, first, last)).toBe(isWithin)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('IB-8: the life of an item', () => {
  it('goes from draft over review to approval by a second person', () => {
    expect(afterAct('draft', 'submit', true)).toEqual({ state: 'in_review' })
    expect(afterAct('in_review', 'approve', true)).toEqual({ refusal: 'second_person_needed' })
    expect(afterAct('in_review', 'approve', false)).toEqual({ state: 'approved' })
    expect(afterAct('draft', 'approve', false)).toEqual({ refusal: 'not_allowed' })
    expect(afterAct('approved', 'send_back', true)).toEqual({ state: 'draft' })
  })

  it('has no way to approval past a review, whatever is done', () => {
    // Every state that can be reached without a second person's approval.
    const reached = new Set<string>(['draft'])
    for (let grew = true; grew; ) {
      grew = false
      for (const state of ITEM_STATES)
        if (reached.has(state))
          for (const act of actsFor(state, true)) {
            const after = afterAct(state, act, true)
            if ('state' in after && !reached.has(after.state)) {
              reached.add(after.state)
              grew = true
            }
          }
    }
    expect(reached).toEqual(new Set(['draft', 'in_review', 'retired']))
  })
})
