import { useEffect, useRef, useState } from 'react'
import type { BoardSnapshotData } from '../../../lib/shapes'
import { movesBetween } from './moves'

/** A change is shown for two seconds, then the board stands still until the next one. */
const SHOWN_MS = 2_000
const PACE_MS = 2_400

const still: ReadonlyMap<string, number> = new Map()

/** What to show of a board that may change many times a second: one calm step at a time, never behind by much. */
export function usePacedBoard(latest: BoardSnapshotData | undefined, mineId: string | undefined) {
  const [shown, setShown] = useState(latest)
  const [moves, setMoves] = useState(still)
  const steppedAt = useRef(Number.NEGATIVE_INFINITY)

  useEffect(() => {
    if (!latest || latest === shown) return
    if (!shown || shown.roundId !== latest.roundId) {
      setShown(latest)
      setMoves(still)
      return
    }
    const timer = setTimeout(
      () => {
        steppedAt.current = performance.now()
        // Other results than before are no race: nobody has overtaken anybody.
        setMoves(shown.final?.number === latest.final?.number ? movesBetween(shown, latest, mineId) : still)
        setShown(latest)
      },
      Math.max(0, steppedAt.current + PACE_MS - performance.now()),
    )
    return () => clearTimeout(timer)
  }, [latest, shown, mineId])

  useEffect(() => {
    if (moves.size === 0) return
    const timer = setTimeout(() => setMoves(still), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [moves])

  return { shown, moves }
}
