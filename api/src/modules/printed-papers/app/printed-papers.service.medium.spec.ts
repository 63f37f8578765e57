import { randomUUID } from 'node:crypto'
import { addRoundOf } from '../../../../../test/support/item-rows'
import { PaperStage, paperInput, problemOf, recall } from './papers.sample.js'

const stage = new PaperStage()
beforeAll(() => stage.open())
afterAll(() => stage.close())

describe('PP-1: what may be printed', () => {
  it('a blueprint takes approved items that are true today, of the banks that were named', async () => {
    const [bank, other] = [await stage.addBank(), await stage.addBank()]
    const good = await stage.addItems(bank, 3)
    await stage.addItems(other, 3)
    for (const state of ['draft', 'in_review', 'retired']) await stage.addItem(bank, { state })
    await stage.addItem(bank, { validTo: '2020-01-01' })
    const paper = await stage.papers.create(stage.organizer, paperInput(bank, recall(3)))
    expect(paper).toMatchObject({
      itemCount: 3,
      maxPoints: 3,
      title: 'Kiểm tra giữa kỳ',
      authorId: stage.organizer.accountId,
    })
    expect((await stage.stored(paper.id)).itemVersionIds.sort()).toEqual(
      good.map(({ itemVersionId }) => itemVersionId).sort(),
    )
    const refused = await problemOf(stage.papers.create(stage.organizer, paperInput(bank, recall(5))))
    expect([refused.code, refused.params]).toEqual(['PAPER.BANK_TOO_SMALL', { missing: 2 }])
  })

  it('items that exclude each other, and variants of one question, never stand on one paper', async () => {
    const bank = await stage.addBank()
    await stage.addItems(bank, 4, { variantGroup: 'v' })
    const [first, second] = await stage.addItems(bank, 3)
    await stage.database.pool.query(`UPDATE item SET exclusion_group = 'x' WHERE id = ANY($1)`, [
      [first?.itemId, second?.itemId],
    ])
    for (let n = 0; n < 10; n++) {
      const paper = await stage.papers.create(stage.organizer, paperInput(bank, recall(3)))
      const { rows: groups } = await stage.database.pool.query(
        `SELECT i.variant_group || i.exclusion_group AS name FROM item i JOIN item_version v ON v.item_id = i.id WHERE v.id = ANY($1)`,
        [(await stage.stored(paper.id)).itemVersionIds],
      )
      expect(groups.map(({ name }) => name).sort()).toEqual(['', 'v', 'x'])
    }
    expect((await problemOf(stage.papers.create(stage.organizer, paperInput(bank, recall(4))))).params).toEqual({
      missing: 1,
    })
  })

  it('items picked by hand come all and in their order, or the refusal names which cannot', async () => {
    const bank = await stage.addBank()
    const picked = await stage.addItems(bank, 4)
    const ids = picked.map(({ itemId }) => itemId).reverse()
    const paper = await stage.papers.create(stage.organizer, paperInput(bank, { itemIds: ids, isShuffled: false }))
    const { itemVersionIds, forms } = await stage.stored(paper.id)
    expect(itemVersionIds).toEqual(picked.map(({ itemVersionId }) => itemVersionId).reverse())
    for (const { places } of forms.codes)
      expect(places.map(({ itemVersionId }) => itemVersionId)).toEqual(itemVersionIds)

    const draft = await stage.addItem(bank, { state: 'draft' })
    const elsewhere = await stage.addItem(await stage.addBank())
    const refused = await problemOf(
      stage.papers.create(stage.organizer, paperInput(bank, { itemIds: [...ids, draft.itemId, elsewhere.itemId] })),
    )
    expect(refused.code).toBe('REQUEST.INVALID')
    expect(refused.fields?.[0]?.path).toBe('itemIds')
    // The code of an item made here is its id.
    for (const { itemId } of [draft, elsewhere]) expect(refused.fields?.[0]?.messages.vi).toContain(itemId)

    const twins = await stage.addItems(bank, 2, { variantGroup: 'twins' })
    const clash = await problemOf(
      stage.papers.create(stage.organizer, paperInput(bank, { itemIds: twins.map(({ itemId }) => itemId) })),
    )
    for (const { itemId } of twins) expect(clash.fields?.[0]?.messages.vi).toContain(itemId)
  })

  it('an empty blueprint without items is refused, and so is a paper that is too long', async () => {
    const bank = await stage.addBank()
    for (const change of [{}, recall(0)])
      expect((await problemOf(stage.papers.create(stage.organizer, paperInput(bank, change)))).fields?.[0]?.path).toBe(
        'blueprint',
      )
    const many = (['recall', 'understand', 'apply'] as const).map((level) => ({
      topic: 'concepts' as const,
      level,
      count: 100,
    }))
    expect(
      (await problemOf(stage.papers.create(stage.organizer, paperInput(bank, { blueprint: many })))).fields?.[0]?.path,
    ).toBe('blueprint')
  })

  it('a teacher prints from banks in reach only, and nothing that is kept for a round; an organizer may', async () => {
    const [own, foreign] = [await stage.addOwnBank(), await stage.addBank()]
    await stage.addItem(foreign)
    expect((await problemOf(stage.papers.create(stage.teacher, paperInput(foreign, recall(1))))).code).toBe(
      'BANK.NOT_FOUND',
    )
    const kept = await stage.addItems(own, 2)
    await addRoundOf(stage.database.pool, kept, {})
    expect((await problemOf(stage.papers.create(stage.teacher, paperInput(own, recall(1))))).code).toBe(
      'PAPER.BANK_TOO_SMALL',
    )
    const byHand = paperInput(own, { itemIds: kept.map(({ itemId }) => itemId) })
    expect((await problemOf(stage.papers.create(stage.teacher, byHand))).fields?.[0]?.path).toBe('itemIds')
    expect((await stage.papers.create(stage.organizer, byHand)).itemCount).toBe(2)
    await stage.addItem(own)
    expect((await stage.papers.create(stage.teacher, paperInput(own, recall(1)))).itemCount).toBe(1)
  })

  it('is not kept when somebody has edited one of its items since it was read', async () => {
    const bank = await stage.addBank()
    const [one] = await stage.addItems(bank, 2)
    const paper = await stage.stored((await stage.papers.create(stage.organizer, paperInput(bank, recall(2)))).id)
    const { createdAt: _, ...columns } = paper
    expect(await stage.repository.insert(stage.dataSource.manager, { ...columns, id: randomUUID() })).toBe(true)
    await stage.database.pool.query(`UPDATE item SET state = 'draft' WHERE id = $1`, [one?.itemId])
    expect(await stage.repository.insert(stage.dataSource.manager, { ...columns, id: randomUUID() })).toBe(false)
    await stage.database.pool.query(`UPDATE item SET state = 'approved', version = 2 WHERE id = $1`, [one?.itemId])
    expect(await stage.repository.insert(stage.dataSource.manager, { ...columns, id: randomUUID() })).toBe(false)
  })
})
