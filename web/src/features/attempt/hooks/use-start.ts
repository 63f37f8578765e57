import { useQueryClient } from '@tanstack/react-query'
import { PAPER_NOTICE_VERSION } from '@thiso/contracts/vocab'
import { ApiError, call } from '@thiso/kit/api/client'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { roundQuery } from '../../../lib/queries'
import type { RoundData } from '../../../lib/shapes'
import { compareWithServer } from '../clock/attempt-clock'
import { holderOfThisTab } from '../holder/holder'
import { delayAfter } from '../outbox/delay'
import type { PaperData } from '../session/calls'
import { handPaper } from '../session/handed'
import { type Hitch, hitchOf } from './start-hitch'

export type Starting =
  | { name: 'idle' }
  /** `why`: what the last try met; the next one comes by itself. */
  | { name: 'trying'; why: Hitch | null }
  | { name: 'held'; attemptId: string; isBusy: boolean; error: unknown }
  | { name: 'failed'; error: unknown }

/** Starting may be pressed by thousands in one second: it is tried again until the server gives the paper or says no. */
export function useStart(roundId: string, isSafeBrowserAsked: boolean, onRefused: () => void) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [starting, setStarting] = useState<Starting>({ name: 'idle' })
  /** Each start has a number; whoever leaves or stops makes the number old. */
  const turn = useRef(0)
  useEffect(
    () => () => {
      turn.current += 1
    },
    [],
  )

  const openPaper = async (ask: () => Promise<PaperData>, origin: 'fresh' | 'taken over', isWanted = () => true) => {
    const sentAt = performance.now()
    const paper = await ask()
    compareWithServer(paper.attempt.serverTime, performance.now() - sentAt)
    if (!isWanted()) return
    handPaper(paper, origin)
    noteRunning(paper)
    void navigate(`/bai/${paper.attempt.attemptId}`)
  }

  /** Whoever comes back to the round's page finds the way back in at once. */
  const noteRunning = ({ attempt: { attemptId }, attemptNo }: PaperData) =>
    queryClient.setQueryData<RoundData>(
      roundQuery(roundId).queryKey,
      (old) =>
        old && {
          ...old,
          mine: {
            attemptsUsed: (old.mine?.attemptsUsed ?? 0) + 1,
            attemptsLeft: leftAfter(old),
            nextAttemptAt: null,
            startedCount: attemptNo,
            barred: null,
            extraPercent: old.mine?.extraPercent ?? 0,
            runningAttemptId: attemptId,
            lastSubmittedAttemptId: old.mine?.lastSubmittedAttemptId ?? null,
          },
        },
    )

  async function start() {
    turn.current += 1
    const own = turn.current
    setStarting({ name: 'trying', why: null })
    const holder = await holderOfThisTab()
    if (isSafeBrowserAsked)
      await import('../process/safe-browser').then(
        (own) => own.proveSafeBrowser(roundId),
        () => undefined,
      )
    for (let tries = 1; turn.current === own; tries += 1) {
      try {
        const ask = () => call('startAttempt', { params: { roundId }, body: { holder, notice: PAPER_NOTICE_VERSION } })
        return await openPaper(ask, 'fresh', () => turn.current === own)
      } catch (error) {
        if (turn.current !== own) return
        const attemptId = heldAttempt(error)
        if (attemptId) return setStarting({ name: 'held', attemptId, isBusy: false, error: null })
        const hitch = hitchOf(error, tries)
        if (!hitch) {
          setStarting({ name: 'failed', error })
          return onRefused()
        }
        setStarting({ name: 'trying', why: hitch.why })
        await new Promise((resolve) => setTimeout(resolve, Math.max(delayAfter(tries, Math.random()), hitch.afterMs)))
      }
    }
  }

  async function takeOver(attemptId: string) {
    setStarting({ name: 'held', attemptId, isBusy: true, error: null })
    try {
      const holder = await holderOfThisTab(attemptId)
      await openPaper(() => call('takeOverAttempt', { params: { attemptId }, body: { holder } }), 'taken over')
    } catch (error) {
      setStarting({ name: 'held', attemptId, isBusy: false, error })
    }
  }

  const stop = () => {
    turn.current += 1
    setStarting({ name: 'idle' })
  }

  return { starting, start, takeOver, stop }
}

/** What is left after this start, as far as the page knew before; the server says when it is asked again. */
function leftAfter({ round, mine }: RoundData): number | null {
  if (round.rules.attempts.period === 'unlimited') return null
  return Math.max(0, (mine?.attemptsLeft ?? round.attemptLimit) - 1)
}

function heldAttempt(error: unknown): string | null {
  if (!(error instanceof ApiError) || error.problem.code !== 'ATTEMPT.HELD_ELSEWHERE') return null
  const attemptId = error.problem.params?.['attemptId']
  return typeof attemptId === 'string' ? attemptId : null
}
