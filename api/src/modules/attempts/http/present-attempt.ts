import type { ItemResponse } from '@thiso/contracts/vocab'
import type { AttemptEntity } from '../infra/attempt.entities.js'
import type { AttemptsService } from '../app/attempts.service.js'
import { type Place, presentQuestion, writeAnswer } from '../../contests/index.js'

type Shown = Pick<
  AttemptEntity,
  'id' | 'roundId' | 'state' | 'holder' | 'startedAt' | 'deadlineAt' | 'attemptNo' | 'form'
>

export function presentStatus(
  attempt: Omit<Shown, 'form' | 'attemptNo'>,
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
    lastSeq,
    serverTime: new Date(now).toISOString(),
  }
}

/** The paper as it is sent: positions, texts and opaque tokens, no ids of items, no key. */
export function presentPaper(
  {
    attempt,
    round,
    live,
    items,
    events,
  }: Omit<Awaited<ReturnType<AttemptsService['paper']>>, 'attempt'> & { attempt: Shown },
  holder: string,
  now: number,
) {
  const latest = new Map<number, (typeof events)[number]>()
  for (const event of events) latest.set(event.position, event)
  return {
    attempt: presentStatus(attempt, holder, events.at(-1)?.seq ?? 0, now),
    roundName: round.name,
    attemptNo: attempt.attemptNo,
    items: live.places.map((place, index) => {
      const item = items[index]
      if (!item) throw new Error(`no item at place ${index + 1}`)
      return { position: index + 1, topic: item.topic, ...presentQuestion(place, item.question) }
    }),
    responses: [...latest.values()].map(({ position, response, receivedAt }) => ({
      position,
      answer: answerOf(live.places[position - 1], response),
      savedAt: receivedAt.toISOString(),
    })),
  }
}

function answerOf(place: Place | undefined, response: ItemResponse | null) {
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
