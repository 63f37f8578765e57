import type { ItemResponse } from '@thiso/contracts/vocab'
import { presentQuestion, type RoundEntity, writeAnswer } from '../../contests/index.js'
import type { LiveAttempt, PaperAttempt, ShownPaper } from '../app/papers.js'
import { extendedMs } from '../domain/attempt-clock.js'
import { PREDICTION_PLACE } from '../domain/prediction.js'
import type { AttemptEntity } from '../infra/attempt.entities.js'

export function presentStatus(
  attempt: Omit<PaperAttempt, 'form'>,
  round: Pick<RoundEntity, 'graceMs' | 'pausedAt'>,
  holder: string,
  lastSeq: number,
  now: number,
) {
  return {
    attemptId: attempt.id,
    roundId: attempt.roundId,
    state: attempt.state,
    isHeldHere: attempt.holder === holder,
    startedAt: attempt.startedAt.toISOString(),
    deadlineAt: attempt.deadlineAt.toISOString(),
    pausedAt: round.pausedAt?.toISOString() ?? null,
    creditMs: attempt.creditMs,
    open:
      attempt.openPosition === null || attempt.openUntil === null
        ? null
        : {
            position: attempt.openPosition,
            until: new Date(attempt.openUntil.getTime() - round.graceMs).toISOString(),
          },
    lastSeq,
    serverTime: new Date(now).toISOString(),
  }
}

/** The paper as it is sent: positions, texts and opaque tokens, no ids of items, no key; of a one-way paper only the open place. */
export function presentPaper({ attempt, round, rules, live, shown, events }: ShownPaper, holder: string, now: number) {
  const { movement, itemClockS, allRequired, scoring, prediction, protection } = rules
  const latest = new Map<number, (typeof events)[number]>()
  for (const event of events) latest.set(event.position, event)
  return {
    attempt: presentStatus(attempt, round, holder, events.at(-1)?.seq ?? 0, now),
    roundName: round.name,
    attemptNo: attempt.attemptNo,
    itemCount: attempt.form.length,
    rules: { movement, itemClockS, allRequired, scoring, prediction, protection },
    itemClockS: itemClockS === null ? null : extendedMs(itemClockS, attempt.extraPercent) / 1000,
    extraPercent: attempt.extraPercent,
    heldPrediction: attempt.prediction,
    items: shown.map(({ position, place, item }) => ({
      position,
      topic: item.topic,
      ...presentQuestion(place, item.question),
    })),
    responses: [...latest.values()].map(({ position, response, receivedAt }) => ({
      position,
      answer: answerOf(live, position, response),
      savedAt: receivedAt.toISOString(),
    })),
  }
}

function answerOf(live: LiveAttempt, position: number, response: ItemResponse | null): string | null {
  if (position === PREDICTION_PLACE) return typeof response === 'string' ? response : null
  const place = live.places[position - 1]
  return place ? writeAnswer(place, response) : null
}

export function presentReceipt(attempt: AttemptEntity) {
  if (!attempt.submittedAt || !attempt.receiptCode || !attempt.submitKind)
    throw new Error('only a submitted attempt has a receipt')
  return {
    attemptId: attempt.id,
    submittedAt: attempt.submittedAt.toISOString(),
    submitKind: attempt.submitKind,
    receiptCode: attempt.receiptCode,
    answeredCount: attempt.answeredCount ?? 0,
    itemCount: attempt.form.length,
  }
}
