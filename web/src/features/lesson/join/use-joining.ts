import type { ApiOutput } from '@thiso/contracts'
import { ApiError, call, NetworkError } from '@thiso/kit/api/client'
import { useEffect, useRef, useState } from 'react'
import { keepSeat, newDevice, seatOf } from '../seat/kept-seats'

export interface Wish {
  name: string
  pupilId: string | null
  team: number | null
  /** How the seat will be called until the server says so itself. */
  said: string
}

export type Door = ApiOutput<'findLesson'>
type State =
  | { at: 'choosing'; error: unknown }
  | { at: 'sending' }
  /** Another device has the seat; the host is asked. */
  | { at: 'asked'; said: string; sinceMs: number }
  | { at: 'seated' }

/** How often a phone asks whether the host has agreed. */
const ASK_AGAIN_MS = 3_000

/** Takes a seat; where another device has it, asks until the host lets in. */
export function useJoining(pin: string, door: Door) {
  const [state, setState] = useState<State>({ at: 'choosing', error: null })
  /** Answers to a wish that was taken back are nobody's. */
  const turn = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(
    () => () => {
      turn.current = -1
      clearTimeout(timer.current)
    },
    [],
  )

  const ask = async (wish: Wish, own: number, sinceMs: number | null) => {
    const { lessonId, title } = door
    const device = seatOf(lessonId)?.device ?? newDevice()
    keepSeat({ lessonId, pin, title, device, token: null, name: wish.said })
    const { name, pupilId, team } = wish
    try {
      const seating = await call('takeSeat', { body: { pin, name, pupilId, team, device } })
      if (own !== turn.current) return
      if (seating.kind === 'seated') {
        keepSeat({ lessonId, pin, title, device, token: seating.token, name: seating.view.seat.name })
        setState({ at: 'seated' })
        return
      }
      const since = sinceMs ?? performance.now()
      setState({ at: 'asked', said: wish.said, sinceMs: since })
      timer.current = setTimeout(() => void ask(wish, own, since), ASK_AGAIN_MS)
    } catch (error) {
      if (own !== turn.current) return
      // While the host is asked, a lost network or a busy server is no answer.
      const isPassing = error instanceof NetworkError || (error instanceof ApiError && error.problem.status >= 429)
      if (sinceMs !== null && isPassing) timer.current = setTimeout(() => void ask(wish, own, sinceMs), ASK_AGAIN_MS)
      else setState({ at: 'choosing', error })
    }
  }

  return {
    state,
    take: (wish: Wish) => {
      turn.current = Math.abs(turn.current) + 1
      setState({ at: 'sending' })
      void ask(wish, turn.current, null)
    },
    cancel: () => {
      turn.current += 1
      clearTimeout(timer.current)
      setState({ at: 'choosing', error: null })
    },
  }
}
