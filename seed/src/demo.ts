import { randomBytes } from 'node:crypto'
import { servicesOf } from '@thiso/api/seeding'
import { demoContest } from './demo/contest.js'
import { demoLogIns } from './demo/log-ins.js'
import { demoRounds } from './demo/rounds.js'
import { type SimulatedAttempt, type SimulatedRound, startTime, takeAttempt } from './factories/attempts.js'
import { Chance } from './factories/chance.js'
import { communeSampler } from './factories/communes.js'
import { type Person, personOf } from './factories/people.js'
import { stableId } from './factories/stable-id.js'
import { communesOn, layGround, publishRound } from './ground.js'
import { insertAccounts, type NewAccount } from './rows/account-rows.js'
import { insertAttempts } from './rows/attempt-rows.js'
import type { App, Runner, Services } from './services.js'

const SEED = 2021
const PERSON_COUNT = 300
const EARLY_BIRD_COUNT = 60
/** So many of the early birds are still at it; one after the other runs out of time, so that the board moves by itself. */
const RUNNING_COUNT = 14
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Fills an empty database with a contest in full swing: a round that is over, one that is open, one to come. */
export async function seedDemo(app: App): Promise<void> {
  const services = servicesOf(app)
  const nowMs = services.clock.now()
  const { bankId, contestId } = await layGround(services)
  // Left over from a start that was broken off before anybody took part.
  for (const table of ['rulebook_version', 'round'])
    await services.dataSource.query(`DELETE FROM ${table} WHERE contest_id = $1`, [contestId])
  const [closedIn, openIn, toComeIn] = demoRounds(bankId, nowMs)
  const closed = await publishRound(services, contestId, closedIn)
  const open = await publishRound(services, contestId, openIn)
  await publishRound(services, contestId, toComeIn)
  await services.rulebooks.publish(null, contestId, 0)

  const today = new Date(nowMs).toISOString().slice(0, 10)
  const communes = await communesOn(services, demoContest.unitsAsOf)
  const sampler = communeSampler(communes)
  const people = Array.from({ length: PERSON_COUNT }, (_, index) => personOf(SEED, index, today, sampler))
  const contestant = demoContestant(communes)
  const first = withTies(closed, people, simulateClosed(closed, [...people, contestant]))
  const second = simulateOpen(open, people, nowMs)

  const attempts = [...first, ...second]
  await services.dataSource.transaction(async (manager) => {
    await insertAccounts(manager, await accountsOf(services, [...people, contestant], attempts, contestant, nowMs))
    await insertAttempts(manager, attempts)
    // The contest and its rounds were announced before anybody took part.
    const announcedAt = new Date(closed.opensAtMs - 5 * DAY_MS)
    await manager.query(`UPDATE contest SET created_at = $2 WHERE id = $1`, [contestId, announcedAt])
    await manager.query(`UPDATE round SET published_at = $2 WHERE contest_id = $1`, [contestId, announcedAt])
    await announceRulebook(manager, contestId, announcedAt)
  })
}

/** A published version cannot be changed, not even its moment: it is written again. */
async function announceRulebook(runner: Runner, contestId: string, announcedAt: Date): Promise<void> {
  const [version] = (await runner.query(`SELECT head, articles, hash FROM rulebook_version WHERE contest_id = $1`, [
    contestId,
  ])) as { head: unknown; articles: unknown; hash: string }[]
  if (!version) return
  await runner.query(`DELETE FROM rulebook_version WHERE contest_id = $1`, [contestId])
  await runner.query(
    `INSERT INTO rulebook_version (contest_id, version, head, articles, hash, published_at) VALUES ($1, 1, $2, $3, $4, $5)`,
    [contestId, JSON.stringify(version.head), JSON.stringify(version.articles), version.hash, announcedAt],
  )
}

/** The person behind the contestant's log-in. */
function demoContestant(communes: readonly { id: string; code: string }[]): Person {
  const { login } = demoLogIns.find(({ role }) => role === 'contestant') as (typeof demoLogIns)[number]
  const commune = communes.find(({ code }) => code === 'QNM.HOIAN.CAMTHANH') ?? communes[0]
  return {
    accountId: stableId('account', login),
    login,
    fullName: 'Nguyễn Thị Bảo Trân',
    sex: 'female',
    birthDate: '2004-03-26',
    unitId: (commune as { id: string }).id,
    guardianName: null,
    ability: 1.1,
    pace: 0.95,
  }
}

function simulateClosed(round: SimulatedRound, people: readonly Person[]): SimulatedAttempt[] {
  return people.flatMap((person) => {
    const chance = new Chance(`${SEED}/closed/${person.accountId}`)
    const attempts = [takeAttempt(SEED, round, person, 1, startTime(chance, round, round.closesAtMs), round.closesAtMs)]
    const endedAtMs = attempts[0]?.closing?.submittedAtMs ?? round.closesAtMs
    const againAtMs = endedAtMs + Math.round(chance.logNormal(5 * 60 * MINUTE_MS, 1.2))
    if (chance.isTrue(0.22) && againAtMs < round.closesAtMs - 5 * MINUTE_MS)
      attempts.push(takeAttempt(SEED, round, person, 2, againAtMs, round.closesAtMs))
    return attempts
  })
}

function simulateOpen(round: SimulatedRound, people: readonly Person[], nowMs: number): SimulatedAttempt[] {
  const chance = new Chance(`${SEED}/open`)
  const limitMs = round.timeLimitS * 1000
  return chance
    .shuffled(people)
    .slice(0, EARLY_BIRD_COUNT)
    .flatMap((person, index) => {
      if (index < RUNNING_COUNT)
        return [stillRunning(round, person, nowMs - Math.round(((index + 0.5) / RUNNING_COUNT) * limitMs), nowMs)]
      const lastStartMs = nowMs - limitMs
      const startedAtMs = round.opensAtMs + Math.round(chance.next() * (lastStartMs - round.opensAtMs))
      const attempts = [takeAttempt(SEED, round, person, 1, startedAtMs, nowMs)]
      const endedAtMs = attempts[0]?.closing?.submittedAtMs ?? nowMs
      const againAtMs = endedAtMs + chance.whole(5, 50) * MINUTE_MS
      if (chance.isTrue(0.2) && againAtMs < lastStartMs)
        attempts.push(takeAttempt(SEED, round, person, 2, againAtMs, nowMs))
      return attempts
    })
}

/** Somebody who started then and has not handed in yet, however fast they usually are. */
function stillRunning(round: SimulatedRound, person: Person, startedAtMs: number, nowMs: number): SimulatedAttempt {
  for (let pace = person.pace; ; pace *= 1.3) {
    const attempt = takeAttempt(SEED, round, { ...person, pace }, 1, startedAtMs, nowMs)
    if (!attempt.closing) return attempt
  }
}

/**
 * Makes a few exact ties: some who took part once, further down, get the result of somebody ahead to the second. The first
 * tie lies across two prizes, so that people have something to decide.
 */
function withTies(
  round: SimulatedRound,
  people: readonly Person[],
  attempts: readonly SimulatedAttempt[],
): SimulatedAttempt[] {
  const personBy = new Map(people.map((person) => [person.accountId, person]))
  const attemptCounts = new Map<string, number>()
  for (const { accountId } of attempts) attemptCounts.set(accountId, (attemptCounts.get(accountId) ?? 0) + 1)
  const ranked = attempts
    .filter(({ accountId, closing }) => attemptCounts.get(accountId) === 1 && closing?.submitKind === 'by_participant')
    .sort((a, b) => compare(a, b))
  const changed = new Map<string, SimulatedAttempt>()
  ;[
    { ahead: 2, behind: [90] },
    { ahead: 15, behind: [120, 150] },
    { ahead: 40, behind: [170] },
  ].forEach(({ ahead, behind }) => {
    // A whole number of points: the follower's own paper can give that.
    const model = ranked.slice(ahead).find(({ closing }) => Number.isInteger(closing?.points))
    if (!model?.closing) return
    for (const at of behind) {
      const follower = ranked[at]
      const person = follower && personBy.get(follower.accountId)
      if (!person) continue
      // The same second, not the same millisecond.
      const shift = 500 - (model.closing.submittedAtMs % 1000)
      const twin = { points: model.closing.points, submittedAtMs: model.closing.submittedAtMs + shift }
      changed.set(follower.id, takeAttempt(SEED, round, person, 1, model.startedAtMs + shift, round.closesAtMs, twin))
    }
  })
  return attempts.map((attempt) => changed.get(attempt.id) ?? attempt)
}

/** The order of a board: points, time, second of the submission. */
function compare(a: SimulatedAttempt, b: SimulatedAttempt): number {
  if (!a.closing || !b.closing) return 0
  return (
    b.closing.points - a.closing.points ||
    a.closing.timeUsedS - b.closing.timeUsedS ||
    a.closing.submittedAtMs - b.closing.submittedAtMs
  )
}

async function accountsOf(
  services: Services,
  people: readonly Person[],
  attempts: readonly SimulatedAttempt[],
  contestant: Person,
  nowMs: number,
): Promise<NewAccount[]> {
  const firstStart = new Map<string, number>()
  for (const { accountId, startedAtMs } of attempts)
    firstStart.set(accountId, Math.min(startedAtMs, firstStart.get(accountId) ?? startedAtMs))
  const hashOf = new Map<string, string>()
  for (const { login, password } of demoLogIns) hashOf.set(login, await services.passwords.hash(password))
  // One hash of a password that nobody knows: made-up people cannot sign in.
  const lockedHash = await services.passwords.hash(randomBytes(24).toString('base64url'))
  const staffNames: Record<string, string> = {
    administrator: 'Lê Hoàng Vũ',
    organizer: 'Phan Thị Thu Hiền',
    teacher: 'Huỳnh Ngọc Sơn',
  }
  const staff = demoLogIns
    .filter(({ login }) => login !== contestant.login)
    .map(({ role, login }) => ({
      accountId: stableId('account', login),
      role,
      login,
      passwordHash: hashOf.get(login) as string,
      fullName: staffNames[role] ?? login,
      birthDate: null,
      unitId: null,
      guardianName: null,
      createdAtMs: nowMs - 20 * DAY_MS,
    }))
  const contestants = people.map((person) => ({
    ...person,
    role: 'contestant' as const,
    passwordHash: hashOf.get(person.login) ?? lockedHash,
    // Signed up a few minutes before starting for the first time.
    createdAtMs:
      (firstStart.get(person.accountId) ?? nowMs) - new Chance(`signUp/${person.login}`).whole(2, 40) * MINUTE_MS,
  }))
  return [...staff, ...contestants]
}
