export { PracticeModule } from './practice.module.js'
export { PracticeAnswerEntity, PracticeCardEntity } from './infra/practice.entities.js'
