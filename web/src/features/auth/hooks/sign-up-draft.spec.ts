/// <reference types="jest" />
import { emptyDraft, keepDraft, keptDraft, missing, type SignUpDraft } from './sign-up-draft'

const whole: SignUpDraft = {
  fullName: 'Nguyễn Thị Bé',
  birthDate: '2013-09-05',
  unitId: 'u',
  login: '0905 123 456',
  password: 'rau-tra-que',
  guardianName: 'Nguyễn Văn Cha',
  isGuardianConsentGiven: true,
  isConsentGiven: true,
}

describe('missing', () => {
  it('finds nothing in a whole form, and everything in an empty one', () => {
    expect(missing(whole, true)).toEqual({})
    expect(Object.keys(missing(emptyDraft, true))).toHaveLength(8)
  })

  it('asks for the guardian only of the young', () => {
    const draft = { ...whole, guardianName: '', isGuardianConsentGiven: false }
    expect(missing(draft, false)).toEqual({})
    expect(Object.keys(missing(draft, true))).toEqual(['guardian.fullName', 'guardian.isConsentGiven'])
  })

  it.each(['+84905123456', '84 905.123.456', 'lan.nguyen', 'LAN_2008'])('takes %p as a log-in name', (login) =>
    expect(missing({ ...whole, login }, false)).toEqual({}),
  )
  it.each(['', 'abc', '12345', 'lân.nguyễn', 'a b c d'])('refuses %p', (login) =>
    expect(missing({ ...whole, login }, false)).toEqual({ login: 'login' }),
  )
})

it('keeps a draft without the password and the consents', () => {
  keepDraft(whole)
  expect(keptDraft()).toEqual({ ...whole, password: '', isConsentGiven: false, isGuardianConsentGiven: false })
})
