import { type ApiProcess, startApi } from '../support/api-process'
import { Client } from '../support/client'
import { freshDatabase, type TestDatabase } from '../support/databases'
import { addUnits, signedIn } from '../support/people'
import { makeContest, takePart } from '../support/story'

let database: TestDatabase
let api: ApiProcess

beforeAll(async () => {
  database = await freshDatabase()
  api = await startApi({ DATABASE_URL: database.url })
})
afterAll(async () => {
  await api?.stop()
  await database?.drop()
})

it('first light', async () => {
  const units = await addUnits(database.pool)
  const staff = await signedIn(api.url, database.pool, 'organizer')
  const story = await makeContest(staff)
  const person = await signedIn(api.url, database.pool, 'contestant', units.communes[0])
  const { receipt, attemptId } = await takePart(person, story, 5)
  console.log(receipt)
  console.log(await person.get('attemptResult', { params: { attemptId } }))
  console.log((await new Client(api.url).get('home')).board)
  console.log(api.log())
})
