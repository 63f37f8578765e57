import { NAME_DISPLAYS, WINNER_STATES, type WinnerState } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { CODE_BYTES, certificateCode, readCertificateCode } from './certificate-code.js'
import { mayNameInFull } from './published-name.js'
import { changesBetween, holdsPlace, signatureOf, stateAfter, type WinnerAct } from './winner-life.js'

const ACTS: WinnerAct[] = [
  'check-identity',
  'sign',
  'publish',
  'hand-over',
  'withdraw',
  'declined',
  'unreachable',
  'ineligible',
]

describe('WN-8: a winner’s life', () => {
  it('is published only after identity and signatures, whatever is tried in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ACTS), { maxLength: 12 }), (acts) => {
        let state: WinnerState = 'proposed'
        const done: WinnerAct[] = []
        for (const act of acts) {
          const next = stateAfter(state, act)
          if (next === null) continue
          state = next
          done.push(act)
        }
        if (state === 'published') expect(done.slice(-3)).toEqual(['check-identity', 'sign', 'publish'])
        if (state === 'handed-over') expect(done.slice(-4)).toEqual(['check-identity', 'sign', 'publish', 'hand-over'])
      }),
    )
  })

  it('ends where the place was lost', () => {
    for (const state of WINNER_STATES)
      if (!holdsPlace(state)) for (const act of ACTS) expect(stateAfter(state, act)).toBeNull()
  })

  it('takes two different people, and not a third', () => {
    expect(signatureOf([], 'a')).toBe('signed-once')
    expect(signatureOf(['a'], 'a')).toBeNull()
    expect(signatureOf(['a'], 'b')).toBe('confirmed')
    expect(signatureOf(['a', 'b'], 'c')).toBeNull()
  })
})

describe('WN-9: what would change', () => {
  const places = fc.uniqueArray(
    fc.record({ accountId: fc.constantFrom(...'abcdefgh'), lineKey: fc.constantFrom('1', '2', '3') }),
    { selector: ({ accountId }) => accountId },
  )
  it('leads from what is stored to what follows, and names nobody who keeps the prize', () => {
    fc.assert(
      fc.property(places, places, (stored, anew) => {
        const now = new Map<string, string>(stored.map(({ accountId, lineKey }) => [accountId, lineKey]))
        for (const { accountId, from, to } of changesBetween(stored, anew)) {
          expect(from).not.toBe(to)
          expect(now.get(accountId) ?? null).toBe(from)
          if (to === null) now.delete(accountId)
          else now.set(accountId, to)
        }
        expect([...now].sort()).toEqual(anew.map(({ accountId, lineKey }) => [accountId, lineKey]).sort())
      }),
    )
  })
})

describe('WN-10: names', () => {
  const consent = { nameDisplay: 'full', choice: null, age: 20, hasGuardianConsent: false, guardianAge: 16 } as const
  it('the winner’s word before the contest’s way', () => {
    expect(mayNameInFull(consent)).toBe(true)
    expect(mayNameInFull({ ...consent, choice: 'masked' })).toBe(false)
    expect(mayNameInFull({ ...consent, nameDisplay: 'code' })).toBe(false)
    expect(mayNameInFull({ ...consent, nameDisplay: 'masked', choice: 'full' })).toBe(true)
  })

  it('nobody under the age, or of no known age, without a guardian', () => {
    for (const nameDisplay of NAME_DISPLAYS)
      for (const choice of ['full', 'masked', null] as const)
        for (const age of [7, 15, null]) expect(mayNameInFull({ ...consent, nameDisplay, choice, age })).toBe(false)
    expect(mayNameInFull({ ...consent, age: 15, hasGuardianConsent: true })).toBe(true)
  })
})

describe('WN-12: codes of certificates', () => {
  const bytes = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES })
  it('hold 65 bits: every five bits of every byte matter', () => {
    fc.assert(
      fc.property(bytes, fc.nat({ max: CODE_BYTES - 1 }), fc.integer({ min: 1, max: 31 }), (random, at, change) => {
        const other = Uint8Array.from(random)
        other[at] = (other[at] as number) ^ change
        expect(certificateCode(other)).not.toBe(certificateCode(random))
      }),
    )
  })

  it('are read as people type them', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = certificateCode(random)
        expect(readCertificateCode(code)).toBe(code)
        const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
        expect(readCertificateCode(typed)).toBe(code)
      }),
    )
    for (const wrong of ['', 'TS26', 'UUUU-UUUU-UUUUU', '0000-0000-000000'])
      expect(readCertificateCode(wrong)).toBeNull()
  })
})
