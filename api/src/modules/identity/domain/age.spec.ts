import fc from 'fast-check'
import { admission, ageOn, GUARDIAN_AGE, MAXIMUM_AGE, MINIMUM_AGE } from './age.js'

const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('the age in whole years', () => {
  it.each([
    ['2010-06-15', '2026-06-14', 15],
    ['2010-06-15', '2026-06-15', 16],
    ['2010-06-15', '2026-06-16', 16],
    ['2000-02-29', '2026-02-28', 25],
    ['2000-02-29', '2026-03-01', 26],
    ['2000-02-29', '2028-02-29', 28],
    ['2026-01-01', '2026-01-01', 0],
    ['2026-01-02', '2026-01-01', -1],
  ])('of somebody born on %s is on %s %i', (birthDate, today, age) => {
    expect(ageOn(birthDate, today)).toBe(age)
  })

  it('grows by one on each birthday and on no other day', () => {
    fc.assert(
      fc.property(day, day, (birthDate, today) => {
        const next = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10)
        const isLeapBirthday = birthDate.endsWith('-02-29') && next.endsWith('-03-01') && !today.endsWith('-02-29')
        const isBirthday = next.slice(5) === birthDate.slice(5) || isLeapBirthday
        expect(ageOn(birthDate, next) - ageOn(birthDate, today)).toBe(isBirthday ? 1 : 0)
      }),
    )
  })
})

describe('ID-2 and ID-3: who may sign up', () => {
  it.each([
    ['2019-11-23', 'guardian_needed'],
    ['2019-11-24', 'too_young'],
    ['2010-11-24', 'guardian_needed'],
    ['2010-11-23', 'admitted'],
    ['1990-01-01', 'admitted'],
    ['1906-11-24', 'admitted'],
    ['1905-11-23', 'impossible'],
    ['2026-11-24', 'impossible'],
  ])('born on %s, on 23 November 2026: %s', (birthDate, expected) => {
    expect(admission(birthDate, '2026-11-23')).toBe(expected)
  })

  it('follows from the age alone', () => {
    fc.assert(
      fc.property(day, day, (birthDate, today) => {
        const age = ageOn(birthDate, today)
        const expected =
          age < 0 || age > MAXIMUM_AGE
            ? 'impossible'
            : age < MINIMUM_AGE
              ? 'too_young'
              : age < GUARDIAN_AGE
                ? 'guardian_needed'
                : 'admitted'
        expect(admission(birthDate, today)).toBe(expected)
      }),
    )
  })
})
