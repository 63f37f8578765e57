import { Inject, Injectable } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { SETTINGS } from '../../../platform/config/config.module.js'
import type { Settings } from '../../../platform/config/settings.js'
import type { Actor } from '../../../platform/http/actor.js'
import { isOwnOrigin } from '../../../platform/http/access.guard.js'
import { cookieOf } from '../../../platform/http/session-cookie.js'
import { AuditService } from '../../audit/index.js'
import { RoundsService } from '../../contests/index.js'
import { isPass, isProven, passOf, type SafeBrowserKeys } from '../domain/safe-browser.js'
import { configKeyOf } from '../domain/safe-browser-settings.js'
import type { AttemptEntity } from '../infra/attempt.entities.js'
import { SafeBrowserKeysRepository } from '../infra/safe-browser-keys.repository.js'
import { settingsIn } from '../infra/settings-file.js'
import { Papers } from './papers.js'

/** What of a request says in which browser and at which address it was made. */
export interface AskedFrom {
  url: string
  host: string
  protocol: string
  headers: Record<string, string | string[] | undefined>
}

export const SAFE_BROWSER_COOKIE = 'thiso-safe-browser'
/** A page proves itself again every few minutes; a pass outlives some tries without network. */
const PASS_MS = 15 * 60_000
/** So long a process goes by the keys that it has read. */
const REMEMBERED_MS = 5_000

/** PE-9: rounds that are taken in the Safe Exam Browser only. Every request of an attempt is asked for the browser's proof. */
@Injectable()
export class SafeBrowserService {
  private readonly keys = new Map<string, { keys: SafeBrowserKeys; until: number }>()

  constructor(
    private readonly repository: SafeBrowserKeysRepository,
    private readonly papers: Papers,
    private readonly rounds: RoundsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Whether requests of this attempt need no look at the browser; undefined: this process does not know it. */
  isOpen(attemptId: string): boolean | undefined {
    const known = this.papers.known(attemptId)
    return known && !known.asksSafeBrowser
  }

  /** @throws ProblemError ATTEMPT.SAFE_BROWSER_NEEDED; ATTEMPT.NOT_FOUND */
  async demand(attemptId: string, actor: Actor, from: AskedFrom): Promise<void> {
    const attempt = await this.papers.liveAttempt(attemptId)
    if (attempt.asksSafeBrowser) await this.demandInRound(attempt.roundId, actor, from)
  }

  /** The same for an attempt that was read already. */
  async demandOf(
    attempt: Pick<AttemptEntity, 'roundId' | 'rulesVersion'>,
    actor: Actor,
    from: AskedFrom,
  ): Promise<void> {
    const { protection } = await this.papers.rulesOf(attempt)
    if (protection.safeBrowser) await this.demandInRound(attempt.roundId, actor, from)
  }

  /** For a round whose rules ask for the browser. @throws ProblemError ATTEMPT.SAFE_BROWSER_NEEDED */
  async demandInRound(roundId: string, { sessionId }: Actor, from: AskedFrom): Promise<void> {
    const proof = {
      url: `${this.originOf(from)}${from.url}`,
      configKeyHash: headerOf(from, 'x-safeexambrowser-configkeyhash'),
      browserKeyHash: headerOf(from, 'x-safeexambrowser-requesthash'),
    }
    if (isProven(proof, await this.keysOf(roundId))) return
    const pass = cookieOf(from, SAFE_BROWSER_COOKIE)
    if (isPass(pass, { secret: this.settings.sessionSecret, sessionId, roundId, nowMs: this.clock.now() })) return
    throw new ProblemError('ATTEMPT.SAFE_BROWSER_NEEDED')
  }

  /**
   * Takes the proof of the browser's script interface, which is about the page's address.
   * @returns a pass for the session and until when it is good, in ms since 1970
   * @throws ProblemError ATTEMPT.SAFE_BROWSER_NEEDED
   */
  async prove(
    roundId: string,
    { sessionId }: Actor,
    from: AskedFrom,
    said: { pageUrls: readonly string[]; configKeyHash?: string | undefined; browserKeyHash?: string | undefined },
  ): Promise<{ pass: string; untilMs: number }> {
    const keys = await this.keysOf(roundId)
    const { configKeyHash, browserKeyHash } = said
    const isInIt = said.pageUrls.some(
      (url) => this.isOwnPage(url, from.host) && isProven({ url, configKeyHash, browserKeyHash }, keys),
    )
    if (!isInIt) throw new ProblemError('ATTEMPT.SAFE_BROWSER_NEEDED')
    const untilMs = this.clock.now() + PASS_MS
    return { pass: passOf(this.settings.sessionSecret, sessionId, roundId, untilMs), untilMs }
  }

  /** @throws ProblemError ROUND.NOT_FOUND */
  async stored(roundId: string): Promise<SafeBrowserKeys> {
    await this.rounds.demand(roundId)
    return this.repository.of(roundId)
  }

  /** @throws ProblemError ROUND.NOT_FOUND */
  async store(
    actorId: string,
    roundId: string,
    { configKeys, browserKeys }: SafeBrowserKeys,
  ): Promise<SafeBrowserKeys> {
    await this.rounds.demand(roundId)
    const keys = { configKeys: [...new Set(configKeys)], browserKeys: [...new Set(browserKeys)] }
    await this.repository.put(roundId, keys, (transaction) => {
      const counts = { configKeys: keys.configKeys.length, browserKeys: keys.browserKeys.length }
      return this.audit.record(actorId, 'round.safe_browser_keys', `round:${roundId}`, counts, transaction)
    })
    this.keys.delete(roundId)
    return keys
  }

  /**
   * The Config Key of a settings file, which is not kept.
   * @throws ProblemError ROUND.SAFE_BROWSER_SETTINGS_UNREADABLE
   */
  configKeyIn(file: Uint8Array): string {
    const settings = settingsIn(file)
    if (!settings) throw new ProblemError('ROUND.SAFE_BROWSER_SETTINGS_UNREADABLE')
    return configKeyOf(settings)
  }

  private async keysOf(roundId: string): Promise<SafeBrowserKeys> {
    const known = this.keys.get(roundId)
    if (known && known.until > performance.now()) return known.keys
    const keys = await this.repository.of(roundId)
    this.keys.set(roundId, { keys, until: performance.now() + REMEMBERED_MS })
    return keys
  }

  /** Scheme and host as the browser saw them: what the platform is called outside, or else what the request says. */
  private originOf({ protocol, host }: AskedFrom): string {
    return this.settings.publicUrl ? new URL(this.settings.publicUrl).origin : `${protocol}://${host}`
  }

  private isOwnPage(url: string, host: string): boolean {
    return URL.canParse(url) && isOwnOrigin(new URL(url).origin, host, this.settings)
  }
}

function headerOf({ headers }: AskedFrom, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' ? value : undefined
}
