import { whenBack } from './when-back'

const NOW = Date.parse('2026-10-05T20:30:00+07:00')
const at = (text: string) => whenBack(new Date(`${text}+07:00`).toISOString(), NOW)

describe('when an item comes back', () => {
  it('is said in minutes within the hour, also over midnight', () => {
    expect(at('2026-10-05T20:40:00')).toEqual({ in: 'minutes', count: 10 })
    expect(whenBack('2026-10-05T17:05:00.000Z', Date.parse('2026-10-05T16:55:00.000Z'))).toEqual({
      in: 'minutes',
      count: 10,
    })
  })

  it('is said by the days of the calendar in Viet Nam', () => {
    expect(at('2026-10-06T00:00:00')).toEqual({ in: 'tomorrow', count: 1 })
    expect(at('2026-10-07T00:00:00')).toEqual({ in: 'days', count: 2 })
    expect(at('2026-12-03T00:00:00')).toEqual({ in: 'days', count: 59 })
    expect(at('2026-12-04T00:00:00')).toEqual({ in: 'months', count: 2 })
    expect(at('2027-10-05T00:00:00')).toEqual({ in: 'months', count: 12 })
  })

  it('is said by the day when it waits for a day to begin, also in the last hour before', () => {
    expect(whenBack('2026-10-05T17:00:00.000Z', Date.parse('2026-10-05T16:55:00.000Z'))).toEqual({
      in: 'tomorrow',
      count: 1,
    })
  })

  it('never says a time that is over', () => {
    expect(at('2026-10-05T20:29:00')).toEqual({ in: 'minutes', count: 1 })
    expect(at('2026-10-04T00:00:00')).toEqual({ in: 'minutes', count: 1 })
  })
})
