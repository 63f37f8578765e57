import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import type { BoardPatch, ServerToClientEvents } from '@thiso/contracts'
import { call } from '@thiso/kit/api/client'
import { type LiveSocket, liveSocket } from '@thiso/kit/api/live'
import { useEffect, useState } from 'react'
import { roundQuery } from '../../../lib/queries'
import type { BoardSnapshotData } from '../../../lib/shapes'
import { applyPatch, newer } from './apply-patch'

export type Link = 'joining' | 'live' | 'lost'

const WATCH_REPLY_MS = 6_000
/** A short drop is nobody's business. */
const QUIET_DROP_MS = 1_500

const spread = (least: number, more: number) => least + Math.random() * more

const boardQuery = (client: QueryClient, roundId: string) => ({
  queryKey: ['board', roundId],
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    const come = await call('board', { params: { roundId }, signal })
    return newer(client.getQueryData<BoardSnapshotData>(['board', roundId]), come)
  },
})

/**
 * The top of a round's board, kept up to date over the socket. While that is down the board is asked for now and
 * then, and it is watched again as soon as the socket is back.
 */
export function useLiveBoard(roundId: string) {
  const client = useQueryClient()
  const [link, setLink] = useState<Link>('joining')

  const board = useQuery({
    ...boardQuery(client, roundId),
    refetchInterval: link === 'live' ? false : () => spread(12_000, 8_000),
  })

  useEffect(() => {
    const query = boardQuery(client, roundId)
    const key = query.queryKey
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
    const take = (come: BoardSnapshotData) => client.setQueryData<BoardSnapshotData>(key, (at) => newer(at, come))

    // A gap in the versions reaches every screen at once; the answers to it must not be asked for at once.
    const askAgain = () => {
      if (isAsking) return
      isAsking = true
      later(spread(0, 2_000), () => {
        client
          .fetchQuery({ ...query, staleTime: 0, retry: 1 })
          .catch(() => undefined)
          .finally(() => {
            isAsking = false
          })
      })
    }

    const onPatch = (patch: BoardPatch) => {
      if (patch.roundId !== roundId) return
      const at = client.getQueryData<BoardSnapshotData>(key)
      const next = at && applyPatch(at, patch)
      if (!next) askAgain()
      else if (next !== at) client.setQueryData(key, next)
    }

    const watch = async () => {
      if (!socket || isGone) return
      try {
        const answer = await socket.timeout(WATCH_REPLY_MS).emitWithAck('board:watch', { roundId })
        if (isGone) return
        if ('refused' in answer) {
          if (answer.refused === 'BUSY') later(spread(4_000, 6_000), watch)
          return
        }
        take(answer)
        setLink('live')
      } catch {
        later(spread(2_000, 4_000), watch)
      }
    }

    const drop = () => {
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

  return { board, link }
}
