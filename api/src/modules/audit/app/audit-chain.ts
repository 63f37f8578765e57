import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { RepeatedJob } from '../../../platform/jobs/repeated-job.js'
import { Logger } from '../../../platform/metrics/logger.js'
import { NO_LINKS } from '../../../kernel/hash-chain.js'
import { type AuditFault, checkLinks, entryLeaf } from '../domain/audit-chain.js'
import { AuditLinkRepository } from '../infra/audit-link.repository.js'

const LINK_MS = 2_000
const PART = 2_000
/** An act takes at most half a minute; what is older is linked or was left out. */
const FORGOTTEN_S = 300

export interface AuditCheck {
  /** How many entries were looked at and found right. */
  size: number
  /** The head that was reached; null where there is a fault. */
  head: Buffer | null
  fault: AuditFault | null
}

/** HC-6: the chain over the audit log. Any number of processes may run the job; one links, the others leave it. */
@Injectable()
export class AuditChain implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly job: RepeatedJob
  private isWholeLinked = false

  constructor(
    private readonly links: AuditLinkRepository,
    logger: Logger,
  ) {
    this.job = new RepeatedJob(LINK_MS, () => this.linkAll(), logger, 'linking the audit log failed; trying again')
  }

  onApplicationBootstrap(): void {
    this.job.start()
  }

  onApplicationShutdown(): void {
    this.job.stop()
  }

  /** Links everything that is committed. @returns how many entries were linked */
  async linkAll(): Promise<number> {
    let total = 0
    for (;;) {
      const count = await this.links.linkSome(!this.isWholeLinked)
      if (count === null) return total
      total += count
      if (count > 0) continue
      this.isWholeLinked = true
      return total
    }
  }

  /** How many entries are linked, and the head after them, or after the first `size`. */
  top(size?: number): Promise<{ size: number; head: Buffer }> {
    return this.links.top(size)
  }

  /**
   * The data of leaves of a tree over the log, in the order of the chain.
   * @param from the number of the first leaf, 0-based. @throws Error when an entry is gone
   */
  async leaves(from: number, limit: number): Promise<Buffer[]> {
    return (await this.links.after(from, limit)).map(({ entry, linkNo }) => {
      if (!entry) throw new Error(`the entry of link ${linkNo} of the audit log is gone`)
      return entryLeaf(entry)
    })
  }

  /** HC-7: recomputes the whole chain from the entries as they are stored and names the first that does not fit. */
  async check(): Promise<AuditCheck> {
    await this.linkAll()
    let reached = { linkNo: 0, head: NO_LINKS }
    for (;;) {
      const part = await this.links.after(reached.linkNo, PART)
      const outcome = checkLinks(part, reached)
      if ('fault' in outcome) return { size: outcome.fault.linkNo - 1, head: null, fault: outcome.fault }
      reached = outcome.reached
      if (part.length < PART) break
    }
    const forgotten = await this.links.forgotten(FORGOTTEN_S)
    const fault =
      forgotten === null ? null : ({ kind: 'link-missing', linkNo: reached.linkNo + 1, entryId: forgotten } as const)
    return { size: reached.linkNo, head: fault ? null : reached.head, fault }
  }
}
