import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { BoardPatch, ServerToClientEvents } from '@thiso/contracts'
import { call } from '@thiso/kit/api/client'
import { type LiveSocket, liveSocket } from '@thiso/kit/api/live'
import { serverNow } from '@thiso/kit/api/server-clock'
import { useEffect, useRef, useState } from 'react'
import { roundQuery } from '../../../lib/queries'
import type { BoardSnapshotData } from '../../../lib/shapes'
import { applyPatch } from '@thiso/contracts/board-patch'

export type Link = 'joining' | 'live' | 'lost'

const WATCH_REPLY_MS = 6_000
/** A short drop is nobody's business. */
const QUIET_DROP_MS = 1_500

const spread = (least: number, more: number) => least + Math.random() * more

/**
 * The top of a round's board, kept up to date over the socket. A patch follows on the board that the socket gave, so
 * that one is the base and what is fetched meanwhile is left aside. While the socket is down the board is asked for
 * now and then, and it is watched again as soon as the socket is back.
 */
export function useLiveBoard(roundId: string) {
  const client = useQueryClient()
  const [link, setLink] = useState<Link>('joining')
  const [updatedAt, setUpdatedAt] = useState(0)
  const hasBase = useRef(false)

  const board = useQuery({
    queryKey: ['board', roundId],
    queryFn: async ({ signal }) => {
      const come = await call('board', { params: { roundId }, signal })
      const at = client.getQueryData<BoardSnapshotData>(['board', roundId])
      return at && (hasBase.current || at.version > come.version) ? at : come
    },
    staleTime: link === 'live' ? Number.POSITIVE_INFINITY : 5_000,
    refetchInterval: link === 'live' ? false : () => spread(12_000, 8_000),
  })

  // By the server's clock, not the phone's.
  useEffect(() => {
    if (board.data) setUpdatedAt(serverNow())
  }, [board.data])

  useEffect(() => {
    const key = ['board', roundId]
    const timers = new Set<ReturnType<typeof setTimeout>>()
    let socket: LiveSocket | undefined
    let isGone = false
    let isAsking = false

    const later = (ms: number, act: () => void) => {
      const timer = setTimeout(() => {
        timers.delete(timer)
        if (!isGone) act()
      }, ms)
      timers.add(timer)
      return timer
    }
    // A gap in the versions reaches every screen at once; the answers to it must not be asked for at once.
    const watchAgain = () => {
      if (isAsking) return
      isAsking = true
      later(spread(0, 2_000), () => {
        isAsking = false
        void watch()
      })
    }

    const onPatch = (patch: BoardPatch) => {
      if (patch.roundId !== roundId) return
      const at = client.getQueryData<BoardSnapshotData>(key)
      const next = at && applyPatch(at, patch)
      if (!next) watchAgain()
      else if (next !== at) client.setQueryData(key, next)
    }

    const watch = async () => {
      if (!socket?.connected || isGone) return
      try {
        const answer = await socket.timeout(WATCH_REPLY_MS).emitWithAck('board:watch', { roundId })
        if (isGone) return
        if ('refused' in answer) {
          if (answer.refused === 'BUSY') later(spread(4_000, 6_000), watch)
          return
        }
        hasBase.current = true
        client.setQueryData<BoardSnapshotData>(key, answer)
        setLink('live')
      } catch {
        later(spread(2_000, 4_000), watch)
      }
    }

    const drop = () => {
      hasBase.current = false
      later(QUIET_DROP_MS, () => {
        if (!socket?.connected) setLink('lost')
      })
    }
    const onRound: ServerToClientEvents['round:changed'] = (event) => {
      if (event.roundId === roundId) void client.invalidateQueries({ queryKey: roundQuery(roundId).queryKey })
    }

    liveSocket().then(
      (opened) => {
        if (isGone) return
        socket = opened
        socket.on('connect', watch)
        socket.on('disconnect', drop)
        socket.on('connect_error', drop)
        socket.on('board:patch', onPatch)
        socket.on('round:changed', onRound)
        if (socket.connected) void watch()
      },
      () => setLink('lost'),
    )

    return () => {
      isGone = true
      hasBase.current = false
      for (const timer of timers) clearTimeout(timer)
      if (!socket) return
      socket.off('connect', watch)
      socket.off('disconnect', drop)
      socket.off('connect_error', drop)
      socket.off('board:patch', onPatch)
      socket.off('round:changed', onRound)
      if (socket.connected) socket.emit('board:unwatch', { roundId })
    }
  }, [roundId, client])

  return { board, link, updatedAt }
}
