export { ContestsModule } from './contests.module.js'
export { ContestsService } from './app/contests.service.js'
export { cutoffOf, freezeOf } from './app/round-freeze.js'
export { ROUND_CHANGED, type RoundIn, RoundsService } from './app/rounds.service.js'
export { type BlueprintCell, checkBlueprint, normaliseBlueprint } from './domain/blueprint.js'
export { chooseApart, exclusionSets } from './domain/choose-apart.js'
export {
  chooseItems,
  drawForm,
  type FormItem,
  type PoolItem,
  shownForm,
} from './domain/draw-form.js'
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
export { canRevealKeys, deadlineOf, resultVisibleAt, roundState } from './domain/round-window.js'
export { presentContest, presentRound } from './http/present-contest.js'
export { presentQuestion, presentReview } from './http/present-place.js'
export { ContestEntity, RoundEntity, RoundItemEntity, RoundRulesEntity } from './infra/contest.entities.js'
