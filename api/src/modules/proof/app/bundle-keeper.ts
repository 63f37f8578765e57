import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { RepeatedJob } from '../../../platform/jobs/repeated-job.js'
import { Logger } from '../../../platform/metrics/logger.js'
import { RoundsService } from '../../contests/index.js'
import { PublicPrizes } from '../../winners/index.js'
import { BundleFileRepository, type DueBundle } from '../infra/bundle-file.repository.js'
import { BundleMaker } from './bundle-maker.js'

const LOOK_MS = 5_000
/** Of text that goes into one piece of the file; compressed it is about a quarter. */
const PART_CHARACTERS = 2_000_000
const compress = promisify(gzip)

/**
 * VB-3: makes the bundle of a round, and signs it, when results are published, when a later version is, when its prizes are, and when somebody is
 * erased. Any number of processes may run it; note and file are one commit, so whatever a crash leaves is made anew.
 */
@Injectable()
export class BundleKeeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly job: RepeatedJob

  constructor(
    private readonly files: BundleFileRepository,
    private readonly maker: BundleMaker,
    private readonly rounds: RoundsService,
    private readonly prizes: PublicPrizes,
    logger: Logger,
  ) {
    this.job = new RepeatedJob(LOOK_MS, () => this.look(), logger, 'making a public bundle failed; trying again')
  }

  onApplicationBootstrap(): void {
    this.job.start()
  }

  onApplicationShutdown(): void {
    this.job.stop()
  }

  /** Makes whatever is due. */
  async look(): Promise<void> {
    for (const due of await this.files.due()) await this.make(due)
  }

  /** @returns false when another process is at it, or has just done it */
  private async make({ roundId, versionId, basis }: DueBundle): Promise<boolean> {
    const round = await this.rounds.demand(roundId)
    // Reads on connections of its own: before the snapshot, which must not wait for a second one.
    const prizes = await this.prizes.ofRound(round.contestId, roundId)
    const made = await this.files.making(roundId, async (manager) => {
      const notes = await this.files.notes(roundId, manager)
      const last = notes.at(-1)
      if (last?.basis === basis) return false
      const edition = (last?.edition ?? 0) + 1
      const earlier = notes.map(({ note }) => note)
      const lines = this.maker.lines(manager, { round, versionId, edition, prizes, earlier })
      let text = ''
      let partNo = 0
      const flush = async () => {
        await this.files.addPart(manager, roundId, edition, partNo++, await compress(text))
        text = ''
      }
      for (;;) {
        const { done, value } = await lines.next()
        if (!done) {
          text += `${value}\n`
          if (text.length >= PART_CHARACTERS) await flush()
          continue
        }
        if (text !== '') await flush()
        const versionNumber = await this.files.numberOf(manager, versionId)
        await this.files.insertNote(manager, { roundId, edition, versionId, versionNumber, basis, note: value })
        await this.files.dropParts(manager, roundId, edition)
        return true
      }
    })
    return made ?? false
  }
}
