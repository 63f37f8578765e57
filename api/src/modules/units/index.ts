export { UnitsModule } from './units.module.js'
export { UnitsService } from './app/units.service.js'
export { type UnitNode, isValidOn } from './domain/unit-tree.js'
export { UnitEntity } from './infra/unit.entity.js'
