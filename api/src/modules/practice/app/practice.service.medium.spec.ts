import { randomUUID } from 'node:crypto'
import type { Topic } from '@thiso/contracts/vocab'
import type { DataSource } from 'typeorm'
import { freshDatabase, type TestDatabase } from '../../../../../test/support/databases'
import * as rows from '../../../../../test/support/item-rows'
import { addPerson } from '../../../../../test/support/people'
import { Clock } from '../../../kernel/clock.js'
import { createDataSource } from '../../../platform/db/database.js'
import { RateLimits } from '../../../platform/live/rate-limits.js'
import { schema } from '../../../schema.js'
import { AuditService } from '../../audit/index.js'
import { AuditRepository } from '../../audit/infra/audit.repository.js'
import { presentQuestion } from '../../contests/index.js'
import { BanksService, ItemsService } from '../../item-bank/index.js'
import { BankRepository } from '../../item-bank/infra/bank.repository.js'
import { ItemListRepository } from '../../item-bank/infra/item-list.repository.js'
import { ItemRepository } from '../../item-bank/infra/item.repository.js'
import { PracticeRepository } from '../infra/practice.repository.js'
import { OpenItems } from './open-items.js'
import { placeOfShowing, PracticeService } from './practice.service.js'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Time that stands still until it is moved: days of practice in a second. */
class HandClock extends Clock {
  at = Date.now()

  override now(): number {
    return this.at
  }
}

let database: TestDatabase
let dataSources: DataSource[]
const clock = new HandClock()

/** The application's own parts, as in one API process. */
function processOn(dataSource: DataSource): PracticeService {
  const audit = new AuditService(new AuditRepository(dataSource))
  const banks = new BanksService(new BankRepository(dataSource), audit)
  const items = new ItemsService(
    new ItemRepository(dataSource),
    new ItemListRepository(dataSource),
    banks,
    audit,
    clock,
  )
  const open = new OpenItems(items, banks, clock)
  return new PracticeService(new PracticeRepository(dataSource), open, items, new RateLimits(null), clock)
}

beforeAll(async () => {
  database = await freshDatabase()
  dataSources = await Promise.all([1, 2].map(() => createDataSource(database.url, schema).initialize()))
})
afterAll(async () => {
  for (const dataSource of dataSources ?? []) await dataSource.destroy()
  await database?.drop()
})
beforeEach(async () => {
  clock.at = Date.now()
  await database.pool.query(`UPDATE item_bank SET is_open_for_practice = false`)
  await database.pool.query(`DELETE FROM round_item`)
})

/** New processes that have looked at nothing yet. */
const twoProcesses = () => dataSources.map(processOn) as [PracticeService, PracticeService]
const oneProcess = () => twoProcesses()[0]
const somebody = async () => (await addPerson(database.pool)).accountId

const addBank = (isOpen?: boolean) => rows.addBank(database.pool, isOpen)
const addItem = (bankId: string, row?: rows.ItemRow) => rows.addItem(database.pool, bankId, row)
const addToRound = (items: readonly rows.AddedItem[], when: { opensInS?: number; closesInS?: number }) =>
  rows.addRoundOf(database.pool, items, when)

type Shown = NonNullable<Awaited<ReturnType<PracticeService['next']>>>

/** The token of an option by its text. */
function tokenOf({ showing, item }: Shown, text: string): string {
  const option = presentQuestion(placeOfShowing(showing), item.question).options.find((one) => one.text.vi === text)
  if (!option) throw new Error(`no option ${text}`)
  return option.token
}

async function show(practice: PracticeService, accountId: string, mode: 'due' | 'any' = 'any', topic?: Topic) {
  const shown = await practice.next(accountId, { mode, topic })
  if (!shown) throw new Error('nothing was shown')
  return shown
}

const idOf = async (practice: PracticeService, accountId: string, mode: 'due' | 'any' = 'any') =>
  (await practice.next(accountId, { mode }))?.showing.itemId ?? null

/** Answers what comes next; rightly, or not. */
async function answerNext(practice: PracticeService, accountId: string, isRight: boolean) {
  clock.at += 1_000
  const shown = await show(practice, accountId)
  const answered = await practice.answer(accountId, shown.showing.id, tokenOf(shown, isRight ? 'hai' : 'ba'))
  return { ...answered, itemId: shown.showing.itemId }
}

describe('PR-1: what may be practised', () => {
  it('is approved, true today and of an open bank', async () => {
    const [bank, closed] = [await addBank(), await addBank(false)]
    const yesterday = new Date(clock.at - 2 * DAY).toISOString().slice(0, 10)
    for (const state of ['draft', 'in_review', 'retired']) await addItem(bank, { state })
    await addItem(bank, { validTo: yesterday })
    await addItem(closed)
    const account = await somebody()
    expect(await idOf(oneProcess(), account)).toBeNull()
    const { itemId } = await addItem(bank)
    const practice = oneProcess()
    expect(await idOf(practice, account)).toBe(itemId)
    const { topics, embargoedCount } = await practice.progress(account)
    expect(topics[0]).toMatchObject({ topic: 'concepts', itemCount: 1, seenCount: 0 })
    expect(embargoedCount).toBe(0)
  })

  it('is nothing that an open or coming round holds, nor a variant of it; afterwards it is free', async () => {
    const bank = await addBank()
    const [open, coming, past, variant] = [
      await addItem(bank, { variantGroup: 'đồng hồ' }),
      await addItem(bank),
      await addItem(bank),
      await addItem(bank, { variantGroup: 'đồng hồ' }),
    ]
    await addToRound([open], { opensInS: -60, closesInS: 600 })
    await addToRound([coming], { opensInS: 86_400, closesInS: 172_800 })
    await addToRound([past], { opensInS: -7_200, closesInS: -3_600 })
    const account = await somebody()
    const practice = oneProcess()
    expect(await idOf(practice, account)).toBe(past.itemId)
    expect((await practice.progress(account)).embargoedCount).toBe(3)
    // Eleven minutes later the first round is over, its grace as well.
    clock.at += 11 * 60_000
    const later = oneProcess()
    expect((await later.progress(account)).embargoedCount).toBe(1)
    const seen = new Set<string>()
    for (let n = 0; n < 3; n++) seen.add((await answerNext(later, account, true)).itemId)
    expect(seen).toEqual(new Set([open, past, variant].map(({ itemId }) => itemId)))
  })
})

describe('PR-2: an embargo that begins in between', () => {
  it('keeps what is remembered as open from being shown', async () => {
    const bank = await addBank()
    const [held, free] = [await addItem(bank), await addItem(bank)]
    const account = await somebody()
    const practice = oneProcess()
    await practice.progress(account)
    await addToRound([held], { opensInS: 60, closesInS: 600 })
    for (let n = 0; n < 5; n++) expect(await idOf(practice, await somebody())).toBe(free.itemId)
    await addToRound([free], { opensInS: 60, closesInS: 600 })
    expect(await idOf(practice, await somebody())).toBeNull()
  })

  it('refuses the answer to what was shown before, tells no key, and counts nothing', async () => {
    const bank = await addBank()
    const item = await addItem(bank)
    const account = await somebody()
    const practice = oneProcess()
    const shown = await show(practice, account)
    await addToRound([item], { opensInS: 60, closesInS: 600 })
    await expect(practice.answer(account, shown.showing.id, tokenOf(shown, 'hai'))).rejects.toThrow(
      'PRACTICE.CARD_NOT_FOUND',
    )
    expect((await practice.progress(account)).topics[0]?.answeredCount).toBe(0)
    expect(await idOf(practice, account)).toBeNull()
    // Once the round is over the same showing is good again.
    clock.at += HOUR
    expect((await practice.answer(account, shown.showing.id, tokenOf(shown, 'hai'))).row.key).toEqual({
      type: 'single-choice',
      option: 1,
    })
  })

  it('also hides the review of an answer from before', async () => {
    const bank = await addBank()
    const item = await addItem(bank)
    const account = await somebody()
    const practice = oneProcess()
    const shown = await show(practice, account)
    await practice.answer(account, shown.showing.id, tokenOf(shown, 'hai'))
    await addToRound([item], { opensInS: 60, closesInS: 600 })
    await expect(practice.answer(account, shown.showing.id, tokenOf(shown, 'hai'))).rejects.toThrow(
      'PRACTICE.CARD_NOT_FOUND',
    )
  })

  it('and so do an item taken out of use, a closed bank, and words that were changed under the showing', async () => {
    const bank = await addBank()
    const changes = [
      `UPDATE item SET state = 'retired' WHERE id = $1`,
      `UPDATE item_bank SET is_open_for_practice = false WHERE id = (SELECT bank_id FROM item WHERE id = $1)`,
      `UPDATE item_version SET question = jsonb_set(question, '{options}', '["bốn", "hai", "ba", "một"]') WHERE item_id = $1`,
    ]
    for (const change of changes) {
      await database.pool.query(`UPDATE item_bank SET is_open_for_practice = true WHERE id = $1`, [bank])
      const { itemId } = await addItem(bank)
      const account = await somebody()
      const practice = oneProcess()
      const shown = await show(practice, account)
      await database.pool.query(change, [itemId])
      await expect(practice.answer(account, shown.showing.id, tokenOf(shown, 'hai'))).rejects.toThrow(
        'PRACTICE.CARD_NOT_FOUND',
      )
      await database.pool.query(`UPDATE item SET state = 'retired' WHERE id = $1`, [itemId])
    }
  })
})

describe('PR-4: a showing is answered once', () => {
  it('by its owner', async () => {
    await addItem(await addBank())
    const [owner, other] = [await somebody(), await somebody()]
    const practice = oneProcess()
    const shown = await show(practice, owner)
    const token = tokenOf(shown, 'hai')
    await expect(practice.answer(other, shown.showing.id, token)).rejects.toThrow('PRACTICE.CARD_NOT_FOUND')
    await expect(practice.answer(owner, randomUUID(), token)).rejects.toThrow('PRACTICE.CARD_NOT_FOUND')
    await expect(practice.answer(owner, shown.showing.id, 'AAAAAAAA')).rejects.toThrow('ATTEMPT.UNKNOWN_OPTION')
    expect((await practice.answer(owner, shown.showing.id, token)).response).toEqual([1])
  })

  it('by twenty requests at once through two processes: one counts, all learn the same', async () => {
    await addItem(await addBank())
    const account = await somebody()
    const both = twoProcesses()
    const shown = await show(both[0], account)
    const token = tokenOf(shown, 'ba')
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (both[n % 2] as PracticeService).answer(account, shown.showing.id, token)),
    )
    expect(new Set(answers.map(({ nextDueAt }) => nextDueAt.getTime())).size).toBe(1)
    expect((await both[1].progress(account)).topics[0]).toMatchObject({ answeredCount: 1, rightCount: 0, seenCount: 1 })
  })

  it('by two tabs that answer differently: the first counts, the other is told to take another', async () => {
    for (let round = 0; round < 10; round++) {
      const bank = await addBank()
      await addItem(bank)
      const account = await somebody()
      const both = twoProcesses()
      const shown = await show(both[0], account)
      const outcomes = await Promise.allSettled(
        ['hai', 'ba'].map((text, n) =>
          (both[n] as PracticeService).answer(account, shown.showing.id, tokenOf(shown, text)),
        ),
      )
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      const isRight = outcomes[0]?.status === 'fulfilled'
      const { topics } = await both[0].progress(account)
      expect(topics[0]).toMatchObject({ answeredCount: 1, rightCount: isRight ? 1 : 0 })
      await database.pool.query(`UPDATE item_bank SET is_open_for_practice = false WHERE id = $1`, [bank])
    }
  })

  it('and a blank one counts as not known', async () => {
    await addItem(await addBank())
    const account = await somebody()
    const practice = oneProcess()
    const shown = await show(practice, account)
    const { response, nextDueAt } = await practice.answer(account, shown.showing.id, null)
    expect(response).toBeNull()
    expect(nextDueAt.getTime()).toBe(clock.at + 10 * 60_000)
    expect((await practice.answer(account, shown.showing.id, null)).nextDueAt).toEqual(nextDueAt)
    expect((await practice.progress(account)).topics[0]).toMatchObject({ answeredCount: 1, rightCount: 0 })
  })
})

describe('PR-4: what waits for its answer', () => {
  it('is shown again, with the same tokens, to every tab that asks', async () => {
    const bank = await addBank()
    for (let n = 0; n < 20; n++) await addItem(bank)
    const account = await somebody()
    const both = twoProcesses()
    const all = await Promise.all(Array.from({ length: 10 }, (_, n) => show(both[n % 2] as PracticeService, account)))
    expect(new Set(all.map(({ showing }) => showing.id)).size).toBe(1)
    expect(new Set(all.map((shown) => tokenOf(shown, 'hai'))).size).toBe(1)
    const { rows: counted } = await database.pool.query(
      `SELECT count(*)::int AS n FROM practice_answer WHERE account_id = $1`,
      [account],
    )
    expect(counted).toEqual([{ n: 1 }])
  })

  it('of one topic does not stand in the way of another', async () => {
    const bank = await addBank()
    await addItem(bank)
    await addItem(bank, { topic: 'quang-nam' })
    const account = await somebody()
    const practice = oneProcess()
    const first = await show(practice, account, 'any', 'concepts')
    expect((await show(practice, account, 'any', 'quang-nam')).item.topic).toBe('quang-nam')
    expect((await show(practice, account, 'any', 'concepts')).showing.id).toBe(first.showing.id)
  })
})

describe('PR-5, PR-6: days of practice', () => {
  it('a mistake comes back after its pause, before anything new, and then after days', async () => {
    const bank = await addBank()
    for (let n = 0; n < 6; n++) await addItem(bank)
    const account = await somebody()
    // From the morning on, so that the pauses stay within the day.
    clock.at = Date.parse(`${new Date(clock.at + DAY).toISOString().slice(0, 10)}T08:00:00+07:00`)
    const practice = oneProcess()
    const wrong = await answerNext(practice, account, false)
    expect(wrong.nextDueAt.getTime()).toBe(clock.at + 10 * 60_000)
    expect((await practice.progress(account)).dueCount).toBe(0)
    clock.at += 60_000
    const second = await answerNext(practice, account, true)
    expect(second.itemId).not.toBe(wrong.itemId)
    expect(await idOf(practice, account, 'due')).toBeNull()
    clock.at += 11 * 60_000
    expect((await practice.progress(account)).dueCount).toBe(1)
    const again = await show(practice, account)
    expect(again).toMatchObject({ isRepeat: true, showing: { itemId: wrong.itemId } })
    const good = await practice.answer(account, again.showing.id, tokenOf(again, 'hai'))
    expect(good.nextDueAt.getTime()).toBeGreaterThan(clock.at + 12 * HOUR)
    expect((await practice.progress(account)).topics[0]).toMatchObject({
      answeredCount: 3,
      rightCount: 2,
      seenCount: 2,
      knownCount: 2,
    })
  })

  it('ends for the day when everything has been answered rightly, and goes on when the first item is due', async () => {
    const bank = await addBank()
    const ids = new Set<string>()
    for (let n = 0; n < 4; n++) ids.add((await addItem(bank)).itemId)
    const account = await somebody()
    const practice = oneProcess()
    const met: string[] = []
    for (let n = 0; n < 4; n++) met.push((await answerNext(practice, account, true)).itemId)
    expect(new Set(met)).toEqual(ids)
    expect(await idOf(practice, account)).toBeNull()
    clock.at += 3 * DAY
    const next = await show(oneProcess(), account, 'due')
    expect(next.isRepeat).toBe(true)
    expect(next.showing.itemId).not.toBe(met.at(-1))
  })

  it('a share of the points comes back sooner than a right answer', async () => {
    const bank = await addBank()
    await addItem(bank, {
      question: { type: 'true-false-group', options: ['a', 'b'] },
      key: { type: 'true-false-group', truths: [true, false], grading: 'partial' },
    })
    const account = await somebody()
    const practice = oneProcess()
    const shown = await show(practice, account)
    const line = `${tokenOf(shown, 'a')}=1 ${tokenOf(shown, 'b')}=1`
    const { nextDueAt } = await practice.answer(account, shown.showing.id, line)
    expect(nextDueAt.getTime()).toBe(clock.at + 15 * 60_000)
    expect((await practice.progress(account)).topics[0]).toMatchObject({ answeredCount: 1, rightCount: 0 })
  })
})
