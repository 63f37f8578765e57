import { readSettings, SettingsError, settingsSchema } from './settings.js'

const secret = 'r4nd0m-v4lue-with-more-than-32-characters'
const sound = { DATABASE_URL: 'postgres://thiso:mk@127.0.0.1:5432/thiso', SESSION_SECRET: secret }

function problemsOf(environment: Record<string, string | undefined>): string[] {
  try {
    readSettings(environment)
    return []
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    return error.problems
  }
}

it('needs a database and a secret only; the rest has its default', () => {
  expect(readSettings(sound)).toEqual({
    environment: 'development',
    port: 3000,
    host: '0.0.0.0',
    publicUrl: undefined,
    databaseUrl: sound.DATABASE_URL,
    ownerDatabaseUrl: undefined,
    redisUrl: undefined,
    dataDir: './data',
    sessionSecret: secret,
    proofSeed: null,
    logLevel: 'info',
    isBehindProxy: false,
    signalKeepDays: 180,
    caseRetentionMonths: 12,
    isDemoSeeded: false,
  })
})

it('takes an empty value for none, and looks at no variable of others', () => {
  expect(readSettings({ ...sound, REDIS_URL: '', PORT: '', PATH: '/bin', HOME: '/' }).port).toBe(3000)
})

it.each([
  ['1', true],
  ['true', true],
  ['0', false],
  ['false', false],
])('TRUST_PROXY=%s', (value, expected) => {
  expect(readSettings({ ...sound, TRUST_PROXY: value }).isBehindProxy).toBe(expected)
})

it('names every problem at once', () => {
  const problems = problemsOf({
    NODE_ENV: 'staging',
    PORT: '70000',
    PUBLIC_URL: 'ftp://thi.example.vn',
    REDIS_URL: 'http://localhost',
    LOG_LEVEL: 'loud',
    TRUST_PROXY: 'maybe',
    SESSION_SECRET: 'short',
  })
  expect(
    problems.map((problem) => problem.split(':')[0]).sort((a, b) => (a as string).localeCompare(b as string)),
  ).toEqual([
    'DATABASE_URL',
    'LOG_LEVEL',
    'NODE_ENV',
    'PORT',
    'PUBLIC_URL',
    'REDIS_URL',
    'SESSION_SECRET',
    'TRUST_PROXY',
  ])
  expect(problems.find((problem) => problem.startsWith('DATABASE_URL'))).toContain('is missing')
  expect(problems.find((problem) => problem.startsWith('PORT'))).toContain('0 to 65535')
})

it('never repeats a value: it may be a secret', () => {
  const problems = problemsOf({ DATABASE_URL: 'mysql://u:mat-khau-that@host/db', SESSION_SECRET: 'bi-mat-ngan' })
  expect(problems).toHaveLength(2)
  expect(problems.join('\n')).not.toMatch(/mat-khau-that|bi-mat-ngan/)
})

describe('in production', () => {
  const production = { ...sound, NODE_ENV: 'production' }

  it('starts with a real secret', () => {
    expect(problemsOf(production)).toEqual([])
  })

  it.each(['please-change-me-please-change-me-please', 'x'.repeat(40), 'this-is-only-an-example-secret-value-000'])(
    'refuses the placeholder %p',
    (SESSION_SECRET) => {
      expect(problemsOf({ ...production, SESSION_SECRET })).toHaveLength(1)
      expect(problemsOf({ ...sound, SESSION_SECRET })).toEqual([])
    },
  )

  it.each(['1', 'true'])('refuses the demo log-ins (%s)', (THISO_SEED_DEMO) => {
    expect(problemsOf({ ...production, THISO_SEED_DEMO })[0]).toContain('THISO_SEED_DEMO')
  })

  it.each(['0', 'false', ''])('takes THISO_SEED_DEMO=%p for no', (THISO_SEED_DEMO) => {
    expect(problemsOf({ ...production, THISO_SEED_DEMO })).toEqual([])
  })

  it('names these problems together with the others', () => {
    expect(problemsOf({ NODE_ENV: 'production', THISO_SEED_DEMO: '1', SESSION_SECRET: 'a'.repeat(40) })).toHaveLength(3)
  })
})

it('has a sentence for every variable', () => {
  const broken = Object.fromEntries(Object.keys(settingsSchema.shape).map((name) => [name, '\u0000']))
  for (const problem of problemsOf(broken)) expect(problem).not.toContain('another value')
})
