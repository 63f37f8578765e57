export { ProofModule } from './proof.module.js'
export { BundlePartEntity, BundleReleaseEntity, ResultsNoteEntity } from './infra/bundle.entities.js'
export { attemptLeaf, leafData, roundOrigin } from './domain/leaf.js'
export {
  type CommittedItem,
  type PoolLeaf,
  poolLeaf,
  poolLeaves,
  poolRoot,
  secretCommitment,
} from './domain/pool-commitment.js'
export { RoundCommitments } from './app/round-commitments.js'
export { RoundOpenness } from './app/round-openness.js'
export { Signing } from './app/signing.js'
export {
  LogCheckpointEntity,
  LogLeafEntity,
  ProofLogEntity,
  RoundCommitmentEntity,
  SigningKeyEntity,
} from './infra/proof.entities.js'
