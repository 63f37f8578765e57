export { ResultRowEntity, ResultVersionEntity } from './infra/result.entities.js'
export { ComplaintEntity, ResultDrawEntity, RulingEntity } from './infra/ruling.entities.js'
