export { StandingsModule } from './standings.module.js'
export { BoardService } from './app/board.service.js'
export { withRanks } from './domain/ranks.js'
export { displayName } from './domain/display-name.js'
