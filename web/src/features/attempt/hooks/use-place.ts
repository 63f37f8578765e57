import { useState } from 'react'
import { localStore } from '../place/local-store'
import { type Place, readPlace, stepFrom, withMark, writePlace } from '../place/place'

/** Where the person is in the paper and what is marked; remembered on this device. */
export function usePlace(attemptId: string, positions: readonly number[]) {
  const [place, setPlace] = useState<Place>(() => readPlace(localStore(), attemptId, positions))
  const put = (next: Place) => {
    setPlace(next)
    writePlace(localStore(), attemptId, next)
  }
  return {
    position: place.position,
    marks: place.marks,
    goTo: (position: number) => put({ ...place, position }),
    step: (by: 1 | -1) => put({ ...place, position: stepFrom(positions, place.position, by) }),
    toggleMark: () => put(withMark(place, place.position, !place.marks.includes(place.position))),
  }
}
