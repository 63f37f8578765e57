/// <reference types="jest" />
import { isHostPaced, lacksOf, nextWeek, presetIn, presetOf, type StartDraft, untilOf, withMode } from './start-draft'

const NOW = Date.parse('2026-10-10T01:00:00Z')
const draft = (part: Partial<StartDraft>): StartDraft => ({
  setId: 'set',
  classId: null,
  settings: presetOf('quick', false),
  raceMinutes: 15,
  deadline: '',
  ...part,
})
const mode = (of: StartDraft['settings']['mode']) => ({ settings: { ...presetOf('quick', false), mode: of } })

describe('CR-6 the settings of a lesson to start', () => {
  it('know their preset, by class list or not, until something is changed', () => {
    for (const preset of ['quick', 'bell', 'homework'] as const) {
      expect(presetIn(presetOf(preset, true))).toBe(preset)
      expect(presetIn(presetOf(preset, false))).toBe(preset)
    }
    expect(presetIn({ ...presetOf('quick', false), board: 'end' })).toBeNull()
    expect(presetOf('bell', true)).toMatchObject({ mode: 'bell', scoring: 'right-only', names: 'roster' })
  })

  it('take nothing from the mode before that the teacher has not set', () => {
    const quick = presetOf('quick', true)
    expect(withMode(withMode(quick, 'bell'), 'individual')).toEqual(quick)
    expect(withMode(presetOf('bell', true), 'individual')).toEqual(quick)
    expect(withMode(presetOf('homework', true), 'individual')).toEqual(quick)
    expect(withMode(quick, 'homework')).toEqual(presetOf('homework', true))
    expect(withMode(quick, 'bell')).toEqual(presetOf('bell', true))
    const own = { ...quick, scoring: 'classic' as const, late: 'refused' as const }
    expect(withMode(withMode(own, 'bell'), 'teams')).toEqual({ ...own, mode: 'teams' })
  })

  it('tell results by themselves at an own pace, whatever was set before', () => {
    const own = { ...presetOf('quick', false), revealsItself: false, board: 'section' as const, leadS: 15 }
    for (const paced of ['race', 'homework'] as const)
      expect(withMode(own, paced)).toMatchObject({ revealsItself: true, board: 'end', leadS: 0 })
  })

  it('end by themselves in a race and in homework alone', () => {
    // However long the lobby is open, the fifteen minutes of the race lie ahead when it starts.
    const race = Date.parse(untilOf(draft(mode('race')), NOW) ?? '')
    expect(race).toBeGreaterThanOrEqual(NOW + (12 * 60 + 15) * 60_000)
    expect(untilOf(draft({ ...mode('homework'), deadline: nextWeek(NOW) }), NOW)).toBe('2026-10-17T21:00:00+07:00')
    expect(untilOf(draft(mode('bell')), NOW)).toBeNull()
    expect(
      ['individual', 'teams', 'team-device', 'bell', 'race', 'homework'].map((of) => isHostPaced(of as 'race')),
    ).toEqual([true, true, true, true, false, false])
  })

  it('say what is missing', () => {
    expect(lacksOf(draft({}), NOW)).toEqual([])
    expect(lacksOf(draft({ setId: '' }), NOW)).toEqual(['set'])
    expect(lacksOf(draft({ ...mode('race'), raceMinutes: null }), NOW)).toEqual(['minutes'])
    expect(lacksOf(draft({ ...mode('race'), raceMinutes: 500 }), NOW)).toEqual(['minutes'])
    expect(lacksOf(draft(mode('homework')), NOW)).toEqual(['deadline'])
    expect(lacksOf(draft({ ...mode('homework'), deadline: '2026-10-10T07:59:00+07:00' }), NOW)).toEqual(['deadline'])
    expect(lacksOf(draft({ ...mode('homework'), deadline: '2026-10-10T08:01:00+07:00' }), NOW)).toEqual([])
  })
})
