import { assumeSkew, attemptNow, deviceSkew } from '../clock/attempt-clock'
import { forgetHolder, holderOfThisTab, rememberHolder } from '../holder/holder'
import { openKeptStore } from '../outbox/kept-store'
import { dropPlace } from '../place/place'
import { localStore } from '../place/local-store'
import { type AttemptSession, createAttemptSession } from './attempt-session'
import { type PaperData, attemptCalls } from './calls'
import type { Handed } from './snapshot'
import { createKeeper } from './keeper'
import { tellOtherTabs } from './other-tabs'

export interface OpenAttempt {
  session: AttemptSession
  holder: string
}

/** Attempts nobody came back to: their deadline has long passed and the server has closed them. */
const ABANDONED_MS = 2 * 24 * 3_600_000

const store = openKeptStore()
const open = new Map<string, Promise<OpenAttempt>>()
const handed = new Map<string, Handed>()

/** A paper that has just been fetched for starting or taking over need not be fetched again. */
export function handPaper(paper: PaperData, origin: Handed['origin']) {
  const { attemptId } = paper.attempt
  if (origin === 'taken over') tellOtherTabs(attemptId)
  open.delete(attemptId)
  handed.set(attemptId, { paper, origin })
}

/**
 * The session of an attempt. It outlives the page that shows it: whoever walks off to another page with a choice
 * unsent still has it sent.
 */
export function attemptSession(attemptId: string): Promise<OpenAttempt> {
  const found = open.get(attemptId) ?? start(attemptId)
  open.set(attemptId, found)
  return found
}

/** To be called when nobody looks at the session any more: one that came to an end starts anew at the next visit. */
export function releaseSession(attemptId: string, session: AttemptSession) {
  const { name } = session.get().phase
  if (name === 'done' || name === 'broken' || name === 'signed-out') open.delete(attemptId)
}

async function start(attemptId: string): Promise<OpenAttempt> {
  const holder = await holderOfThisTab(attemptId)
  const session = createAttemptSession({
    calls: attemptCalls(attemptId, holder),
    keeper: createKeeper(store, attemptId),
    now: attemptNow,
    skewMs: deviceSkew,
    assumeSkew,
    random: Math.random,
    announce: () => tellOtherTabs(attemptId),
    onHeld: () => rememberHolder(attemptId, holder),
    onEnd() {
      dropPlace(localStore(), attemptId)
      forgetHolder(attemptId)
    },
  })
  void session.open(handed.get(attemptId))
  handed.delete(attemptId)
  void store.sweep(ABANDONED_MS, Date.now())
  return { session, holder }
}
