export { DetectionModule } from './detection.module.js'
export { type FoundSignal, SignalsService } from './app/signals.service.js'
export {
  DetectionRunEntity,
  SignalDeletionEntity,
  SignalEntity,
  SignalSubjectEntity,
} from './infra/signal.entities.js'
export { ProcessLog } from './app/process-log.service.js'
export { presentProcessEvent } from './app/present-process-event.js'
export { ProcessEventEntity } from './infra/process-event.entity.js'
export { chancesOfRight, comparePair, itemModels } from './domain/answer-model.js'
export { reachesReviewer } from './domain/families.js'
