import { z } from 'zod'

/** Every setting of the platform, read once from the environment. `.env.example` documents them; a test compares. */

const flag = z
  .enum(['0', '1', 'false', 'true', ''])
  .default('0')
  .transform((value) => value === '1' || value === 'true')

const PLACEHOLDER = /change-?me|replace|secret-here|example|^(.)\1+$/i

export const settingsSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  OWNER_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  SESSION_SECRET: z.string().min(32),
  PROOF_SEED: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  TRUST_PROXY: flag,
  SIGNAL_KEEP_DAYS: z.coerce.number().int().min(30).max(730).default(180),
  CASE_RETENTION_MONTHS: z.coerce.number().int().min(1).max(120).default(12),
  THISO_SEED_DEMO: flag,
})

export interface Settings {
  environment: 'development' | 'production' | 'test'
  port: number
  host: string
  publicUrl: string | undefined
  databaseUrl: string
  /** The role that owns the tables and migrates; undefined: the one of `databaseUrl` does. */
  ownerDatabaseUrl: string | undefined
  redisUrl: string | undefined
  dataDir: string
  sessionSecret: string
  /** 32 bytes from which the key follows that signs checkpoints; null: made at the first start and kept in the database. */
  proofSeed: Buffer | null
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
  isBehindProxy: boolean
  /** How long signals without a case are kept after a round's results were published. */
  signalKeepDays: number
  /** For how many months after a decision is final a case is kept (CA-15). */
  caseRetentionMonths: number
  isDemoSeeded: boolean
}

/** All problems of an environment at once, one sentence each. */
export class SettingsError extends Error {
  constructor(readonly problems: string[]) {
    super(`Cấu hình chưa đúng / settings are not valid:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.name = 'SettingsError'
  }
}

/**
 * Reads the settings; an empty value counts as not given.
 * @throws SettingsError naming every variable that does not fit
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(
      ([key, value]) => key in settingsSchema.shape && value !== undefined && value !== '',
    ),
  )
  const parsed = settingsSchema.safeParse(given)
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${describe(issue.path.join('.'), given)}`)
  const secret = given['SESSION_SECRET']
  if (given['NODE_ENV'] === 'production') {
    if (secret && PLACEHOLDER.test(secret))
      problems.push('SESSION_SECRET: is a placeholder; set 32 random characters or more')
    if (given['THISO_SEED_DEMO'] === '1' || given['THISO_SEED_DEMO'] === 'true')
      problems.push('THISO_SEED_DEMO: demo log-ins are refused in production; remove it')
  }
  if (!parsed.success || problems.length > 0) throw new SettingsError(problems)
  const value = parsed.data
  return {
    environment: value.NODE_ENV,
    port: value.PORT,
    host: value.HOST,
    publicUrl: value.PUBLIC_URL,
    databaseUrl: value.DATABASE_URL,
    ownerDatabaseUrl: value.OWNER_DATABASE_URL,
    redisUrl: value.REDIS_URL,
    dataDir: value.DATA_DIR,
    sessionSecret: value.SESSION_SECRET,
    proofSeed: value.PROOF_SEED === undefined ? null : Buffer.from(value.PROOF_SEED, 'hex'),
    logLevel: value.LOG_LEVEL,
    isBehindProxy: value.TRUST_PROXY,
    signalKeepDays: value.SIGNAL_KEEP_DAYS,
    caseRetentionMonths: value.CASE_RETENTION_MONTHS,
    isDemoSeeded: value.THISO_SEED_DEMO,
  }
}

const EXPECTED: Record<string, string> = {
  NODE_ENV: 'development, production or test',
  PORT: 'a port number from 0 to 65535',
  HOST: 'the address to listen on, such as 0.0.0.0',
  PUBLIC_URL: 'the address that people use, such as https://thi.example.vn',
  DATABASE_URL: 'a PostgreSQL address, such as postgres://user:password@host:5432/thiso',
  OWNER_DATABASE_URL: 'the same database as DATABASE_URL by the role that owns its tables',
  REDIS_URL: 'a Redis address, such as redis://host:6379',
  SESSION_SECRET: '32 random characters or more',
  PROOF_SEED: '64 digits from 0 to f',
  LOG_LEVEL: 'fatal, error, warn, info, debug or silent',
  TRUST_PROXY: '0 or 1',
  SIGNAL_KEEP_DAYS: 'a whole number of days from 30 to 730',
  CASE_RETENTION_MONTHS: 'a number of months from 1 to 120',
  THISO_SEED_DEMO: '0 or 1',
}

function describe(name: string, given: Record<string, unknown>): string {
  return `${given[name] === undefined ? 'is missing' : 'does not fit'}; expected ${EXPECTED[name] ?? 'another value'}`
}
