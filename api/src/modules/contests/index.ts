export { ContestsModule } from './contests.module.js'
export { ContestsService } from './app/contests.service.js'
export { ROUND_CHANGED, type RoundIn, RoundsService } from './app/rounds.service.js'
export type { BlueprintCell } from './domain/blueprint.js'
export {
  drawForm,
  type FormItem,
  optionOfToken,
  optionTokens,
  type PoolItem,
  TOKEN_LENGTH,
} from './domain/draw-form.js'
export { canRevealKeys, deadlineOf, resultVisibleAt, roundState } from './domain/round-window.js'
export { presentContest, presentRound } from './http/present-contest.js'
export { ContestEntity, RoundEntity, RoundItemEntity } from './infra/contest.entities.js'
