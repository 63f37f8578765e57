export { AttemptsModule } from './attempts.module.js'
export { AttemptCallers, type FurtherCaller } from './app/attempt-callers.js'
export { ATTEMPT_SUBMITTED, AttemptCloser, type SubmittedAttempt } from './app/attempt-closer.js'
export { ATTEMPT_TAKEN_OVER, AttemptsService } from './app/attempts.service.js'
export { ClockCredits } from './app/clock-credits.js'
export { Starting } from './app/starting.js'
export {
  answerRecord,
  type ChainRecord,
  chainOf,
  isChainRight,
  type LinkedAttempt,
  openRecord,
  recordDigest,
  recordsOf,
  startRecord,
  submitRecord,
} from './domain/attempt-chain.js'
export { attemptDeadline, extendedMs, timeUsedS } from './domain/attempt-clock.js'
export { type JudgedAttempt, type Judgement, judgeAttempt, type PlaceOpening } from './domain/judge-attempt.js'
export { isReplacedSql, withoutReplaced } from './domain/replaced.js'
export { currentResponses } from './domain/response-log.js'
export { scoreAttempt, type ScoredPlace, speedBonusOf } from './domain/score-attempt.js'
export { presentReceipt } from './http/present-attempt.js'
export { ClockCreditEntity } from './infra/credit.entity.js'
export { AttemptChainEntity } from './infra/attempt-chain.entity.js'
export { SafeBrowserKeysEntity } from './infra/safe-browser-keys.entity.js'
export { AttemptEntity, PlaceOpeningEntity, ResponseEventEntity } from './infra/attempt.entities.js'
export { readChains, type StoredChain } from './infra/read-chains.js'
export { takenOutSql } from './infra/taken-out.js'
