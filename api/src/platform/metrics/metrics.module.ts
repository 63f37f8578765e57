import { Global, Module } from '@nestjs/common'
import { SETTINGS } from '../config/config.module.js'
import { Incidents } from './incidents.js'
import { createLogger, Logger } from './logger.js'
import { Metrics } from './metrics.js'

@Global()
@Module({
  providers: [{ provide: Logger, inject: [SETTINGS], useFactory: createLogger }, Metrics, Incidents],
  exports: [Logger, Metrics, Incidents],
})
export class MetricsModule {}
