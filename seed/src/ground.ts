import { readItems, readSources, readUnits, resolveSources } from './content/read-content.js'
import { BANK_NAME, demoContest } from './demo/contest.js'
import { type SimulatedRound, traitsOf } from './factories/attempts.js'
import type { Commune } from './factories/communes.js'
import { stableId } from './factories/stable-id.js'
import type { Services } from './services.js'

/** The units, the bank with its approved items, and the published contest, all without people. */
export async function layGround(services: Services): Promise<{ bankId: string; contestId: string }> {
  const unitId = (code: string) => stableId('unit', code)
  await services.units.save(
    readUnits().map(({ parentCode, ...unit }) => ({
      ...unit,
      id: unitId(unit.code),
      parentId: parentCode === null ? null : unitId(parentCode),
    })),
  )
  const { id: bankId } = await services.items.createBank(null, BANK_NAME)
  const known = readSources()
  for (const { code, facts: _, sources, ...item } of readItems())
    await services.items.create(
      null,
      { ...item, bankId, sources: resolveSources(sources, known) },
      { code, state: 'approved' },
    )
  const { id: contestId } = await services.contests.create(null, demoContest)
  await services.contests.setPublished(null, contestId, true)
  return { bankId, contestId }
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
