export { StandingsModule } from './standings.module.js'
export { BoardService } from './app/board.service.js'
export { compareResults, rankingKey } from './domain/ranking-key.js'
export { withRanks } from './domain/ranks.js'
