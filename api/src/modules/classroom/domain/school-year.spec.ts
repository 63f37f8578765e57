import { deletionDay, yearProblem } from './school-year.js'

describe('CR-60: the school years of classes', () => {
  it.each([
    ['2026-09-01', 2025, 'over'],
    ['2026-09-01', 2026, null],
    ['2026-09-01', 2027, null],
    ['2026-09-01', 2028, 'ahead'],
    ['2027-05-31', 2026, null],
    ['2027-05-31', 2027, null],
    ['2027-05-31', 2028, 'ahead'],
    ['2027-08-30', 2026, null],
    ['2027-08-31', 2026, 'over'],
    ['2027-08-31', 2027, null],
    ['2027-08-30', 2028, 'ahead'],
    ['2027-08-31', 2028, null],
    ['2027-08-31', 2029, 'ahead'],
    ['2027-01-01', 2100, 'ahead'],
  ])('on %s the year from %i: %s', (today, schoolYear, problem) => {
    expect(yearProblem(schoolYear, today)).toBe(problem)
  })

  it('a class is deleted at the end of the summer after its year', () => {
    expect(deletionDay(2026)).toBe('2027-08-31')
  })
})
