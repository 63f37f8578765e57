import type { EvidencePerson, RoundEvidence } from '@thiso/api/seeding'
import { furtherAccount } from './simulated-people.js'
import {
  attemptName,
  type ContestShape,
  type Draft,
  evidenceOf,
  type Ground,
  honestGround,
  OPENS,
  type Role,
  takePaper,
  WINDOW_MS,
} from './simulated-round.js'

/** How many of each are planted. Realistic are a few in a thousand; more only to measure on. */
export interface Plants {
  pairs: number
  rings: number
  slowRings: number
  leakedItems: number
  /** Share of those who start after the leak who have seen it. */
  leakSpread: number
  bots: number
  steadyBots: number
  proxies: number
  severalAccounts: number
}

/** Something planted, with the attempts of all who take part; of a leaked item the item. */
export interface Planted {
  kind: Exclude<Role, 'honest'> | 'leaked-item'
  attemptIds: string[]
  itemVersionId: string | null
}

export interface SimulatedRound {
  evidence: RoundEvidence
  roles: ReadonlyMap<string, Role>
  planted: Planted[]
}

/** What is copied of what both were given. */
const COPIED = 0.75
/** Deviation of ln T between two who answer together. */
const TOGETHER = 0.3

/** A round in which the few who cheat are known. */
export function simulatedRound(shape: ContestShape, plants: Plants): SimulatedRound {
  const ground = honestGround(shape)
  const planted: { kind: Planted['kind']; drafts: Draft[]; item: number | null }[] = []
  const plant = (kind: Planted['kind'], drafts: Draft[], item: number | null = null) =>
    planted.push({ kind, drafts, item })
  const { chance } = ground
  // Before anything else: whoever copies may copy from who knew a leaked item.
  const spread = OPENS + 0.4 * WINDOW_MS
  const items = chance.sample([...ground.items.keys()], plants.leakedItems)
  for (const item of items) plant('leaked-item', [], item)
  if (items.length > 0)
    for (const draft of ground.drafts)
      if (draft.startedAt > spread && chance.is(plants.leakSpread)) useLeak(ground, draft, new Set(items))
  for (let i = 0; i < plants.pairs; i++) plant('pair', copying(ground, 2, 'pair', true))
  for (let i = 0; i < plants.rings; i++) plant('ring', copying(ground, 4, 'ring', true))
  for (let i = 0; i < plants.slowRings; i++) plant('slow-ring', copying(ground, 4, 'slow-ring', false))
  for (let i = 0; i < plants.bots; i++) plant('bot', [bot(ground, 'bot', () => 1.3 + chance.uniform() * 1.2)])
  for (let i = 0; i < plants.steadyBots; i++) {
    const pace = 6 + 6 * chance.uniform()
    plant('steady-bot', [bot(ground, 'steady-bot', () => pace * (1 + 0.03 * chance.normal()))])
  }
  for (let i = 0; i < plants.proxies; i++) plant('proxy', proxied(ground))
  for (let i = 0; i < plants.severalAccounts; i++) plant('several-accounts', severalAccounts(ground))
  const names = new Map(ground.drafts.map((draft, index) => [draft, attemptName(index)]))
  return {
    evidence: evidenceOf(ground),
    roles: new Map(ground.drafts.map(({ role }, index) => [attemptName(index), role])),
    planted: planted.map(({ kind, drafts, item }) => ({
      kind,
      attemptIds: drafts.map((draft) => names.get(draft) as string),
      itemVersionId: item === null ? null : `item-${item}`,
    })),
  }
}

/** Honest people with one attempt who sat for themselves, of one unit; they are honest no more. */
function recruits(ground: Ground, count: number, role: Role): Draft[] {
  const attempts = new Map<number, number>()
  for (const { person } of ground.drafts) attempts.set(person, (attempts.get(person) ?? 0) + 1)
  for (;;) {
    const unit = ground.chance.below(ground.shape.units.length)
    const free = ground.drafts.filter(
      (draft) => draft.unit === unit && draft.role === 'honest' && attempts.get(draft.person) === 1,
    )
    if (free.length < count + 1) continue
    const chosen = ground.chance.sample(free, count)
    for (const draft of chosen) draft.role = role
    return chosen
  }
}

/** One works, the others take over three quarters of what they were given too. */
function copying(ground: Ground, size: number, role: Role, isTogether: boolean): Draft[] {
  const { chance } = ground
  const members = recruits(ground, size, role)
  const [source, ...others] = members as [Draft, ...Draft[]]
  for (const copier of others) {
    if (isTogether) copier.startedAt = source.startedAt + chance.uniform() * 60_000
    for (const [place, item] of copier.items.entries()) {
      const there = source.items.indexOf(item)
      if (there < 0 || !chance.is(COPIED)) continue
      copier.answers[place] = source.answers[there] as number
      if (isTogether) copier.seconds[place] = (source.seconds[there] as number) * Math.exp(TOGETHER * chance.normal())
    }
  }
  return members
}

function useLeak({ chance }: Ground, draft: Draft, leaked: ReadonlySet<number>): void {
  if (!draft.items.some((item) => leaked.has(item))) return
  draft.role = 'leak-user'
  for (const [place, item] of draft.items.entries()) {
    if (!leaked.has(item)) continue
    if (chance.is(0.95)) draft.answers[place] = 0
    draft.seconds[place] = (draft.seconds[place] as number) * 0.4
  }
}

/** A program that has the key and does not wait. */
function bot(ground: Ground, role: Role, pause: () => number): Draft {
  const [draft] = recruits(ground, 1, role) as [Draft]
  draft.process = []
  for (const place of draft.items.keys()) {
    draft.answers[place] = ground.chance.is(0.95) ? 0 : 1 + ground.chance.below(3)
    draft.seconds[place] = pause()
  }
  return draft
}

/** One who knows takes the papers of four, one after the other, on one phone. */
function proxied(ground: Ground): Draft[] {
  const { chance } = ground
  const members = recruits(ground, 4, 'proxy')
  const [first] = members as [Draft]
  const known = new Map<number, number>()
  let startedAt = Math.min(first.startedAt, OPENS + WINDOW_MS - 4 * 3_600_000)
  for (const draft of members) {
    Object.assign(draft, {
      ability: 1.5,
      speed: 0.2,
      startedAt,
      network: first.network,
      device: first.device,
      answers: [],
      seconds: [],
      process: [],
    })
    takePaper(ground, draft)
    remember(chance, draft, known)
    startedAt += 1000 * draft.seconds.reduce((sum, value) => sum + (value > 0 ? value : 0), 0) + 120_000
  }
  return members
}

/** The same mind gives the same answer again, and sooner. */
function remember(chance: Ground['chance'], draft: Draft, known: Map<number, number>): void {
  for (const [place, item] of draft.items.entries()) {
    const before = known.get(item)
    if (before !== undefined && chance.is(0.9)) {
      draft.answers[place] = before
      draft.seconds[place] = (draft.seconds[place] as number) * 0.6
    }
    known.set(item, draft.answers[place] as number)
  }
}

/** One person with three accounts under nearly one name, the papers one after the other. */
function severalAccounts(ground: Ground): Draft[] {
  const { chance, people, drafts } = ground
  const [first] = recruits(ground, 1, 'several-accounts') as [Draft]
  const known = new Map(first.items.map((item, place) => [item, first.answers[place] as number]))
  const members = [first]
  for (let further = 1; further < 3; further++) {
    const last = members.at(-1) as Draft
    const taken = last.seconds.reduce((sum, value) => sum + (value > 0 ? value : 0), 0)
    const draft: Draft = {
      ...first,
      person: people.length,
      startedAt: last.startedAt + 1000 * taken + 300_000,
      items: [],
      answers: [],
      seconds: [],
      process: [],
    }
    people.push(furtherAccount(chance, people[first.person] as EvidencePerson, people.length))
    takePaper(ground, draft)
    remember(chance, draft, known)
    drafts.push(draft)
    members.push(draft)
  }
  return members
}
