import type { ApiBody, ClassRefusal } from '@thiso/contracts'
import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { ApiError, call } from '../api/client'
import { noteServerTime } from '../api/server-clock'
import { type ClassSocket, openClassSocket } from './class-socket'
import { afterHostEvent, type HostEvent, type HostState, type LessonItem, type LessonReveal } from './host-state'

export type HostAct = ApiBody<'actOnLesson'>['act']
export type SeatAct = ApiBody<'actOnSeats'>['act']
/** connecting: for the first time; live: news come; away: the connection is lost and being looked for. */
export type LessonConnection = 'connecting' | 'live' | 'away'

export interface ToldPlace {
  item: LessonItem
  reveal: LessonReveal
}

export interface HostLesson {
  /** null until the lesson has been read for the first time. */
  state: HostState | null
  connection: LessonConnection
  /** Why the lesson cannot be watched at all: not there, not this host's, or over for a remote. */
  refusal: 'NOT_FOUND' | 'NOT_ALLOWED' | 'ENDED' | null
  /** Resolves once the server has done it; throws what `call` throws. That the lesson has moved on meanwhile is not thrown. */
  act: (act: HostAct) => Promise<void>
  actOnSeats: (act: SeatAct) => Promise<void>
  /** A place that has been told, to go through it again; left-out: it counts for nobody. null: the connection is away. */
  toldPlace: (place: number) => Promise<ToldPlace | 'left-out' | null>
  /** The act on its way; buttons wait for it. */
  acting: HostAct['kind'] | null
}

export interface HostOptions {
  /** Of a second device; without it the session's cookie says who the host is. */
  remoteKey?: string | undefined
  onReactions?: (counts: readonly number[]) => void
}

const REPLY_MS = 8_000
const AGAIN_MS = 1_500

/** One lesson as its host sees it, kept true over the socket. Watches again on every connect; acts go over HTTP with the version seen. */
export function useHostLesson(lessonId: string, { remoteKey, onReactions }: HostOptions = {}): HostLesson {
  const [state, tell] = useReducer(afterHostEvent, null)
  const [connection, setConnection] = useState<LessonConnection>('connecting')
  const [refusal, setRefusal] = useState<HostLesson['refusal']>(null)
  const [acting, setActing] = useState<HostAct['kind'] | null>(null)
  const reactions = useRef(onReactions)
  reactions.current = onReactions
  const connected = useRef<ClassSocket | null>(null)
  const watchAgain = useRef<() => void>(() => undefined)
  const seen = useRef(state)
  seen.current = state

  useEffect(() => {
    let socket: ClassSocket | undefined
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    /** What came while the view was on its way: the view may be older than it, so it is told once more after the view. */
    let meanwhile: HostEvent[] | null = null
    const news = (event: HostEvent) => {
      meanwhile?.push(event)
      tell(event)
    }
    const again = (after: number) => {
      clearTimeout(timer)
      timer = setTimeout(watch, after)
    }
    const watch = () => {
      if (isOver || !socket?.connected) return
      const sentAt = performance.now()
      meanwhile = []
      const request = remoteKey === undefined ? { lessonId } : { lessonId, remoteKey }
      socket.timeout(REPLY_MS).emit('lesson:host', request, (error, answer) => {
        if (isOver) return
        if (error) return again(AGAIN_MS)
        if ('refused' in answer) {
          const lasting = lastingRefusal(answer)
          if (lasting) setRefusal(lasting)
          else again(AGAIN_MS)
          return
        }
        noteServerTime(answer.step.serverTime, sentAt, performance.now())
        setRefusal(null)
        setConnection('live')
        tell({ kind: 'view', view: answer })
        for (const event of meanwhile ?? []) tell(event)
        meanwhile = null
      })
    }
    watchAgain.current = () => again(0)
    const open = () => {
      openClassSocket().then(
        (opened) => {
          if (isOver) return opened.close()
          socket = opened
          connected.current = opened
          opened.on('connect', watch)
          opened.on('connect_error', () => setConnection((before) => (before === 'live' ? 'away' : before)))
          opened.on('disconnect', (reason) => {
            if (isOver) return
            setConnection('away')
            // The server closed it and will not be asked again by itself.
            if (reason === 'io server disconnect') opened.connect()
          })
          opened.on('lesson:away', ({ isAway }) => {
            setConnection(isAway ? 'away' : 'live')
            if (!isAway) watch()
          })
          opened.on('lesson:step', (event) => news({ kind: 'step', ...event }))
          opened.on('lesson:progress', (event) => news({ kind: 'progress', ...event }))
          opened.on('lesson:seats', (event) => news({ kind: 'seats', ...event }))
          opened.on('lesson:standings', (event) => news({ kind: 'standings', ...event }))
          opened.on('lesson:reactions', ({ counts }) => reactions.current?.(counts))
        },
        // The code of the connection could not be fetched: offline.
        () => {
          if (!isOver) timer = setTimeout(open, AGAIN_MS)
        },
      )
    }
    open()
    return () => {
      isOver = true
      clearTimeout(timer)
      socket?.close()
    }
  }, [lessonId, remoteKey])

  const isBehind = state?.isBehind ?? false
  useEffect(() => {
    if (isBehind) watchAgain.current()
  }, [isBehind])

  const act = useCallback(
    async (wanted: HostAct) => {
      const view = seen.current?.view
      if (!view) return
      setActing(wanted.kind)
      const { version } = view.step
      const key = remoteKey === undefined ? {} : { remoteKey }
      try {
        const step = await call('actOnLesson', { params: { lessonId }, body: { version, act: wanted, ...key } })
        await until(() => (seen.current?.view.step.version ?? 0) >= step.version)
        if ((seen.current?.view.step.version ?? 0) < step.version) watchAgain.current()
      } catch (error) {
        watchAgain.current()
        if (!(error instanceof ApiError) || error.problem.code !== 'LESSON.MOVED_ON') throw error
      } finally {
        setActing(null)
      }
    },
    [lessonId, remoteKey],
  )
  const actOnSeats = useCallback(
    async (wanted: SeatAct) => {
      const key = remoteKey === undefined ? {} : { remoteKey }
      await call('actOnSeats', { params: { lessonId }, body: { act: wanted, ...key } })
    },
    [lessonId, remoteKey],
  )
  const toldPlace = useCallback(
    (place: number) =>
      new Promise<ToldPlace | 'left-out' | null>((resolve) => {
        const socket = connected.current
        if (!socket?.connected) return resolve(null)
        socket.timeout(REPLY_MS).emit('lesson:host-place', { place }, (error, answer) => {
          if (error) return resolve(null)
          if (!('refused' in answer)) return resolve(answer)
          resolve(answer.refused === 'NOT_FOUND' ? 'left-out' : null)
        })
      }),
    [],
  )
  return { state, connection, refusal, act, actOnSeats, toldPlace, acting }
}

function lastingRefusal({ refused }: ClassRefusal): HostLesson['refusal'] {
  if (refused === 'LATE') return 'ENDED'
  return refused === 'NOT_FOUND' || refused === 'NOT_ALLOWED' ? refused : null
}

/** The news of an act come by the socket, usually before its answer does; a slow socket gets a moment. */
async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 20 && !isSo(); tries++) await new Promise((resolve) => setTimeout(resolve, 50))
}
