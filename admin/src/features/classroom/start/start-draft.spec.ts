/// <reference types="jest" />
import { isHostPaced, lacksOf, nextWeek, presetIn, presetOf, type StartDraft, untilOf } from './start-draft'

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

  it('end by themselves in a race and in homework alone', () => {
    expect(untilOf(draft(mode('race')), NOW)).toBe('2026-10-10T01:15:00.000Z')
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
