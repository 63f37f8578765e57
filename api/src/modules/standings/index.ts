export { StandingsModule } from './standings.module.js'
export { BoardService } from './app/board.service.js'
export {
  FinalResults,
  type FinalResultsSource,
  type FinalPart,
  type FinalRow,
  type FinalTable,
  type FinalUnit,
  type FinalVersion,
  RESULTS_CHANGED,
} from './app/final-results.js'
export { displayName } from './domain/display-name.js'
export { firstOfEach } from './domain/final-places.js'
