import { DEFAULT_ROUND_RULES } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { changedRound, roundTerms } from './amendment.js'
import { isSameJson, settingChanges } from '@thiso/contracts/vocab'

describe('AM-4 what an amendment changes', () => {
  it('is told setting by setting, lists as wholes', () => {
    const before = { rules: DEFAULT_ROUND_RULES, timeLimitS: 600 }
    const after = {
      rules: {
        ...DEFAULT_ROUND_RULES,
        scoring: { ...DEFAULT_ROUND_RULES.scoring, wrongPenalty: 0.25 },
        ranking: [{ by: 'points' }, { by: 'draw' }],
      },
      timeLimitS: 900,
    }
    expect(settingChanges(before, after)).toEqual([
      { path: 'rules.ranking', before: DEFAULT_ROUND_RULES.ranking, after: after.rules.ranking },
      { path: 'rules.scoring.wrongPenalty', before: 0, after: 0.25 },
      { path: 'timeLimitS', before: 600, after: 900 },
    ])
  })

  it('is nothing exactly between equals, and turned round when the sides are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(settingChanges(a, JSON.parse(JSON.stringify(a)))).toEqual([])
        expect(settingChanges(a, b).length === 0).toBe(isSameJson(a, b))
        expect(settingChanges(b, a)).toEqual(
          settingChanges(a, b).map(({ path, before, after }) => ({ path, before: after, after: before })),
        )
      }),
    )
  })

  it('keeps only what differs', () => {
    const terms = roundTerms({
      rules: DEFAULT_ROUND_RULES,
      timeLimitS: 600,
      attemptLimit: 2,
      resultPolicy: 'at_once',
      closesAt: new Date('2026-10-01T10:00:00Z'),
    })
    expect(
      changedRound(terms, {
        rules: { ...DEFAULT_ROUND_RULES },
        timeLimitS: 600,
        attemptLimit: 1,
        closesAt: '2026-10-01T17:00:00+07:00',
      }),
    ).toEqual({ before: { attemptLimit: 2 }, after: { attemptLimit: 1 } })
  })
})
