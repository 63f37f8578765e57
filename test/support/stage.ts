import type { Role } from '@thiso/contracts/vocab'
import { type ApiProcess, startApi } from './api-process'
import { Client } from './client'
import { freshDatabase, type TestDatabase } from './databases'
import { addPerson, addUnits, knowDatabase, type Person, type Units } from './people'

/** One API on a database of its own, for the length of a spec file. */
export interface Stage {
  api: ApiProcess
  database: TestDatabase
  units: Units
  /** A browser in which nobody is signed in. */
  guest: () => Client
  /** A browser in which a new person of that role is signed in. */
  client: (role?: Role, fullName?: string) => Promise<Client & { person: Person }>
}

export function useStage(env: Record<string, string> = {}): Stage {
  const stage = {} as Stage
  stage.guest = () => new Client(stage.api.url)
  stage.client = async (role = 'contestant', fullName) => {
    const unitId = role === 'contestant' ? (stage.units.communes[0] as string) : null
    const person = await addPerson(stage.database.pool, role, unitId, fullName)
    knowDatabase(stage.api.url, stage.database.pool)
    return Object.assign(new Client(stage.api.url, person.token), { person })
  }
  beforeAll(async () => {
    stage.database = await freshDatabase()
    stage.units = await addUnits(stage.database.pool)
    stage.api = await startApi({ DATABASE_URL: stage.database.url, ...env })
  })
  afterAll(async () => {
    await stage.api?.stop()
    await stage.database?.drop()
  })
  return stage
}

/** Asks until it holds; a condition that never comes true fails with what it was waiting for. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined | null | false>,
  withinMs = 15_000,
): Promise<T> {
  const giveUpAt = performance.now() + withinMs
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    if (performance.now() > giveUpAt) throw new Error(`not within ${withinMs} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
