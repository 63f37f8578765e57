export { RulebookModule } from './rulebook.module.js'
export { RulebookService } from './app/rulebook.service.js'
export { RulebookEntity, RulebookVersionEntity } from './infra/rulebook.entities.js'
