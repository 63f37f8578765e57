import { Readable } from 'node:stream'
import { Injectable } from '@nestjs/common'
import { ProblemError } from '../../../kernel/problem-error.js'
import { AuditService } from '../../audit/index.js'
import { type RoundEntity, RoundsService } from '../../contests/index.js'
import { BundleFileRepository } from '../infra/bundle-file.repository.js'
import { RoundOpenness } from './round-openness.js'

/** VB-10: what anybody may have of a round's bundles: the notes always, the file once organizers have released it. */
@Injectable()
export class BundlesService {
  constructor(
    private readonly files: BundleFileRepository,
    private readonly rounds: RoundsService,
    private readonly audit: AuditService,
    private readonly openness: RoundOpenness,
  ) {}

  /** Every results note that was ever signed about a round, and the newest file where it may be had. */
  async ofRound(roundId: string) {
    const [notes, release, mayTell] = await Promise.all([
      this.files.notes(roundId),
      this.files.findRelease(roundId),
      this.mayTellKeys(await this.rounds.demand(roundId)),
    ])
    const newest = mayTell ? await this.files.newest(roundId) : null
    return { notes, releasedAt: release?.releasedAt ?? null, newest }
  }

  /**
   * The newest file, piece by piece.
   * @param leaderId who leads the round and may check it before anybody else has it; null: anybody
   * @throws ProblemError BUNDLE.LATER, BUNDLE.NOT_RELEASED
   */
  async file(roundId: string, leaderId: string | null): Promise<{ content: Readable; name: string }> {
    const round = await this.rounds.demand(roundId)
    const newest = (await this.mayTellKeys(round)) ? await this.files.newest(roundId) : null
    if (!newest) throw new ProblemError('BUNDLE.LATER')
    if (leaderId === null && !(await this.files.findRelease(roundId))) throw new ProblemError('BUNDLE.NOT_RELEASED')
    const { edition } = newest
    // The first piece before anything is sent: a file that is made anew at this moment is asked for again.
    const first = await this.files.part(roundId, edition, 0)
    if (!first) throw new ProblemError('BUNDLE.LATER')
    if (leaderId !== null) await this.audit.recordReading(leaderId, 'bundle.taken', `round:${roundId}`, { edition })
    const { files } = this
    const pieces = async function* () {
      let piece: Buffer | null = first
      for (let partNo = 1; piece !== null; partNo++) {
        yield piece
        piece = await files.part(roundId, edition, partNo)
      }
    }
    return { content: Readable.from(pieces()), name: `goi-cong-khai-${roundId}-${edition}.jsonl.gz` }
  }

  /** An act of organizers: it tells what people answered and when, under codes. @throws ProblemError BUNDLE.LATER */
  async release(actorId: string, roundId: string): Promise<void> {
    const round = await this.rounds.demand(roundId)
    const newest = (await this.mayTellKeys(round)) ? await this.files.newest(roundId) : null
    if (!newest) throw new ProblemError('BUNDLE.LATER')
    const { edition } = newest
    await this.audit.together(async (manager) => {
      if (await this.files.release(manager, roundId, actorId))
        await this.audit.record(actorId, 'bundle.released', `round:${roundId}`, { edition }, manager)
    })
  }

  /** RD-3, IB-11: keys and secret stand in it. */
  private async mayTellKeys(round: RoundEntity): Promise<boolean> {
    return round.resultsPublishedAt !== null && (await this.openness.isRevealed(round))
  }
}
