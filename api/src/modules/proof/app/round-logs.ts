import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { setTimeout as wait } from 'node:timers/promises'
import { Clock } from '../../../kernel/clock.js'
import { signNote } from '../../../kernel/signed-note.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { RepeatedJob } from '../../../platform/jobs/repeated-job.js'
import { Logger } from '../../../platform/metrics/logger.js'
import { canRevealKeys } from '../../contests/index.js'
import { isCheckpointDue, isSealed } from '../domain/publicity.js'
import { timedCheckpointText } from '../domain/signed-texts.js'
import { RoundLogRepository, type RunningLog } from '../infra/round-log.repository.js'
import { LogTrees } from './log-trees.js'
import { logOfRound, RoundCommitments } from './round-commitments.js'
import { Signing } from './signing.js'

const LOOK_MS = 10_000
/** Leaves that one statement adds. */
const LEAVES_AT_A_TIME = 5_000
/** How long a look waits for closings that are on their way; then the next one tries again. */
const SETTLE_MS = 5_000
const SETTLE_STEP_MS = 50

/**
 * PF-4: takes ended attempts into the logs of their rounds, and signs where those stand. Any number of processes may run it; the row of
 * the log lets one of them work on it, and whatever a crash leaves is what the next look goes on from.
 */
@Injectable()
export class RoundLogs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly job: RepeatedJob

  constructor(
    private readonly logs: RoundLogRepository,
    private readonly trees: LogTrees,
    private readonly commitments: RoundCommitments,
    private readonly signing: Signing,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.job = new RepeatedJob(LOOK_MS, () => this.look(), logger, 'keeping the logs of rounds failed; trying again')
  }

  onApplicationBootstrap(): void {
    this.job.start()
  }

  onApplicationShutdown(): void {
    this.job.stop()
  }

  /** Does for every log what is due. */
  async look(): Promise<void> {
    await this.commitments.commitMissing()
    const now = this.clock.now()
    const due = (await this.logs.running(new Date(now))).filter((log) => isDue(log, now))
    if (due.length === 0) return
    const upTo = await this.settledClosing()
    if (upTo === null) return
    // One that fails keeps no other waiting; one after the other, so that a connection is enough.
    const failures: unknown[] = []
    for (const log of due) await this.advance(log, upTo).catch((error) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }

  /**
   * Brings one log up to a closing, and signs it.
   * @returns whether this process did it; another one may hold the log
   */
  async advance(running: RunningLog, upTo: number): Promise<boolean> {
    const { roundId } = running
    const log = logOfRound(roundId)
    const origin = await this.commitments.originOf(roundId)
    for (;;) {
      const added = await this.logs.transaction(async (manager) =>
        (await this.logs.hold(manager, log)) ? this.logs.addLeaves(manager, roundId, upTo, LEAVES_AT_A_TIME) : null,
      )
      if (added === null) return false
      if (added < LEAVES_AT_A_TIME) break
    }
    return this.logs.transaction(async (manager) => {
      if (!(await this.logs.hold(manager, log))) return false
      const madeAt = new Date(this.clock.now())
      const isFinal = isOver(running, madeAt.getTime())
      const isKeptBack = isSealed(running, isFinal)
      await this.sign(manager, roundId, origin, { madeAt, isFinal, isKeptBack })
      if (isFinal) await this.logs.end(manager, log, madeAt)
      return true
    })
  }

  /** The number of a closing up to which no other one can turn up any more; null: closings take long, look again. */
  async settledClosing(): Promise<number | null> {
    const last = await this.logs.lastClosing()
    const transaction = await this.logs.latestTransaction()
    for (let waited = 0; ; waited += SETTLE_STEP_MS) {
      if (await this.logs.areOver(transaction)) return last
      if (waited >= SETTLE_MS) return null
      await wait(SETTLE_STEP_MS)
    }
  }

  /** A log without leaves is not signed, unless not signing it would tell that it has none. */
  private async sign(
    manager: Transaction,
    roundId: string,
    origin: string,
    { madeAt, isFinal, isKeptBack }: { madeAt: Date; isFinal: boolean; isKeptBack: boolean },
  ): Promise<void> {
    const log = logOfRound(roundId)
    const size = await this.logs.sizeOf(manager, roundId)
    const last = await this.logs.lastCheckpoint(log, manager)
    if (!isKeptBack && (last ? !isFinal && last.size === size : size === 0)) return
    const root = (await this.trees.of(roundId, size)).root(size)
    const note = signNote(timedCheckpointText({ origin, size, root }, madeAt, isFinal), await this.signing.signer())
    await this.logs.insertCheckpoint(manager, {
      log,
      ordinal: (last?.ordinal ?? 0) + 1,
      size,
      root,
      note,
      isFinal,
      madeAt,
    })
  }
}

/** Nothing can start, end or count in the round any more. */
function isOver({ closesAt, graceMs, isPaused, isSomebodyInProgress }: RunningLog, now: number): boolean {
  return !isPaused && !isSomebodyInProgress && canRevealKeys(closesAt.getTime(), graceMs, now)
}

function isDue(log: RunningLog, now: number): boolean {
  if (isOver(log, now)) return true
  const lastAt = log.lastCheckpointAt?.getTime() ?? null
  return isCheckpointDue(isSealed(log, false), { opensAt: log.opensAt.getTime(), lastAt, now })
}
