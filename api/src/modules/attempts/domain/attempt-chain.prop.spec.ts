import fc from 'fast-check'
import { headOf } from '../../../kernel/hash-chain.js'
import {
  answerDigest,
  answerRecord,
  chainOf,
  isChainRight,
  type LinkedAnswer,
  type LinkedAttempt,
  openRecord,
  recordDigest,
  recordsOf,
  startRecord,
  submitRecord,
} from './attempt-chain.js'

const response = fc.oneof(
  fc.constant(null),
  fc.array(fc.nat({ max: 40 }), { maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
const answer = fc.record({
  seq: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  position: fc.integer({ min: 0, max: 200 }),
  response,
  receivedAtMs: fc.integer({ min: 0, max: 4_000_000_000_000 }),
})

const AT = 1_795_000_000_000

/** An attempt with so many answers, linked in an order of their own, and openings of every third place between them. */
function attemptWith(answers: readonly Omit<LinkedAnswer, 'linkNo'>[], isEnded: boolean): LinkedAttempt {
  const stored: LinkedAttempt & {
    answers: LinkedAnswer[]
    openings: { linkNo: number; position: number; openedAtMs: number }[]
  } = {
    attemptId: 'a',
    roundId: 'r',
    startedAtMs: AT,
    form: [{ itemVersionId: 'v', points: 0.5 }],
    answers: [],
    openings: [],
    end: isEnded ? { submittedAtMs: AT + 9, submitKind: 'by_participant' } : null,
    links: 1,
  }
  answers.forEach((one, index) => {
    if (index % 3 === 0) stored.openings.push({ linkNo: ++stored.links, position: index + 1, openedAtMs: AT + index })
    stored.answers.push({ ...one, linkNo: ++stored.links })
  })
  if (isEnded) stored.links++
  return stored
}

describe('HC-1: the chain of an attempt', () => {
  it('hashes the text that the answer path writes by hand as the canonical JSON of the record', () =>
    fc.assert(
      fc.property(answer, (one) => {
        const { response } = one
        const text =
          response === null ? null : typeof response === 'string' ? JSON.stringify(response) : `[${response}]`
        expect(answerDigest(one.seq, one.position, text, one.receivedAtMs)).toBe(recordDigest(answerRecord(one)))
      }),
    ))

  it('begins with the start, goes on in the order of writing and ends with the submission', () => {
    const stored = attemptWith([{ seq: 7, position: 2, response: [1], receivedAtMs: AT + 5 }], true)
    expect(recordsOf(stored)).toEqual([
      startRecord('a', 'r', AT, stored.form),
      openRecord(1, AT),
      ['answer', 7, 2, [1], AT + 5],
      submitRecord(AT + 9, 'by_participant'),
    ])
    expect(chainOf(recordsOf(stored))).toEqual({ links: 4, head: headOf(recordsOf(stored)) })
  })

  it('of an attempt that ran when chains came has neither its start nor what was recorded before', () => {
    const before = { linkNo: null, seq: 1, position: 1, response: [0], receivedAtMs: AT + 1 }
    const after = { linkNo: 1, seq: 2, position: 2, response: [1], receivedAtMs: AT + 2 }
    const stored = { ...attemptWith([], false), answers: [before, after] }
    expect(recordsOf(stored)).toEqual([answerRecord(after)])
    const end = { submittedAtMs: AT + 3, submitKind: 'at_deadline' as const }
    expect(recordsOf({ ...stored, answers: [before], end, links: 1 })).toEqual([submitRecord(AT + 3, 'at_deadline')])
    expect(recordsOf({ ...stored, answers: [before], links: 0 })).toEqual([])
  })
})

describe('HC-2: whoever recomputes a chain', () => {
  const answers = fc.uniqueArray(answer, { minLength: 2, maxLength: 8, selector: ({ seq }) => seq })

  it('gets the stored head whatever order the rows are read in', () =>
    fc.assert(
      fc.property(answers, fc.boolean(), fc.infiniteStream(fc.nat()), (all, isEnded, luck) => {
        const stored = attemptWith(all, isEnded)
        const { head } = chainOf(recordsOf(stored))
        const shuffled = stored.answers
          .map((one) => ({ one, at: luck.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        expect(isChainRight({ ...stored, answers: shuffled }, head)).toBe(true)
      }),
    ))

  it('sees a row that was changed, removed, moved or put in, and another start or end', () =>
    fc.assert(
      fc.property(answers, fc.nat(), answer, (all, luck, other) => {
        const stored = attemptWith(all, true)
        const { head } = chainOf(recordsOf(stored))
        const at = luck % all.length
        const [one, next] = [stored.answers[at], stored.answers[(at + 1) % all.length]] as [LinkedAnswer, LinkedAnswer]
        const rest = stored.answers.filter((each) => each !== one)
        const tampered: LinkedAttempt[] = [
          { ...stored, answers: [...rest, { ...one, receivedAtMs: one.receivedAtMs + 1 }] },
          { ...stored, answers: [...rest, { ...one, response: one.response === null ? [0] : null }] },
          { ...stored, answers: rest },
          { ...stored, answers: [...stored.answers, { ...other, linkNo: stored.links }] },
          {
            ...stored,
            answers: [
              ...rest.filter((each) => each !== next),
              { ...one, linkNo: next.linkNo },
              { ...next, linkNo: one.linkNo },
            ],
          },
          { ...stored, openings: stored.openings.slice(1) },
          { ...stored, startedAtMs: stored.startedAtMs - 1 },
          { ...stored, form: [] },
          { ...stored, end: { submittedAtMs: AT + 8, submitKind: 'by_participant' } },
          { ...stored, end: { submittedAtMs: AT + 9, submitKind: 'at_deadline' } },
        ]
        for (const forged of tampered) expect(isChainRight(forged, head)).toBe(false)
        expect(isChainRight({ ...stored, links: stored.links + 1 }, head)).toBe(false)
      }),
    ))
})
