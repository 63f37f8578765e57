import { randomBytes } from 'node:crypto'
import { appendFile, writeFile } from 'node:fs/promises'
import { servicesOf } from '@thiso/api/seeding'
import { DEFAULT_ROUND_RULES } from '@thiso/contracts/vocab'
import { blueprintOf } from './demo/rounds.js'
import { type SimulatedAttempt, type SimulatedRound, startTime, takeAttempt } from './factories/attempts.js'
import { Chance } from './factories/chance.js'
import { communeSampler } from './factories/communes.js'
import { type Person, personOf, sampleLogin } from './factories/people.js'
import { communesOn, layGround, publishRound } from './ground.js'
import { insertAccounts } from './rows/account-rows.js'
import { insertAttempts } from './rows/attempt-rows.js'
import { insertSessions } from './rows/session-rows.js'
import type { App, Services } from './services.js'

export interface LoadOptions {
  contestants: number
  /** Finished attempts of each contestant. */
  attemptsPer: number
  round: 'open' | 'closed'
  /** So many of the new contestants are signed in. */
  sessions: number
  sessionsFile: string | undefined
}

export interface LoadReport {
  contestId: string
  roundId: string
  contestants: number
  attempts: number
  responseEvents: number
  sessions: number
  rows: number
  seconds: number
  rowsPerSecond: number
}

const SEED = 7
/** Not the demo's: its log-ins are not made here. */
const LOAD_SLUG = 'thu-tai'
/** People a transaction; two transactions run while the next people are made. */
const CHUNK = 500
const IN_FLIGHT = 2
/** Attempts that the round leaves to everybody beyond the finished ones, for load tests that take the round. */
const SPARE_ATTEMPTS = 5
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const SAY_EVERY_MS = 3_000

/**
 * Adds a round with as many contestants as wanted to the published contest (made first if there is none). Only the chunks
 * under way are in memory, so the number of contestants does not matter.
 */
export async function seedLoad(app: App, options: LoadOptions, say: (line: string) => void): Promise<LoadReport> {
  // Before the work: a place that cannot be written to is better known now. Whoever reads it can act as these people.
  if (options.sessionsFile !== undefined) await writeFile(options.sessionsFile, '', { mode: 0o600 })
  const services = servicesOf(app)
  const nowMs = services.clock.now()
  const { contestId, unitsAsOf, bankIds } = await currentContest(services)
  const round = await publishRound(services, contestId, {
    name: { vi: 'Đợt thử tải', en: 'Load round' },
    opensAt: new Date(nowMs - 8 * DAY_MS),
    closesAt: new Date(options.round === 'open' ? nowMs + 7 * DAY_MS : nowMs - 60 * MINUTE_MS),
    timeLimitS: 20 * 60,
    attemptLimit: Math.min(100, options.attemptsPer + SPARE_ATTEMPTS),
    resultPolicy: 'at_once',
    bankIds,
    blueprint: blueprintOf(0),
    rules: DEFAULT_ROUND_RULES,
  })
  const today = new Date(nowMs).toISOString().slice(0, 10)
  const sampler = communeSampler(await communesOn(services, unitsAsOf))
  const firstIndex = await countSamplePeople(services)
  if (options.contestants > 0) sampleLogin(firstIndex + options.contestants - 1)
  const passwordHash = await services.passwords.hash(randomBytes(24).toString('base64url'))
  const count = { contestants: 0, attempts: 0, responseEvents: 0, sessions: 0, rows: 0 }
  const startedAt = performance.now()
  let saidAt = startedAt

  const write = async (people: readonly Person[], attempts: readonly SimulatedAttempt[], sessionCount: number) => {
    const accounts = people.map((person) => ({
      ...person,
      role: 'contestant' as const,
      passwordHash,
      createdAtMs: round.opensAtMs - MINUTE_MS,
    }))
    const signedIn = await services.dataSource.transaction(async (manager) => {
      const personRows = await insertAccounts(manager, accounts)
      const eventCount = await insertAttempts(manager, attempts)
      const sessions = await insertSessions(
        manager,
        people.slice(0, sessionCount).map((person) => person.accountId),
      )
      count.contestants += people.length
      count.attempts += attempts.length
      count.responseEvents += eventCount
      count.sessions += sessions.length
      count.rows += personRows + attempts.length + eventCount + sessions.length
      return sessions
    })
    if (options.sessionsFile !== undefined && signedIn.length > 0)
      await appendFile(options.sessionsFile, signedIn.map((session) => `${JSON.stringify(session)}\n`).join(''))
    const now = performance.now()
    if (now - saidAt < SAY_EVERY_MS) return
    saidAt = now
    const rate = Math.round(count.rows / ((now - startedAt) / 1000))
    say(`${count.contestants}/${options.contestants} thí sinh · contestants, ${count.rows} rows, ${rate} rows/s`)
  }

  const running = new Set<Promise<void>>()
  for (let from = 0; from < options.contestants; from += CHUNK) {
    const size = Math.min(CHUNK, options.contestants - from)
    const people = Array.from({ length: size }, (_, index) => personOf(SEED, firstIndex + from + index, today, sampler))
    const attempts = people.flatMap((person) => finishedAttempts(round, person, options.attemptsPer, nowMs))
    const sessionCount = Math.max(0, Math.min(size, options.sessions - from))
    const work: Promise<void> = write(people, attempts, sessionCount).finally(() => running.delete(work))
    running.add(work)
    // The race below tells of the first failure; the other chunk's would have nobody to tell.
    work.catch(() => undefined)
    if (running.size >= IN_FLIGHT) await Promise.race(running)
  }
  await Promise.all(running)
  const seconds = (performance.now() - startedAt) / 1000
  // A planner that still believes in empty tables would make the first minutes of a load test about something else.
  for (const table of ['account', 'consent', 'session', 'attempt', 'response_event'])
    await services.dataSource.query(`ANALYZE ${table}`)
  return {
    contestId,
    roundId: round.id,
    ...count,
    seconds: Math.round(seconds * 10) / 10,
    rowsPerSecond: Math.round(count.rows / seconds),
  }
}

async function currentContest(services: Services) {
  const contest = await services.contests.current()
  if (!contest) {
    const { bankId, contestId } = await layGround(services, LOAD_SLUG)
    return { contestId, bankIds: [bankId], unitsAsOf: (await services.contests.demand(contestId)).unitsAsOf }
  }
  // What people practise with stays out of rounds, and so out of their embargo.
  const bankIds = (await services.banks.list()).filter((bank) => !bank.isOpenForPractice).map((bank) => bank.id)
  return { contestId: contest.id, bankIds, unitsAsOf: contest.unitsAsOf }
}

/** Made-up people are numbered through, also over several runs. */
async function countSamplePeople(services: Services): Promise<number> {
  const [row]: { count: number }[] = await services.dataSource.query(
    `SELECT count(*) AS count FROM account WHERE login ~ '^0900[0-9]{6}$'`,
  )
  return row?.count ?? 0
}

/** One after the other, each in its own stretch of the time gone by, all of them handed in by now. */
function finishedAttempts(round: SimulatedRound, person: Person, count: number, nowMs: number): SimulatedAttempt[] {
  const chance = new Chance(`${SEED}/starts/${person.accountId}`)
  const attemptMs = round.timeLimitS * 1000
  const endMs = Math.min(nowMs, round.closesAtMs)
  const stretchMs = (endMs - round.opensAtMs) / count
  return Array.from({ length: count }, (_, index) => {
    const opensAtMs = round.opensAtMs + index * stretchMs
    const startedAtMs = startTime(chance, { opensAtMs, closesAtMs: opensAtMs + stretchMs - attemptMs }, endMs)
    return takeAttempt(SEED, round, person, index + 1, Math.ceil(startedAtMs), endMs)
  })
}
