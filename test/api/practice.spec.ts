import { randomBytes } from 'node:crypto'
import type { ApiOutput } from '@thiso/contracts'
import type { Client } from '../support/client'
import { eventually, useStage } from '../support/stage'
import { type MadeItem, makeContest, makeItems, takePart } from '../support/story'

const stage = useStage()
let organizer: Client

beforeAll(async () => {
  organizer = await stage.client('organizer')
})

interface Bank {
  id: string
  items: MadeItem[]
}

/** A bank of its own that is open for practice; the others are closed first, so that a test knows what can be shown. */
async function openBank(count: number): Promise<Bank> {
  await closeAllBanks()
  const mark = randomBytes(4).toString('hex')
  const bank = await organizer.get('createBank', { body: { name: `Luyện tập ${mark}` } })
  const items = await makeItems(organizer, bank.id, count, mark)
  await setOpen(bank.id, true)
  return { id: bank.id, items }
}

const setOpen = (bankId: string, isOpenForPractice: boolean) =>
  organizer.get('updateBank', { params: { bankId }, body: { isOpenForPractice } })

async function closeAllBanks(): Promise<void> {
  const { banks } = await organizer.get('banks')
  for (const bank of banks) if (bank.isOpenForPractice) await setOpen(bank.id, false)
}

type Next = ApiOutput<'nextPracticeItem'>
type Shown = Next & { card: string; item: NonNullable<Next['item']> }

async function shownTo(person: Client, body: { topic?: 'concepts' | 'cyber-safety'; mode?: 'due' | 'any' } = {}) {
  const next = await person.get('nextPracticeItem', { body })
  if (next.card === null || next.item === null) throw new Error('nothing was shown')
  return next as Shown
}

function tokenOf({ item }: Shown, items: readonly MadeItem[], isRight: boolean): string {
  const made = items.find(({ stem }) => stem === item.stem.vi)
  if (!made) throw new Error(`no such item: ${item.stem.vi}`)
  const option = item.options.find(({ text }) => (text.vi === made.options[made.key]) === isRight)
  if (!option) throw new Error('no such option')
  return option.token
}

/** Until the list that everybody chooses from has so many items: it is remembered for a moment. */
async function listed(count: number): Promise<void> {
  const person = await stage.client()
  await eventually(`${count} items to practise`, async () => {
    const { topics } = await person.get('practice')
    return topics.reduce((sum, { itemCount }) => sum + itemCount, 0) === count
  })
}

describe('practising', () => {
  it('is for every signed-in role, and for nobody else', async () => {
    const { items } = await openBank(3)
    await listed(3)
    for (const name of ['practice', 'nextPracticeItem', 'answerPractice'] as const) {
      const body = {
        practice: undefined,
        nextPracticeItem: {},
        answerPractice: { card: items[0]?.itemId, answer: null },
      }
      expect(await stage.guest().refusal(name, { body: body[name] } as never)).toBe('AUTH.SIGN_IN_NEEDED')
    }
    for (const role of ['contestant', 'teacher', 'organizer', 'administrator'] as const) {
      const person = await stage.client(role)
      const shown = await shownTo(person)
      const { review } = await person.get('answerPractice', {
        body: { card: shown.card, answer: tokenOf(shown, items, true) },
      })
      expect(review).toMatchObject({ isRight: true, share: 1 })
    }
  })

  it('PR-3: tells no key, no explanation, no source and no id before the answer, and all but the ids after it', async () => {
    const { items } = await openBank(4)
    await listed(4)
    const person = await stage.client()
    const reply = await person.call('nextPracticeItem', { body: {} })
    const shown = reply.body as Shown
    const made = items.find(({ stem }) => stem === shown.item.stem.vi) as MadeItem
    for (const secret of ['GIAITHICH', 'NGUON', ...items.map(({ itemId }) => itemId)])
      expect(reply.text).not.toContain(secret)
    const { rows } = await stage.database.pool.query<{ id: string }>(
      'SELECT id FROM item_version WHERE item_id = ANY($1::uuid[])',
      [items.map(({ itemId }) => itemId)],
    )
    for (const { id } of rows) expect(reply.text).not.toContain(id)

    const { review, nextDueAt } = await person.get('answerPractice', {
      body: { card: shown.card, answer: tokenOf(shown, items, false) },
    })
    expect(review).toMatchObject({
      isRight: false,
      isAnswered: true,
      explanation: { vi: made.explanation },
      sources: [{ title: made.explanation.replace('GIAITHICH', 'NGUON') }],
    })
    expect(review.options.filter(({ isKey }) => isKey).map(({ text }) => text.vi)).toEqual([made.options[made.key]])
    expect(Date.parse(nextDueAt) - Date.now()).toBeGreaterThan(9 * 60_000)
  })

  it('PR-3: the key stands in every place as often as chance would have it', async () => {
    const { items } = await openBank(1)
    await listed(1)
    const places = [0, 0, 0, 0]
    const people = await Promise.all(Array.from({ length: 60 }, () => stage.client()))
    const tokens = new Set<string>()
    for (const person of people) {
      const shown = await shownTo(person)
      const right = tokenOf(shown, items, true)
      const at = shown.item.options.findIndex(({ token }) => token === right)
      places[at] = (places[at] ?? 0) + 1
      tokens.add(right)
    }
    // Fewer than 3 of 60 in one of four places: once in some 36,000 runs.
    expect(Math.min(...places)).toBeGreaterThanOrEqual(3)
    expect(tokens.size).toBe(60)
  })

  it('PR-4: a showing belongs to one person and takes one answer, which may be sent again', async () => {
    const { items } = await openBank(3)
    await listed(3)
    const [person, other] = [await stage.client(), await stage.client()]
    const shown = await shownTo(person)
    const body = { card: shown.card, answer: tokenOf(shown, items, true) }
    expect(await other.refusal('answerPractice', { body })).toBe('PRACTICE.CARD_NOT_FOUND')
    expect((await shownTo(person)).card).toBe(shown.card)
    const replies = await Promise.all(Array.from({ length: 8 }, () => person.call('answerPractice', { body })))
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(replies[0]?.status).toBe(200)
    const changed = { ...body, answer: tokenOf(shown, items, false) }
    expect(await person.refusal('answerPractice', { body: changed })).toBe('PRACTICE.CARD_NOT_FOUND')
    const progress = await person.get('practice')
    expect(progress.topics.reduce((sum, topic) => sum + topic.answeredCount, 0)).toBe(1)
    expect((await shownTo(person)).item.stem.vi).not.toBe(shown.item.stem.vi)
  })

  it('PR-4: what is no answer to the item is refused and leaves the showing open', async () => {
    const { items } = await openBank(1)
    await listed(1)
    const person = await stage.client()
    const shown = await shownTo(person)
    for (const answer of [
      'AAAAAAAA',
      `${tokenOf(shown, items, true)} ${tokenOf(shown, items, false)}`,
      'x'.repeat(600),
    ])
      expect(await person.refusal('answerPractice', { body: { card: shown.card, answer } })).toBe(
        'ATTEMPT.UNKNOWN_OPTION',
      )
    expect(await person.refusal('answerPractice', { body: { card: 'no id', answer: null } })).toBe('REQUEST.INVALID')
    const { review } = await person.get('answerPractice', { body: { card: shown.card, answer: null } })
    expect(review).toMatchObject({ isAnswered: false, share: 0 })
  })

  it('PR-5, PR-7: goes through a topic item by item, and ends when nothing is left', async () => {
    const { items } = await openBank(6)
    await listed(6)
    const person = await stage.client()
    const stems: string[] = []
    for (let n = 0; n < 3; n++) {
      const shown = await shownTo(person, { topic: 'cyber-safety' })
      expect(shown).toMatchObject({ isRepeat: false, item: { topic: 'cyber-safety', position: 1 } })
      stems.push(shown.item.stem.vi)
      await person.get('answerPractice', { body: { card: shown.card, answer: tokenOf(shown, items, n > 0) } })
    }
    expect(new Set(stems).size).toBe(3)
    const end = await person.get('nextPracticeItem', { body: { topic: 'cyber-safety' } })
    expect(end).toEqual({ card: null, item: null, isRepeat: false })
    expect(await person.get('nextPracticeItem', { body: { mode: 'due' } })).toMatchObject({ card: null })
    const { topics, dueCount } = await person.get('practice')
    expect(topics.map(({ topic }) => topic)).toHaveLength(8)
    expect(topics.find(({ topic }) => topic === 'cyber-safety')).toEqual({
      topic: 'cyber-safety',
      itemCount: 3,
      seenCount: 3,
      knownCount: 2,
      dueCount: 0,
      answeredCount: 3,
      rightCount: 2,
    })
    expect(topics.find(({ topic }) => topic === 'concepts')).toMatchObject({ itemCount: 3, seenCount: 0 })
    expect(dueCount).toBe(0)
  })
})

describe('PR-2: practice and rounds', () => {
  it('a round that is published takes its items away at once, also from those who have one before them', async () => {
    await closeAllBanks()
    const { bankId, items, roundBody, contestId } = await makeContest(organizer, { opensInS: 3_600 })
    await setOpen(bankId, true)
    const watcher = await stage.client()
    await eventually(
      'all items are put away',
      async () => (await watcher.get('practice')).embargoedCount === items.length,
    )
    const [person, late] = [await stage.client(), await stage.client()]
    expect(await person.get('nextPracticeItem', { body: {} })).toMatchObject({ card: null })

    const mark = randomBytes(4).toString('hex')
    const bank = await organizer.get('createBank', { body: { name: `Đợt sau ${mark}` } })
    const others = await makeItems(organizer, bank.id, 4, mark)
    await setOpen(bank.id, true)
    await listed(4)
    const shown = await shownTo(person)
    const round = await organizer.get('createRound', {
      params: { contestId },
      body: {
        ...roundBody,
        name: { vi: 'Đợt 2', en: '' },
        opensAt: roundBody.closesAt,
        closesAt: new Date(Date.parse(roundBody.closesAt) + 3_600_000).toISOString(),
        bankIds: [bank.id],
        blueprint: roundBody.blueprint.map((cell) => ({ ...cell, count: 1 })),
      },
    })
    await organizer.get('publishRound', { params: { roundId: round.id } })
    // At once: nothing is remembered where it matters.
    const body = { card: shown.card, answer: tokenOf(shown, others, true) }
    const refused = await person.call('answerPractice', { body })
    expect(refused.code).toBe('PRACTICE.CARD_NOT_FOUND')
    expect(refused.text).not.toContain('GIAITHICH')
    expect(await late.get('nextPracticeItem', { body: {} })).toMatchObject({ card: null, item: null })
  })

  it('answers in practice change no standing, and those of a round no practice', async () => {
    const { items } = await openBank(2)
    const story = await makeContest(organizer, { itemCount: 2 })
    await listed(2)
    const person = await stage.client()
    await takePart(person, story, 2)
    const shown = await shownTo(person)
    await person.get('answerPractice', { body: { card: shown.card, answer: tokenOf(shown, items, false) } })
    const { topics } = await person.get('practice')
    expect(topics.reduce((sum, topic) => sum + topic.answeredCount, 0)).toBe(1)
    const { mine } = await person.get('myStanding', { params: { roundId: story.roundId } })
    expect(mine?.points).toBe(2)
    const { practice } = await person.get('myData')
    expect(practice).toEqual([{ shownAt: expect.any(String), answeredAt: expect.any(String), share: 0 }])
  })
})

describe('PR-8: too much practice', () => {
  it('is slowed down, with the time to wait', async () => {
    await closeAllBanks()
    const person = await stage.client()
    let refusal: Awaited<ReturnType<typeof ask>> | undefined
    const ask = () => person.call('nextPracticeItem', { body: {} })
    for (let n = 0; n < 130 && !refusal; n++) {
      const reply = await ask()
      if (reply.status !== 200) refusal = reply
    }
    expect(refusal?.code).toBe('REQUEST.TOO_MANY')
    expect(refusal?.problem?.params?.['seconds']).toBeGreaterThan(0)
    expect((await (await stage.client()).call('nextPracticeItem', { body: {} })).status).toBe(200)
  })
})
