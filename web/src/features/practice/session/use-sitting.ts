import { useQueryClient } from '@tanstack/react-query'
import { ApiError, call, NetworkError } from '@thiso/kit/api/client'
import { useCallback, useEffect, useReducer, useRef } from 'react'
import { sessionQuery } from '../../../lib/session'
import { after, begun, resendAfter, type Showing } from './core'
import { type Part, wishOf } from './parts'
import { practiceQuery } from './queries'
import { forgetUnsent, keepUnsent, readUnsent } from './unsent'

/** localStorage, or nothing where the browser forbids even asking for it. */
function localStore(): Storage | undefined {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}

/** Away, overloaded or in a hurry: worth sending again. Anything else is an answer. */
function isWorthSendingAgain(error: unknown): boolean {
  if (error instanceof NetworkError) return true
  return error instanceof ApiError && (error.problem.status >= 500 || error.problem.status === 429)
}

/** One sitting of practice: fetches, sends, sends again, and first of all what an earlier visit could not send. */
export function useSitting(part: Part, accountId: string) {
  const client = useQueryClient()
  const [sitting, dispatch] = useReducer(after, begun)
  const gone = useRef(new AbortController())
  const retry = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isBusy = useRef(false)
  const failures = useRef(0)
  const pending = useRef<{ showing: Showing; answer: string | null } | null>(null)

  /** Whoever is signed out here is sent to sign in; the sitting waits. */
  const heed = useCallback(
    (error: unknown) => {
      if (error instanceof ApiError && error.problem.status === 401)
        void client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    },
    [client],
  )

  const ask = useCallback(async () => {
    const { signal } = gone.current
    if (isBusy.current) return
    isBusy.current = true
    dispatch({ type: 'ask' })
    try {
      const next = await call('nextPracticeItem', { body: wishOf(part), signal })
      dispatch({ type: 'asked', next })
    } catch (error) {
      if (signal.aborted) return
      heed(error)
      dispatch({ type: 'askFailed', error })
    } finally {
      if (!signal.aborted) isBusy.current = false
    }
  }, [part, heed])

  const deliver = useCallback(async () => {
    const { signal } = gone.current
    const waiting = pending.current
    if (!waiting || isBusy.current) return
    isBusy.current = true
    clearTimeout(retry.current)
    const { showing, answer } = waiting
    dispatch({ type: 'send', answer })
    try {
      const result = await call('answerPractice', { body: { card: showing.card, answer }, signal })
      pending.current = null
      failures.current = 0
      forgetUnsent(localStore())
      dispatch({ type: 'answered', card: showing.card, result })
      void client.invalidateQueries({ queryKey: practiceQuery.queryKey })
    } catch (error) {
      if (signal.aborted) return
      heed(error)
      if (isWorthSendingAgain(error)) {
        failures.current += 1
        retry.current = setTimeout(() => void deliver(), resendAfter(failures.current))
        dispatch({ type: 'sendFailed' })
      } else if (!(error instanceof ApiError && error.problem.status === 401)) {
        pending.current = null
        forgetUnsent(localStore())
        dispatch({ type: 'refused', card: showing.card, error })
      }
    } finally {
      if (!signal.aborted) isBusy.current = false
    }
  }, [client, heed])

  const send = useCallback(
    (showing: Showing, answer: string | null) => {
      pending.current = { showing, answer }
      keepUnsent(localStore(), { accountId, showing, answer })
      void deliver()
    },
    [accountId, deliver],
  )

  useEffect(() => {
    gone.current = new AbortController()
    isBusy.current = false
    const unsent = readUnsent(localStore(), accountId)
    if (unsent) {
      pending.current = unsent
      dispatch({ type: 'resume', showing: unsent.showing, answer: unsent.answer })
      void deliver()
    } else void ask()
    const online = () => void deliver()
    window.addEventListener('online', online)
    return () => {
      gone.current.abort()
      clearTimeout(retry.current)
      window.removeEventListener('online', online)
    }
  }, [accountId, ask, deliver])

  return {
    ...sitting,
    ask: () => void ask(),
    change: (answer: string | null) => dispatch({ type: 'changed', answer }),
    send,
    resend: () => void deliver(),
  }
}
