import { readItems, readSources, readUnits, resolveSources } from './content/read-content.js'
import { BANK_NAME, demoContest } from './demo/contest.js'
import type { SimulatedRound } from './factories/attempts.js'
import type { Commune } from './factories/communes.js'
import { traitsOf } from './factories/item-traits.js'
import { stableId } from './factories/stable-id.js'
import type { Services } from './services.js'

/**
 * The units, the bank with its approved items, and the published contest, all without people. May be interrupted and run
 * again: what is there already stays.
 */
export async function layGround(
  services: Services,
  slug = demoContest.slug,
): Promise<{ bankId: string; contestId: string }> {
  const bankId = await layContent(services)
  const known = (await services.contests.list()).find(({ contest }) => contest.slug === slug)?.contest
  const contest = known ?? (await services.contests.create(null, { ...demoContest, slug }))
  if (!contest.isPublished) await services.contests.setPublished(null, contest.id, true)
  return { bankId, contestId: contest.id }
}

/** The unit tree of Quảng Nam and the bank with its approved items: what a real contest starts from. @returns the bank's id */
export async function layContent(services: Services): Promise<string> {
  await saveUnits(services)
  return saveItems(services)
}

async function saveUnits(services: Services): Promise<void> {
  const unitId = (code: string) => stableId('unit', code)
  await services.units.save(
    readUnits().map(({ parentCode, ...unit }) => ({
      ...unit,
      id: unitId(unit.code),
      parentId: parentCode === null ? null : unitId(parentCode),
    })),
  )
}

async function saveItems(services: Services): Promise<string> {
  const known = (await services.banks.list()).find((bank) => bank.name === BANK_NAME)
  const { id: bankId } = known ?? (await services.banks.create(null, BANK_NAME))
  const present: { code: string }[] = await services.dataSource.query(`SELECT code FROM item`)
  const codes = new Set(present.map(({ code }) => code))
  const sources = readSources()
  const items = readItems()
    .filter(({ code }) => !codes.has(code))
    .map(({ code, sources: cited, ...item }) => ({
      code,
      input: { ...item, bankId, citations: resolveSources(cited, sources) },
    }))
  if (items.length > 0) await services.authoring.createMany(null, items, { batchId: null, state: 'approved' })
  return bankId
}

/** The communes that exist in the contest's unit tree. */
export async function communesOn(services: Services, day: string): Promise<Commune[]> {
  return (await services.units.treeOn(day)).filter((unit) => unit.kind === 'commune')
}

/** A published round, ready for simulated contestants. */
export async function simulatedRound(services: Services, roundId: string): Promise<SimulatedRound> {
  const round = await services.rounds.demand(roundId)
  const drawn = await services.rounds.poolOf(roundId)
  // In the order in which drawing puts it anyway, which makes a hundred thousand drawings cheaper.
  const pool = drawn.sort((a, b) => (a.itemVersionId < b.itemVersionId ? -1 : 1))
  const rows = await services.items.keys(pool.map((item) => item.itemVersionId))
  const keys = new Map(rows.map(({ itemVersionId, key }) => [itemVersionId, key]))
  return {
    id: roundId,
    secret: round.secret,
    blueprint: round.blueprint,
    pool,
    keys,
    traits: traitsOf(pool, keys),
    opensAtMs: round.opensAt.getTime(),
    closesAtMs: round.closesAt.getTime(),
    timeLimitS: round.timeLimitS,
    graceMs: round.graceMs,
  }
}

export async function publishRound(
  services: Services,
  contestId: string,
  input: Parameters<Services['rounds']['create']>[2],
): Promise<SimulatedRound> {
  const { id } = await services.rounds.create(null, contestId, input)
  await services.rounds.publish(null, id)
  return simulatedRound(services, id)
}
