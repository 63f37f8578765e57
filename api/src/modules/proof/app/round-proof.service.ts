import { Injectable } from '@nestjs/common'
import { canonicalJson } from '../../../kernel/canonical-json.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { RoundEntity } from '../../contests/index.js'
import { noteLine, sealedLine } from '../domain/signed-texts.js'
import { CommitmentRepository } from '../infra/commitment.repository.js'
import type { LogCheckpointEntity } from '../infra/proof.entities.js'
import { RoundLogRepository } from '../infra/round-log.repository.js'
import { LogTrees } from './log-trees.js'
import { logOfRound, RoundCommitments } from './round-commitments.js'
import { RoundOpenness } from './round-openness.js'
import { Signing } from './signing.js'

/** A page shows so many; the file has all. */
const SHOWN = 20
const ALL = 100_000

const hexOf = (bytes: Buffer) => bytes.toString('hex')

/** What everybody may see of a round's commitments and log, and the proofs that somebody with a receipt asks for. */
@Injectable()
export class RoundProofService {
  constructor(
    private readonly openness: RoundOpenness,
    private readonly commitments: RoundCommitments,
    private readonly committed: CommitmentRepository,
    private readonly logs: RoundLogRepository,
    private readonly trees: LogTrees,
    private readonly signing: Signing,
  ) {}

  async ofRound(roundId: string) {
    const round = await this.openness.demandPublic(roundId)
    const log = logOfRound(roundId)
    const [origin, keys, commitments, checkpoints, checkpointCount, isEnded, isRevealed] = await Promise.all([
      this.commitments.originOf(roundId),
      this.signing.publicKeys(),
      this.committed.ofRound(roundId),
      this.logs.checkpoints(log, SHOWN),
      this.logs.countCheckpoints(log),
      this.logs.hasEnded(log),
      this.openness.isRevealed(round),
    ])
    const isSealed = this.openness.isSealed(round)
    return {
      roundId,
      roundName: round.name,
      contestId: round.contestId,
      origin,
      keys: keys.map(({ verifierKey, since, isCurrent }) => ({ verifierKey, since: since.toISOString(), isCurrent })),
      commitments: commitments.map(({ version, madeAt, secretCommitment, poolRoot, poolSize, note }) => ({
        version,
        madeAt: madeAt.toISOString(),
        secretCommitment: hexOf(secretCommitment),
        poolRoot: hexOf(poolRoot),
        poolSize,
        note,
        line: noteLine(note),
      })),
      isSealed,
      isEnded,
      checkpoints: checkpoints.map((checkpoint) => presentCheckpoint(checkpoint, origin, isSealed)),
      checkpointCount,
      secret: isRevealed ? hexOf(round.secret) : null,
    }
  }

  /**
   * PF-8: where a leaf stands in the log, with everything that a browser needs to see that it does.
   * @param leaf the hash of it, 32 bytes
   */
  async ofLeaf(roundId: string, leaf: Buffer) {
    const round = await this.openness.demandPublic(roundId)
    if (this.openness.isSealed(round)) return { state: 'sealed' as const }
    const log = logOfRound(roundId)
    // In this order: a log that ends between the two has the leaf, if it ever gets it.
    const isEnded = await this.logs.hasEnded(log)
    const found = await this.logs.findLeaf(roundId, leaf)
    const first = found && (await this.logs.checkpointOver(log, found.leafIndex + 1))
    const newest = first && (await this.logs.lastCheckpoint(log))
    if (!found || !first || !newest) return { state: isEnded ? ('absent' as const) : ('waiting' as const) }
    const tree = await this.trees.of(roundId, newest.size)
    return {
      state: 'included' as const,
      leafIndex: found.leafIndex,
      note: first.note,
      path: tree.auditPath(found.leafIndex, first.size).map(hexOf),
      newestNote: newest.note,
      consistency: tree.consistencyProof(first.size, newest.size).map(hexOf),
    }
  }

  /** Every checkpoint, the oldest first: notes parted by empty lines, or lines of hashes while the log is kept back. */
  async checkpointsText(roundId: string): Promise<string> {
    const round = await this.openness.demandPublic(roundId)
    const origin = await this.commitments.originOf(roundId)
    const checkpoints = (await this.logs.checkpoints(logOfRound(roundId), ALL)).reverse()
    if (this.openness.isSealed(round))
      return checkpoints.map(({ madeAt, note }) => `${sealedLine(origin, madeAt, note)}\n`).join('')
    return checkpoints.map(({ note }) => note).join('\n')
  }

  /**
   * PF-6: the pool with its keys, an item a line, as the commitment has it.
   * @throws ProblemError PROOF.NOT_REVEALED
   */
  async poolText(roundId: string): Promise<string> {
    const round = await this.demandRevealed(roundId)
    return (await this.commitments.leavesOf(round)).map((leaf) => `${canonicalJson(leaf)}\n`).join('')
  }

  private async demandRevealed(roundId: string): Promise<RoundEntity> {
    const round = await this.openness.demandPublic(roundId)
    if (!(await this.openness.isRevealed(round))) throw new ProblemError('PROOF.NOT_REVEALED')
    return round
  }
}

function presentCheckpoint(
  { ordinal, madeAt, isFinal, note, size, root }: LogCheckpointEntity,
  origin: string,
  isSealed: boolean,
) {
  return {
    ordinal,
    madeAt: madeAt.toISOString(),
    isFinal,
    line: isSealed ? sealedLine(origin, madeAt, note) : noteLine(note),
    open: isSealed ? null : { size, root: hexOf(root), note },
  }
}
