import { pino, type Logger as PinoLogger } from 'pino'
import type { Settings } from '../config/settings.js'

/**
 * Structured logs to standard output. No names, log-ins, addresses, cookies or bodies: a log line says which route and
 * which code, never who or what was typed.
 */
export abstract class Logger {
  abstract error(context: object, message: string): void
  abstract warn(context: object, message: string): void
  abstract info(context: object, message: string): void
  abstract debug(context: object, message: string): void
}

export function createLogger(settings: Settings): PinoLogger {
  return pino({
    level: settings.logLevel,
    base: { app: 'thi-so', pid: process.pid },
    redact: { paths: ['*.password', '*.cookie', '*.token', 'req.headers'], remove: true },
    timestamp: pino.stdTimeFunctions.isoTime,
  })
}
