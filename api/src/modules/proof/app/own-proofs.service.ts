import { byCodeUnits } from '../../../kernel/by-code-units.js'
import { Injectable } from '@nestjs/common'
import { isSameJson } from '@thiso/contracts/vocab'
import type { Actor } from '../../../platform/http/actor.js'
import { AttemptsService } from '../../attempts/index.js'
import { drawForm, RoundsService } from '../../contests/index.js'
import { poolRoot, secretCommitment } from '../domain/pool-commitment.js'
import { receiptLine, receiptOf, type SignedReceipt, signReceipt } from '../domain/receipt.js'
import { ChainHeadsRepository } from '../infra/chain-heads.repository.js'
import { CommitmentRepository } from '../infra/commitment.repository.js'
import { RoundCommitments } from './round-commitments.js'
import { RoundOpenness } from './round-openness.js'
import { Signing } from './signing.js'

/** What a person gets to prove about the own attempt. */
@Injectable()
export class OwnProofsService {
  constructor(
    private readonly attempts: AttemptsService,
    private readonly rounds: RoundsService,
    private readonly chains: ChainHeadsRepository,
    private readonly commitments: RoundCommitments,
    private readonly committed: CommitmentRepository,
    private readonly openness: RoundOpenness,
    private readonly signing: Signing,
  ) {}

  /**
   * PF-8: the receipt of an ended attempt, the same whenever it is asked for.
   * @returns with the fragment of the address at which it can be checked; null while it runs, and where no chain was kept
   * @throws ProblemError ATTEMPT.NOT_FOUND
   */
  async receipt(actor: Actor, attemptId: string): Promise<{ receipt: SignedReceipt; line: string } | null> {
    const attempt = await this.attempts.demandOwn(actor, attemptId)
    const chain = await this.chains.of(attemptId)
    const { roundId, receiptCode, submittedAt } = attempt
    if (!chain || !receiptCode || !submittedAt) return null
    const origin = await this.commitments.originOf(roundId)
    const receipt = signReceipt(
      receiptOf({ origin, roundId, attemptId, receiptCode, submittedAt, ...chain }),
      await this.signing.signer(),
    )
    return { receipt, line: receiptLine(receipt) }
  }

  /**
   * PF-6: that the paper was drawn, not chosen: what it follows from, and whether it does.
   * @returns null until secret and pool are told
   * @throws ProblemError ATTEMPT.NOT_FOUND
   */
  async paper(actor: Actor, attemptId: string) {
    const attempt = await this.attempts.demandOwn(actor, attemptId)
    const round = await this.rounds.demand(attempt.roundId)
    if (!(await this.openness.isRevealed(round))) return null
    const [pool, { met, tolerance }, commitments] = await Promise.all([
      this.rounds.poolOf(round.id),
      this.attempts.drawnWith(attempt),
      this.committed.ofRound(round.id),
    ])
    const root = poolRoot(await this.commitments.leavesOf(round, pool))
    const part = { of: round.drawLimits.dayPools, at: attempt.poolPart }
    const drawn = drawForm(round.secret, attemptId, round.blueprint, pool, met, tolerance, part)
    const last = commitments.at(-1)
    const secret = secretCommitment(round.id, round.secret)
    return {
      secret: round.secret.toString('hex'),
      attemptId,
      poolRoot: root.toString('hex'),
      isAsCommitted: last ? last.secretCommitment.equals(secret) && last.poolRoot.equals(root) : null,
      isAsDrawn: isSameJson(drawn, attempt.form),
      tolerance,
      met: [...met].sort(byCodeUnits),
      places: attempt.form.map(({ itemVersionId }) => itemVersionId),
    }
  }
}
