import type { z } from 'zod'
import { analysisSchemas } from './schemas-analysis.js'
import { casesSchemas } from './schemas-cases.js'
import { resultsSchemas } from './schemas-results.js'
import { admissionSchemas } from './schemas-admission.js'
import { boardSchemas } from './schemas-board.js'
import { bundleSchemas } from './schemas-bundles.js'
import { classroomSchemas } from './schemas-classroom.js'
import { detectionSchemas } from './schemas-detection.js'
import { exchangeSchemas } from './schemas-exchange.js'
import { itemSchemas } from './schemas-items.js'
import { noticeSchemas } from './schemas-notices.js'
import { organizerSchemas } from './schemas-organizer.js'
import { participantSchemas } from './schemas-participant.js'
import { practiceSchemas } from './schemas-practice.js'
import { safeBrowserSchemas } from './schemas-safe-browser.js'
import { processSchemas } from './schemas-process.js'
import { winnersSchemas } from './schemas-winners.js'
import { proofSchemas } from './schemas-proof.js'
import { rulebookSchemas } from './schemas-rulebook.js'
import type { RouteName } from './routes.js'

export interface EndpointSchemas {
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  response?: z.ZodType
}

/** What goes in and out of every endpoint of `routes`, under the same names. */
export const schemas = {
  ...participantSchemas,
  ...practiceSchemas,
  ...noticeSchemas,
  ...processSchemas,
  ...safeBrowserSchemas,
  ...organizerSchemas,
  ...admissionSchemas,
  ...analysisSchemas,
  ...resultsSchemas,
  ...casesSchemas,
  ...boardSchemas,
  ...winnersSchemas,
  ...rulebookSchemas,
  ...detectionSchemas,
  ...proofSchemas,
  ...bundleSchemas,
  ...itemSchemas,
  ...exchangeSchemas,
  ...classroomSchemas,
} satisfies Record<RouteName, EndpointSchemas>

type Schemas = typeof schemas
type In<N extends RouteName, K extends string> =
  Schemas[N] extends Record<K, infer S extends z.ZodType> ? z.input<S> : undefined
type Parsed<N extends RouteName, K extends string> =
  Schemas[N] extends Record<K, infer S extends z.ZodType> ? z.output<S> : undefined

export type ApiParams<N extends RouteName> = In<N, 'params'>
export type ApiQuery<N extends RouteName> = In<N, 'query'>
export type ApiBody<N extends RouteName> = In<N, 'body'>
/** What a handler gets after parsing. */
export type ParsedParams<N extends RouteName> = Parsed<N, 'params'>
export type ParsedQuery<N extends RouteName> = Parsed<N, 'query'>
export type ParsedBody<N extends RouteName> = Parsed<N, 'body'>
export type ApiOutput<N extends RouteName> = Parsed<N, 'response'>
