import { clockAt } from '@thiso/kit/lesson/lesson-clock'
import { type HostState, isHostPaced, seated } from '@thiso/kit/lesson/host-state'
import { serverNow } from '@thiso/kit/api/server-clock'
import { useEffect, useRef, useState } from 'react'
import { LessonSounds } from './lesson-sounds'
import type { TrackName } from './tracks'

const KEY = 'thiso.lesson.muted'
const HURRY_MS = 5_500
const LOOK_MS = 250

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) === '1'
  } catch {
    return false
  }
}

/** The sounds of a lesson follow where it stands. They begin after the first tap or key, and a mute is remembered. */
export function useSounds(state: HostState | null) {
  const [isMuted, setMuted] = useState(remembered)
  const sounds = useRef<LessonSounds | null>(null)

  useEffect(() => {
    const made = new LessonSounds()
    made.mute(remembered())
    sounds.current = made
    const wake = () => made.wake()
    document.addEventListener('pointerdown', wake)
    document.addEventListener('keydown', wake)
    return () => {
      document.removeEventListener('pointerdown', wake)
      document.removeEventListener('keydown', wake)
      made.close()
    }
  }, [])

  const view = state?.view
  const step = view?.step
  const phase = step?.phase
  const isPaced = view ? isHostPaced(view) : false
  useEffect(() => {
    const choose = () => sounds.current?.play(step ? trackOf(step, isPaced) : null)
    choose()
    if (phase !== 'open') return
    const timer = setInterval(choose, LOOK_MS)
    return () => clearInterval(timer)
  }, [step, phase, isPaced])

  const place = step?.place ?? 0
  const before = useRef(`${phase} ${place}`)
  const isLastOne = view?.settings.mode === 'bell' && state?.playingCount === 1
  useEffect(() => {
    const now = `${phase} ${place}`
    if (before.current === now || before.current.startsWith('undefined')) {
      before.current = now
      return
    }
    before.current = now
    if (phase === 'open') sounds.current?.hit('open')
    if (phase === 'locked') sounds.current?.hit('locked')
    if (phase === 'revealed') sounds.current?.hit('reveal')
    if (phase === 'board' && isLastOne) sounds.current?.hit('bell')
  }, [phase, place, isLastOne])

  const count = view ? seated(view.seats).length : 0
  const countBefore = useRef(count)
  useEffect(() => {
    if (phase === 'lobby' && count > countBefore.current) sounds.current?.hit('join')
    countBefore.current = count
  }, [phase, count])

  const toggle = () => {
    const wanted = !isMuted
    setMuted(wanted)
    sounds.current?.mute(wanted)
    try {
      localStorage.setItem(KEY, wanted ? '1' : '0')
    } catch {
      // Kept for this visit only.
    }
  }
  return { isMuted, toggle, hit: (name: Parameters<LessonSounds['hit']>[0]) => sounds.current?.hit(name) }
}

function trackOf(step: HostState['view']['step'], isPaced: boolean): TrackName | null {
  if (step.phase === 'lobby') return 'lobby'
  if (step.phase !== 'open' || step.pausedAt !== null || !isPaced) return null
  const clock = clockAt(step, serverNow())
  if (clock.stage !== 'running') return null
  return clock.leftMs <= HURRY_MS ? 'hurry' : 'thinking'
}
