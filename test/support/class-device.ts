import {
  type ClassClientEvents,
  type ClassServerEvents,
  type LessonItemData,
  type LessonRevealData,
  type LessonStepData,
  PROTOCOL_VERSION,
} from '@thiso/contracts'
import { io, type Socket } from 'socket.io-client'

export type ClassSocket = Socket<ClassServerEvents, ClassClientEvents>
export type Heard<E extends keyof ClassServerEvents> = Parameters<ClassServerEvents[E]>[0]

const sockets: ClassSocket[] = []
/** For `afterEach`: an open socket would keep the spec's process alive. */
export function closeSockets(): void {
  for (const socket of sockets.splice(0)) socket.close()
}

/** A socket as the pages open it: it comes back by itself within seconds. @param token of whoever is signed in */
export function classSocket(url: string, token?: string): ClassSocket {
  const socket: ClassSocket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    auth: { protocol: PROTOCOL_VERSION },
    reconnectionDelay: 300,
    reconnectionDelayMax: 1_500,
    randomizationFactor: 0.6,
    ...(token ? { extraHeaders: { cookie: `thiso=${token}` } } : {}),
  })
  sockets.push(socket)
  return socket
}

/** What every device of a lesson hears, as its screen would show it. */
export class ClassDevice {
  readonly socket: ClassSocket
  step: LessonStepData | null = null
  readonly items = new Map<number, LessonItemData>()
  readonly reveals = new Map<number, LessonRevealData>()
  /** Everything that was pushed, in order. */
  readonly heard: { event: string; data: unknown }[] = []
  /** Every packet that came, as text: whoever looks into the traffic sees no more. */
  readonly frames: string[] = []
  /** Pauses that were told, each once. */
  readonly pauses: string[] = []
  isWatching = false

  constructor(
    readonly url: string,
    token?: string,
  ) {
    this.socket = classSocket(url, token)
    this.socket.io.on('open', () =>
      this.socket.io.engine.on('packet', ({ data }: { data?: unknown }) => this.frames.push(String(data ?? ''))),
    )
    this.socket.onAny((event: string, data: unknown) => this.heard.push({ event, data }))
    this.socket.on('lesson:step', ({ step, item, reveal }) => {
      this.take(step)
      if (item) this.items.set(item.place, item)
      if (reveal) this.reveals.set(reveal.place, reveal)
    })
    this.socket.on('disconnect', () => {
      this.isWatching = false
    })
  }

  protected take(step: LessonStepData): void {
    if (step.pause && this.step?.pause !== step.pause) this.pauses.push(step.pause)
    if ((this.step?.version ?? -1) <= step.version) this.step = step
  }

  /** The device goes dark. */
  close(): void {
    this.socket.close()
  }

  count(event: keyof ClassServerEvents): number {
    return this.heard.filter((each) => each.event === event).length
  }
}
