import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { Client } from 'pg'
import { SETTINGS } from '../../../platform/config/config.module.js'
import type { Settings } from '../../../platform/config/settings.js'
import { LESSON_CHANNEL } from './lesson.repository.js'

export type LessonNotice =
  | { what: 'step' | 'seats'; lessonId: string }
  | { what: 'reactions'; lessonId: string; counts: number[] }

const AGAIN_MS = 500
const CONNECT_MS = 5_000

/**
 * What other processes did to lessons, as PostgreSQL tells it after each commit. Best effort: while the connection is away nothing comes,
 * so whoever listens also looks at versions now and then.
 */
@Injectable()
export class LessonNotices implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly listeners: ((notice: LessonNotice) => void)[] = []
  private readonly backListeners: (() => void)[] = []
  private client: Client | null = null
  private isStopped = false
  private timer: NodeJS.Timeout | undefined

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  onNotice(listener: (notice: LessonNotice) => void): void {
    this.listeners.push(listener)
  }

  /** Told whenever listening begins: what was said before has been missed. */
  onBack(listener: () => void): void {
    this.backListeners.push(listener)
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listen()
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true
    clearTimeout(this.timer)
    await this.client?.end().catch(() => undefined)
  }

  private async listen(): Promise<void> {
    const client = new Client({
      connectionString: this.settings.databaseUrl,
      application_name: 'thi-so lessons',
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS,
    })
    const lose = () => {
      if (this.client !== client) return
      this.client = null
      void client.end().catch(() => undefined)
      this.listenLater()
    }
    client.on('error', lose)
    client.on('end', lose)
    client.on('notification', ({ payload = '' }) => {
      const notice = read(payload)
      if (notice) for (const listener of this.listeners) listener(notice)
    })
    this.client = client
    try {
      await client.connect()
      await client.query(`LISTEN ${LESSON_CHANNEL}`)
      for (const listener of this.backListeners) listener()
    } catch {
      lose()
    }
  }

  private listenLater(): void {
    if (this.isStopped) return
    this.timer = setTimeout(() => void this.listen(), AGAIN_MS)
    this.timer.unref()
  }
}

function read(payload: string): LessonNotice | null {
  const [what, lessonId = '', counts = ''] = payload.split(' ')
  if (what === 'step' || what === 'seats') return { what, lessonId }
  return what === 'reactions' ? { what, lessonId, counts: counts.split(',').map(Number) } : null
}
