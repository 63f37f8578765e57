import { type ApiProcess, startApi } from '../support/api-process'
import { Client } from '../support/client'
import { freshDatabase, type TestDatabase } from '../support/databases'
import { addPeople, addUnits, signedIn } from '../support/people'
import { makeContest, newHolder, type Story } from '../support/story'
import { type DyingDatabase, startDyingDatabase } from './support/dying-database'
import { checkHistories, Contestant } from './support/history'
import { isAlive } from './support/own-postgres'

const ROUNDS = 4

let database: TestDatabase
let relay: DyingDatabase
let api: ApiProcess
let story: Story
let contestants: Contestant[]

beforeAll(async () => {
  database = await freshDatabase()
  relay = await startDyingDatabase(database.url)
  api = await startApi({ DATABASE_URL: relay.url })
  const units = await addUnits(database.pool)
  story = await makeContest(await signedIn(api.url, database.pool, 'organizer'), { itemCount: 6 })
  const people = await addPeople(database.pool, 12, { unitIds: units.communes })
  contestants = await Promise.all(
    people.map((person, index) => Contestant.start(api.url, person, story, `dying ${index}`)),
  )
})

afterAll(async () => {
  await api?.stop()
  await relay?.stop()
  await database?.drop()
})

it('outlives a database whose last words come with the opening of a connection', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const told = relay.toldCount()
    relay.die()
    const strangers = await addPeople(database.pool, 6, {})
    // Many at once, so that each pool opens connections: sessions and starts, answers, transactions and plain reads.
    const replies = await Promise.all([
      ...contestants.map((contestant) => contestant.save([contestant.choose()])),
      ...contestants.slice(0, 3).map((contestant) => contestant.submit()),
      ...strangers.map(({ token }) =>
        new Client(api.url, token).call('startAttempt', {
          params: { roundId: story.roundId },
          body: { holder: newHolder() },
        }),
      ),
      ...contestants.map(({ client }) => client.call('myAttempts')),
    ])
    expect(replies.map(({ status, code }) => `${status} ${code}`)).toEqual(replies.map(() => '503 SERVER.BUSY'))
    expect(relay.toldCount() - told).toBeGreaterThan(12)
    relay.recover()
    for (const contestant of contestants.slice(3))
      expect((await contestant.save([contestant.choose()])).status).toBe(200)
  }
  expect(isAlive(api.pid)).toBe(true)
  for (const contestant of contestants) expect((await contestant.submit()).status).toBe(200)
  const { faults, submittedCount } = await checkHistories(database.pool, contestants)
  expect({ faults, submittedCount }).toEqual({ faults: [], submittedCount: contestants.length })
})
