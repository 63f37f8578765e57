import {
  APPEAL_DAYS,
  CASE_DECISIONS,
  CLEARING_GROUNDS,
  type CaseAct,
  type CaseDecision,
  type CaseGround,
  type CaseState,
  type ReviewerAct,
} from '@thiso/contracts/vocab'

const DAY_MS = 86_400_000

/** A case as far as it decides who may do what next; instants in ms since 1970. */
export interface CaseStanding {
  state: CaseState
  hearingUntil: number | null
  isAnswered: boolean
  appealUntil: number | null
  /** Who proposed what waits for its second person. */
  proposedBy: string | null
  /** What was decided, once it was. */
  decided: CaseDecision | null
  /** Reviewers who did anything in it before it was appealed. */
  tookPart: ReadonlySet<string>
}

export interface Proposal {
  decision: CaseDecision
  ground: CaseGround
}

/** Why an act is refused; the names are those of the problem texts. */
export type CaseRefusal =
  | 'CASE.WRONG_STATE'
  | 'CASE.SECOND_PERSON_NEEDED'
  | 'CASE.FRESH_EYES_NEEDED'
  | 'CASE.HEARING_RUNS'
  | 'CASE.NOT_HEARD'
  | 'CASE.GROUND_UNFIT'
  | 'CASE.HARSHER'

/** The states in which each act of a reviewer is due. */
const DUE: Record<ReviewerAct, readonly CaseState[]> = {
  tell: ['opened'],
  propose: ['opened', 'hearing', 'appealed'],
  approve: ['proposed', 'appeal-proposed'],
  'send-back': ['proposed', 'appeal-proposed'],
  recuse: ['opened', 'hearing', 'proposed', 'decided', 'appealed', 'appeal-proposed'],
}

export function isAppeal(state: CaseState): boolean {
  return state === 'appealed' || state === 'appeal-proposed'
}

export function clears(ground: CaseGround): boolean {
  return CLEARING_GROUNDS.some((clearing) => clearing === ground)
}

/**
 * CA-4 to CA-8: may this reviewer do this now?
 * @param proposal of a 'propose'
 * @returns why not, or null
 */
export function refusalOf(
  standing: CaseStanding,
  act: ReviewerAct,
  actorId: string,
  now: number,
  proposal: Proposal | null = null,
): CaseRefusal | null {
  const { state } = standing
  if (!DUE[act].includes(state)) return 'CASE.WRONG_STATE'
  if (act === 'recuse') return null
  if (isAppeal(state) && standing.tookPart.has(actorId)) return 'CASE.FRESH_EYES_NEEDED'
  if ((act === 'approve' || act === 'send-back') && standing.proposedBy === actorId) return 'CASE.SECOND_PERSON_NEEDED'
  if (act !== 'propose' || !proposal) return null
  if (clears(proposal.ground) !== (proposal.decision === 'cleared')) return 'CASE.GROUND_UNFIT'
  if (isAppeal(state))
    return standing.decided !== null && isHarsher(proposal.decision, standing.decided) ? 'CASE.HARSHER' : null
  // What speaks for a person need not wait for the hearing.
  if (proposal.decision === 'cleared') return null
  if (state === 'opened') return 'CASE.NOT_HEARD'
  return isHearingOver(standing, now) ? null : 'CASE.HEARING_RUNS'
}

/** What a reviewer may do now, for the page: without looking at what would be proposed. */
export function mayDo(standing: CaseStanding, actorId: string, now: number): ReviewerAct[] {
  return (Object.keys(DUE) as ReviewerAct[]).filter((act) => refusalOf(standing, act, actorId, now) === null)
}

/** Answered, or the time for it is over: an unanswered hearing just says so. */
export function isHearingOver({ isAnswered, hearingUntil }: CaseStanding, now: number): boolean {
  return isAnswered || (hearingUntil !== null && now > hearingUntil)
}

export function isHarsher(one: CaseDecision, than: CaseDecision): boolean {
  return CASE_DECISIONS.indexOf(one) > CASE_DECISIONS.indexOf(than)
}

/**
 * The state after a reviewer's act, and how the act is called in the record.
 * @param decision what an 'approve' approves
 * @param wasTold the person knows of the case: what is sent back then goes to the hearing, else to its beginning
 */
export function afterAct(state: CaseState, act: ReviewerAct, decision: CaseDecision | null, wasTold: boolean) {
  const named = (kind: CaseAct, next: CaseState) => ({ kind, state: next })
  const inAppeal = isAppeal(state)
  switch (act) {
    case 'tell':
      return named('told', 'hearing')
    case 'propose':
      return inAppeal ? named('appeal-proposed', 'appeal-proposed') : named('proposed', 'proposed')
    case 'approve':
      // Who is cleared has nothing to appeal.
      if (inAppeal) return named('appeal-approved', 'closed')
      return named('approved', decision === 'cleared' ? 'closed' : 'decided')
    case 'send-back':
      return inAppeal ? named('appeal-sent-back', 'appealed') : named('sent-back', wasTold ? 'hearing' : 'opened')
    case 'recuse':
      return named('recused', state)
  }
}

/** CA-7: until the end of the day so many days later would depend on where one lives; so many times 24 hours does not. */
export function appealUntil(decidedAt: number): number {
  return decidedAt + APPEAL_DAYS * DAY_MS
}

export function hearingUntil(toldAt: number, days: number): number {
  return toldAt + days * DAY_MS
}

/** May the person answer, or appeal, now? */
export function mayAnswer({ state, isAnswered, hearingUntil: until }: CaseStanding, now: number): boolean {
  return state === 'hearing' && !isAnswered && until !== null && now <= until
}
export function mayAppeal({ state, appealUntil: until }: CaseStanding, now: number): boolean {
  return state === 'decided' && until !== null && now <= until
}

/** CA-7: a decision that nobody appealed in time is final; nothing else in a case happens by itself. */
export function isFinalByTime({ state, appealUntil: until }: CaseStanding, now: number): boolean {
  return state === 'decided' && until !== null && now > until
}

/**
 * CA-12: what a decision means for results, against what held before.
 * @returns the ruling on the person, and the ruling on the attempts; null: none
 */
export function effectOf(before: CaseDecision | null, after: CaseDecision) {
  const excluded = { before: before === 'disqualified', after: after === 'disqualified' }
  const voided = { before: before === 'voided', after: after === 'voided' }
  return {
    person: excluded.before === excluded.after ? null : excluded.after ? ('exclude' as const) : ('reinstate' as const),
    attempts:
      voided.before === voided.after ? null : voided.after ? ('void-attempt' as const) : ('restore-attempt' as const),
  }
}

/** CA-15: the day on which a case is deleted. @param closedOn yyyy-mm-dd; the last day of a shorter month stands for a missing one */
export function deletionDay(closedOn: string, months: number): string {
  const [year = 0, month = 1, day = 1] = closedOn.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, last))
  return first.toISOString().slice(0, 10)
}
