export { WinnersModule } from './winners.module.js'
export { PrizePages } from './app/prize-pages.service.js'
export { PublicPrizes, type PublishedPrizes } from './app/public-prizes.js'
export { awardPrizes } from './domain/award-prizes.js'
export { judgeUnits } from './domain/collective-prize.js'
export { CertificateFormEntity } from './infra/certificate-form.entity.js'
export {
  CollectivePlanEntity,
  RosterRecordEntity,
  UnitRosterEntity,
  WinnerEntity,
  WinnerEventEntity,
  WinnerListEntity,
} from './infra/winner.entities.js'
