import { useEffect } from 'react'

let shown: number | null = null

/** The place that is on the screen; null: none, as in the overview. */
export const shownPlace = () => shown

/** Says which place is on the screen as long as the caller is. */
export function useShownPlace(position: number) {
  useEffect(() => {
    shown = position
    return () => {
      shown = null
    }
  }, [position])
}
