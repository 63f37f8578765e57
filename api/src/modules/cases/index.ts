export { CasesModule } from './cases.module.js'
export { CaseView } from './app/case-view.js'
export {
  CaseActEntity,
  CaseEvidenceEntity,
  CaseFileEntity,
  CaseNoteEntity,
  CaseViewEntity,
} from './infra/case.entities.js'
