export { RulebookModule } from './rulebook.module.js'
export { RulebookEntity, RulebookVersionEntity } from './infra/rulebook.entities.js'
