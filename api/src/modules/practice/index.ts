export { PracticeModule } from './practice.module.js'
export { PracticeService } from './app/practice.service.js'
export { PracticeAnswerEntity, PracticeCardEntity } from './infra/practice.entities.js'
