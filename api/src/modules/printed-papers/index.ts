export { PrintedPapersModule } from './printed-papers.module.js'
export { PrintedPaperEntity } from './infra/printed-paper.entity.js'
