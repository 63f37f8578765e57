export { ItemExchangeModule } from './item-exchange.module.js'
export { ImportBatchEntity, ImportRowEntity } from './infra/import.entities.js'
