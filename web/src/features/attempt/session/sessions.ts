import { assumeSkew, attemptNow, deviceSkew } from '../clock/attempt-clock'
import { forgetHolder, holderOfThisTab, rememberHolder } from '../holder/holder'
import { openKeptStore } from '../outbox/kept-store'
import { dropPlace } from '../place/place'
import { localStore } from '../place/local-store'
import { type AttemptSession, createAttemptSession } from './attempt-session'
import { attemptCalls } from './calls'
import { takeHanded } from './handed'
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

/**
 * The session of an attempt. It outlives the page that shows it: whoever walks off to another page with a choice
 * unsent still has it sent.
 */
export function attemptSession(attemptId: string): Promise<OpenAttempt> {
  // A paper that was handed over is newer than any session that still knows the attempt.
  const handed = takeHanded(attemptId)
  const found = (handed ? undefined : open.get(attemptId)) ?? start(attemptId, handed)
  open.set(attemptId, found)
  return found
}

/** To be called when nobody looks at the session any more: one that came to an end starts anew at the next visit. */
export function releaseSession(attemptId: string, session: AttemptSession) {
  const { name } = session.get().phase
  if (name === 'done' || name === 'broken' || name === 'signed-out') open.delete(attemptId)
}

async function start(attemptId: string, handed: Handed | undefined): Promise<OpenAttempt> {
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
  void session.open(handed)
  void store.sweep(ABANDONED_MS, Date.now())
  return { session, holder }
}
