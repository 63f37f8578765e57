export { ItemExchangeModule } from './item-exchange.module.js'
export { ImportBatchEntity, ImportRowEntity } from './infra/import.entities.js'
export { decodeText } from './infra/formats/decode-text.js'
