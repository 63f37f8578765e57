export { WinnersModule } from './winners.module.js'
