import { useQueryClient } from '@tanstack/react-query'
import { type LiveSocket, liveSocket } from '@thiso/kit/api/live'
import { useEffect } from 'react'

/** Organizers may open, close or change a round by hand; who waits for it sees that without reloading. */
export function useRoundChanges(roundId: string | undefined, alsoKey?: string) {
  const queryClient = useQueryClient()
  useEffect(() => {
    if (!roundId) return
    let socket: LiveSocket | undefined
    let isHere = true
    const changed = (event: { roundId: string }) => {
      if (event.roundId !== roundId) return
      // Spread out: everybody who waits hears of it in the same instant.
      setTimeout(() => {
        if (!isHere) return
        void queryClient.invalidateQueries({ queryKey: ['round', roundId] })
        if (alsoKey) void queryClient.invalidateQueries({ queryKey: [alsoKey] })
      }, Math.random() * 1_500)
    }
    const later = setTimeout(() => {
      liveSocket()
        .then((opened) => {
          if (!isHere) return
          socket = opened
          socket.on('round:changed', changed)
        })
        .catch(() => undefined)
    }, 1_500)
    return () => {
      isHere = false
      clearTimeout(later)
      socket?.off('round:changed', changed)
    }
  }, [roundId, alsoKey, queryClient])
}
