export { ContestsModule } from './contests.module.js'
export { type Admitted, AdmissionService } from './app/admission.service.js'
export { AmendedParts } from './app/amended-parts.js'
export { AmendmentsService } from './app/amendments.service.js'
export { BarredService } from './app/barred.service.js'
export { ContestsService } from './app/contests.service.js'
export { EntrantsService } from './app/entrants.service.js'
export { type ClockInterval, type CreditAct, type GivePause, RoundClockService } from './app/round-clock.service.js'
export { cutoffOf, freezeOf } from './app/round-freeze.js'
export { ROUND_CHANGED, type RoundIn, RoundsService } from './app/rounds.service.js'
export { type BlueprintCell, checkBlueprint, normaliseBlueprint } from './domain/blueprint.js'
export { chooseApart, exclusionSets } from './domain/choose-apart.js'
export { dealDays, poolPartAt } from './domain/day-pools.js'
export { type DayPart, drawForm, type FormItem, type PoolItem, shownForm } from './domain/draw-form.js'
export { chooseItems, prepareChoice } from './domain/draw-form-choice.js'
export { expectedPoints, type PaperSpread, paperSpread, type Spread, spreadOf } from './domain/draw-form-spread.js'
export { type Place, placeOf, readAnswer, writeAnswer } from './domain/place.js'
export {
  compareByRanking,
  compareCounted,
  countedOrderSql,
  explainPlace,
  knownWhileOpen,
  type PlaceStep,
  type RankedResult,
  type RankingProblemCode,
  rankAll,
  rankedTimeS,
  rankedTimeSql,
  rankingOrderSql,
  rankingProblems,
  rankingTieSql,
  tiePartition,
  withoutDraw,
} from './domain/ranking-chain.js'
export { isFrozen, isOnBoard, isSoundFreeze } from './domain/ranking-freeze.js'
export {
  canRevealKeys,
  deadlineOf,
  PAUSE_LIMIT_MS,
  resultVisibleAt,
  roundState,
  shownClosesAt,
} from './domain/round-window.js'
export { maskedName } from './domain/masked.js'
export { presentAdminRound, presentContest, presentRound } from './http/present-contest.js'
export { presentQuestion, presentReview } from './http/present-place.js'
export { qualify, type QualifyingRow } from './domain/qualify.js'
export {
  ContestEntrantEntity,
  ExtraTimeEntity,
  RoundEntrantEntity,
  RoundRemovalEntity,
} from './infra/admission.entities.js'
export { ClockActEntity, RuleChangeEntity } from './infra/rule-change.entities.js'
export { ContestEntity, RoundEntity, RoundItemEntity, RoundRulesEntity } from './infra/contest.entities.js'
