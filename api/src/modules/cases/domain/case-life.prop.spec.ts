import {
  CASE_DECISIONS,
  CASE_GROUNDS,
  CASE_STATES,
  type CaseDecision,
  type CaseState,
  REVIEWER_ACTS,
} from '@thiso/contracts/vocab'
import fc from 'fast-check'
import {
  afterAct,
  type CaseStanding,
  clears,
  deletionDay,
  effectOf,
  isAppeal,
  isFinalByTime,
  isHarsher,
  mayAnswer,
  mayAppeal,
  mayDo,
  refusalOf,
} from './case-life'

const PEOPLE = ['an', 'binh', 'chi', 'dung']
const standings = fc.record({
  state: fc.constantFrom(...CASE_STATES),
  hearingUntil: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
  isAnswered: fc.boolean(),
  appealUntil: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
  proposedBy: fc.option(fc.constantFrom(...PEOPLE), { nil: null }),
  decided: fc.option(fc.constantFrom(...CASE_DECISIONS), { nil: null }),
  tookPart: fc.uniqueArray(fc.constantFrom(...PEOPLE)).map((who) => new Set(who)),
})
const proposals = fc.record({ decision: fc.constantFrom(...CASE_DECISIONS), ground: fc.constantFrom(...CASE_GROUNDS) })
const who = fc.constantFrom(...PEOPLE)
const now = fc.integer({ min: 0, max: 120 })

const standing = (changes: Partial<CaseStanding> = {}): CaseStanding => ({
  state: 'hearing',
  hearingUntil: 100,
  isAnswered: false,
  appealUntil: null,
  proposedBy: null,
  decided: null,
  tookPart: new Set(),
  ...changes,
})

describe('CA-5: a decision takes two people and a ground that fits', () => {
  it('who proposed never approves or sends back', () => {
    fc.assert(
      fc.property(standings, now, (at, moment) => {
        fc.pre(at.proposedBy !== null)
        const may = mayDo(at, at.proposedBy as string, moment)
        expect(may).not.toContain('approve')
        expect(may).not.toContain('send-back')
      }),
    )
  })

  it('grounds that clear only clear, the others never do', () => {
    fc.assert(
      fc.property(standings, who, now, proposals, (at, actor, moment, proposal) => {
        if (refusalOf(at, 'propose', actor, moment, proposal) === null)
          expect(clears(proposal.ground)).toBe(proposal.decision === 'cleared')
      }),
    )
  })
})

describe('CA-4: nobody is judged unheard', () => {
  it('anything but clearing waits for the answer or for the deadline', () => {
    fc.assert(
      fc.property(standings, who, now, proposals, (at, actor, moment, proposal) => {
        fc.pre(!isAppeal(at.state) && proposal.decision !== 'cleared')
        if (refusalOf(at, 'propose', actor, moment, proposal) !== null) return
        expect(at.state).toBe('hearing')
        expect(at.isAnswered || moment > (at.hearingUntil ?? Number.POSITIVE_INFINITY)).toBe(true)
      }),
    )
  })

  it.each([
    ['opened', 50, 'CASE.NOT_HEARD'],
    ['hearing', 100, 'CASE.HEARING_RUNS'],
    ['hearing', 101, null],
    ['proposed', 101, 'CASE.WRONG_STATE'],
    ['closed', 101, 'CASE.WRONG_STATE'],
  ] as const)('%s at %d: %s', (state, moment, expected) => {
    const proposal = { decision: 'warned', ground: 'shared-answers' } as const
    expect(refusalOf(standing({ state }), 'propose', 'an', moment, proposal)).toBe(expected)
  })

  it('clearing waits for nothing', () => {
    const proposal = { decision: 'cleared', ground: 'no-breach' } as const
    for (const state of ['opened', 'hearing'] as const)
      expect(refusalOf(standing({ state }), 'propose', 'an', 1, proposal)).toBeNull()
  })
})

describe('CA-8: an appeal is heard once, by others, and never makes it worse', () => {
  it('nobody who took part acts in it, but steps back', () => {
    fc.assert(
      fc.property(standings, who, now, (at, actor, moment) => {
        fc.pre(isAppeal(at.state) && at.tookPart.has(actor))
        expect(mayDo(at, actor, moment)).toEqual(['recuse'])
      }),
    )
  })

  it('only what is as mild or milder can be proposed', () => {
    fc.assert(
      fc.property(standings, who, now, proposals, (at, actor, moment, proposal) => {
        fc.pre(isAppeal(at.state) && at.decided !== null)
        if (refusalOf(at, 'propose', actor, moment, proposal) === null)
          expect(isHarsher(proposal.decision, at.decided as CaseDecision)).toBe(false)
      }),
    )
  })

  it('no road leads from an appeal back to one that could be appealed again', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<CaseState>('appealed', 'appeal-proposed'),
        fc.constantFrom(...REVIEWER_ACTS),
        fc.constantFrom(...CASE_DECISIONS),
        (state, act, decision) => {
          fc.pre(act !== 'tell')
          const next = afterAct(state, act, decision, true).state
          expect(isAppeal(next) || next === 'closed').toBe(true)
        },
      ),
    )
  })
})

describe('CA-7: deadlines', () => {
  it('the last instant still counts, the next one does not, and then the decision is final', () => {
    fc.assert(
      fc.property(standings, now, (at, moment) => {
        const until = at.appealUntil
        fc.pre(at.state === 'decided' && until !== null)
        expect(mayAppeal(at, moment)).toBe(moment <= (until as number))
        expect(isFinalByTime(at, moment)).toBe(moment > (until as number))
      }),
    )
    expect(mayAnswer(standing(), 100)).toBe(true)
    expect(mayAnswer(standing(), 101)).toBe(false)
    expect(mayAnswer(standing({ isAnswered: true }), 50)).toBe(false)
    expect(mayAnswer(standing({ state: 'proposed' }), 50)).toBe(false)
  })
})

describe('CA-6: after a case is sent back', () => {
  it('it is where it was before the proposal', () => {
    expect(afterAct('proposed', 'send-back', null, true).state).toBe('hearing')
    expect(afterAct('proposed', 'send-back', null, false).state).toBe('opened')
    expect(afterAct('appeal-proposed', 'send-back', null, true).state).toBe('appealed')
  })
})

describe('CA-12: what a decision does to results', () => {
  it('one after the other undo each other: the last one alone holds', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CASE_DECISIONS), { minLength: 1, maxLength: 5 }), (decisions) => {
        let [excluded, voided] = [false, false]
        let before: CaseDecision | null = null
        for (const decision of decisions) {
          const { person, attempts } = effectOf(before, decision)
          if (person) excluded = person === 'exclude'
          if (attempts) voided = attempts === 'void-attempt'
          before = decision
        }
        expect({ excluded, voided }).toEqual({ excluded: before === 'disqualified', voided: before === 'voided' })
      }),
    )
  })

  it('cleared and warned change nothing', () => {
    for (const decision of ['cleared', 'warned'] as const)
      expect(effectOf(null, decision)).toEqual({ person: null, attempts: null })
  })
})

describe('CA-15: the day of deletion', () => {
  it.each([
    ['2026-11-24', 12, '2027-11-24'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-12-01', 1, '2027-01-01'],
  ])('%s and %d months: %s', (closedOn, months, expected) => {
    expect(deletionDay(closedOn, months)).toBe(expected)
  })
})
