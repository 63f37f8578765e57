import { sanitisedItem } from '@thiso/api/seeding'
import {
  type ContentItem,
  citationsOf,
  type Documents,
  readDocuments,
  readItems,
  readSubtopics,
  readUnits,
} from './content/read-content.js'
import { practiceCodes } from './content/two-banks.js'
import { BANK_NAME, demoContest, PRACTICE_BANK_NAME } from './demo/contest.js'
import type { SimulatedRound } from './factories/attempts.js'
import type { Commune } from './factories/communes.js'
import { traitsOf } from './factories/item-traits.js'
import { stableId } from './factories/stable-id.js'
import type { Services } from './services.js'

/**
 * The units, documents and banks with their approved items, and the published contest, all without people. May be interrupted and run
 * again: what is there already stays.
 * @returns the bank for contests and the contest
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

/**
 * The unit tree of Quảng Nam, the register of documents, the topic tree, and two banks with their approved items, one for contests
 * and one for practice: what a real contest starts from.
 * @returns the id of the bank for contests
 */
export async function layContent(services: Services): Promise<string> {
  await saveUnits(services)
  const documents = readDocuments()
  await saveDocuments(services, documents)
  await saveSubtopics(services)
  const items = readItems()
  const practice = practiceCodes(items)
  const bankId = await demandBank(services, BANK_NAME, false)
  const practiceBankId = await demandBank(services, PRACTICE_BANK_NAME, true)
  await saveItems(
    services,
    bankId,
    items.filter(({ code }) => !practice.has(code)),
    documents,
  )
  await saveItems(
    services,
    practiceBankId,
    items.filter(({ code }) => practice.has(code)),
    documents,
  )
  return bankId
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

/** Only documents that are not there yet: organizers may have written down meanwhile that one has ended. */
async function saveDocuments(services: Services, documents: Documents): Promise<void> {
  const known = await services.documents.known(Object.keys(documents).map(documentId))
  const fresh = Object.entries(documents).filter(([code]) => !known.has(documentId(code)))
  await services.documents.save(
    fresh.map(([code, { replacedBy, urls = [], note, ...document }]) => ({
      ...document,
      id: documentId(code),
      replacedById: replacedBy === null ? null : documentId(replacedBy),
      note: [note, ...urls.map((url) => `Xem thêm: ${url}`)].filter(Boolean).join('\n'),
    })),
  )
}

async function saveSubtopics(services: Services): Promise<void> {
  await services.banks.saveSubtopics(
    readSubtopics().map(({ code, topic, parentCode, name }) => ({
      id: subtopicId(code),
      topic,
      parentId: parentCode === null ? null : subtopicId(parentCode),
      name,
    })),
  )
}

async function demandBank(services: Services, name: string, isOpenForPractice: boolean): Promise<string> {
  const known = (await services.banks.list()).find((bank) => bank.name === name)
  const bank = known ?? (await services.banks.create(null, name))
  // A bank with items has been in use: whether it is open is its organizers' choice from then on.
  if (isOpenForPractice && bank.itemCount === 0) await services.banks.update(null, bank.id, { isOpenForPractice })
  return bank.id
}

/** All of a bank's new items in one go. */
async function saveItems(
  services: Services,
  bankId: string,
  items: readonly ContentItem[],
  documents: Documents,
): Promise<void> {
  const taken = await services.authoring.takenCodes(items.map(({ code }) => code))
  const fresh = items
    .filter(({ code }) => !taken.has(code))
    .map(({ code, subtopic, sources, ...item }) => {
      const citations = citationsOf(sources, documents, documentId)
      const place = { bankId, subtopicId: subtopicId(subtopic), unitIds: [], variantGroup: '' }
      const whole = { ...item, ...place, citations, points: 1 }
      return { code, input: sanitisedItem(whole).input }
    })
  if (fresh.length > 0) await services.authoring.createMany(null, fresh, { batchId: null, state: 'approved' })
}

function documentId(code: string): string {
  return stableId('document', code)
}

function subtopicId(code: string): string {
  return stableId('subtopic', code)
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
    rules: round.rules,
    rulesVersion: round.rulesVersion,
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
