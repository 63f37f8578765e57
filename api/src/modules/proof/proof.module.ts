import { Module } from '@nestjs/common'
import { AttemptsModule } from '../attempts/index.js'
import { AuditModule } from '../audit/index.js'
import { ContestsModule } from '../contests/index.js'
import { ItemBankModule } from '../item-bank/index.js'
import { ResultsModule } from '../results/index.js'
import { WinnersModule } from '../winners/index.js'
import { BundleKeeper } from './app/bundle-keeper.js'
import { BundleMaker } from './app/bundle-maker.js'
import { BundlesService } from './app/bundles.service.js'
import { LogTrees } from './app/log-trees.js'
import { OwnProofsService } from './app/own-proofs.service.js'
import { RoundCommitments } from './app/round-commitments.js'
import { RoundLogs } from './app/round-logs.js'
import { RoundOpenness } from './app/round-openness.js'
import { RoundProofService } from './app/round-proof.service.js'
import { Signing } from './app/signing.js'
import { BundlesController } from './http/bundles.controller.js'
import { ProofController } from './http/proof.controller.js'
import { BundleFileRepository } from './infra/bundle-file.repository.js'
import { BundleSourceRepository } from './infra/bundle-source.repository.js'
import { ChainHeadsRepository } from './infra/chain-heads.repository.js'
import { CommitmentRepository } from './infra/commitment.repository.js'
import { RoundLogRepository } from './infra/round-log.repository.js'
import { SigningKeyRepository } from './infra/signing-key.repository.js'

/** What lets anybody check a round: commitments before it, the log of its attempts, signed checkpoints, the public bundle. */
@Module({
  imports: [AttemptsModule, AuditModule, ContestsModule, ItemBankModule, ResultsModule, WinnersModule],
  controllers: [ProofController, BundlesController],
  providers: [
    BundleFileRepository,
    BundleKeeper,
    BundleMaker,
    BundleSourceRepository,
    BundlesService,
    LogTrees,
    OwnProofsService,
    RoundCommitments,
    RoundLogs,
    RoundOpenness,
    RoundProofService,
    Signing,
    ChainHeadsRepository,
    CommitmentRepository,
    RoundLogRepository,
    SigningKeyRepository,
  ],
})
export class ProofModule {}
