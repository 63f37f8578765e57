import type { ApiBody } from '@thiso/contracts'
import { lineOf } from '@thiso/contracts/vocab'
import type { Client } from '../support/client'
import { eventually, useStage } from '../support/stage'
import { approve, makeContest, newHolder, type Paper } from '../support/story'

type ItemIn = ApiBody<'createItem'>

const stage = useStage()
let organizer: Client
let colleague: Client
let bankId: string

beforeAll(async () => {
  organizer = await stage.client('organizer', 'Phan Thị Soạn')
  colleague = await stage.client('organizer', 'Lê Văn Duyệt')
  bankId = (await organizer.get('createBank', { body: { name: 'Ngân hàng câu hỏi riêng' } })).id
})

const choice = (stem: string): ItemIn['body'] => ({
  type: 'single-choice',
  stem,
  options: ['Từ nhận thức', 'Từ máy móc', 'Từ tiền'],
  key: 0,
})
const itemIn = (change: Partial<ItemIn> = {}): ItemIn => ({
  bankId,
  topic: 'concepts',
  level: 'recall',
  body: choice('Chuyển đổi số bắt đầu từ đâu?'),
  explanation: 'Nhận thức đi trước.',
  validFrom: null,
  validTo: null,
  ...change,
})
const make = (change: Partial<ItemIn> = {}, by = organizer) => by.get('createItem', { body: itemIn(change) })

describe('items', () => {
  it('IB-1: need options that differ and a key among them; what is wrong is named', async () => {
    for (const [body, code] of [
      [{ ...choice('a'), key: 3 }, 'key_out_of_range'],
      [{ ...choice('a'), options: ['Một', 'một ', 'hai'] }, 'options_equal'],
      [{ ...choice('a'), options: ['Đà Nẵng', 'Đà Nẵng'.normalize('NFD')] }, 'options_equal'],
      [{ ...choice(''), key: 0 }, 'stem_missing'],
    ] as [ItemIn['body'], string][]) {
      const reply = await organizer.call('createItem', { body: itemIn({ body }) })
      expect(reply.code).toBe('ITEM.INVALID')
      expect(reply.problem?.fields?.map((field) => field.code)).toContain(code)
      expect(reply.problem?.fields?.[0]?.messages.vi).toMatch(/\p{L}/u)
    }
    const citations = [
      { documentId: null, title: 'x', url: 'javascript:alert(1)', locator: '', role: 'reference' as const },
    ]
    expect(await organizer.refusal('createItem', { body: itemIn({ citations }) })).toBe('REQUEST.INVALID')
  })

  it('IB-9: keep of their rich text what belongs there', async () => {
    const { body, explanation } = await make({
      body: {
        ...choice('<p onclick="x()">Câu <strong>nào</strong><script>alert(1)</script></p>'),
        options: ['<i>a</i>', 'b<img src=x onerror=alert(1)>'],
      } as ItemIn['body'],
      explanation: '<a href="javascript:x">vì</a> <a href="https://vneid.gov.vn">đây</a>',
    })
    expect(body).toMatchObject({ stem: 'Câu <b>nào</b>', options: ['<i>a</i>', 'b'] })
    expect(explanation).toBe('<a>vì</a> <a href="https://vneid.gov.vn">đây</a>')
  })

  it('cannot go into a bank that is none, nor two banks have one name', async () => {
    expect(
      await organizer.refusal('createItem', { body: itemIn({ bankId: '5b1c9f0e-0000-4000-8000-000000000001' }) }),
    ).toBe('BANK.NOT_FOUND')
    expect(await organizer.refusal('createBank', { body: { name: 'Ngân hàng câu hỏi riêng' } })).toBe('REQUEST.INVALID')
  })

  it('get codes of their own, also when many are made at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 6 }, (_, n) => make({ body: choice(`Câu viết cùng lúc số ${n}`) })),
    )
    expect(new Set(made.map(({ code }) => code)).size).toBe(6)
    for (const { state, version } of made) expect([state, version]).toEqual(['draft', 1])
  })

  it('IB-13: are found by words without marks in any order, by what abbreviations stand for, and by every filter', async () => {
    const { id } = await make({
      body: choice('Thủ tướng ký quyết định nào về CĐS?'),
      tags: ['thủ tướng'],
      competences: ['2.3'],
      facts: ['F2-001'],
    })
    const find = async (query: object) =>
      (await organizer.get('items', { query: query as never })).rows.map((row) => row.id)
    expect(await find({ q: 'quyet dinh thu tuong', bankId })).toEqual([id])
    expect(await find({ q: 'chuyen doi so thu tuong', bankId })).toEqual([id])
    expect(await find({ q: 'thủ tướ', bankId })).toEqual([id])
    expect(await find({ q: 'thu tuong', bankId, state: 'approved' })).toEqual([])
    for (const filter of [{ tag: 'thủ tướng' }, { competence: '2.3' }, { fact: 'F2-001' }])
      expect(await find({ ...filter, bankId })).toEqual([id])
    expect(
      await find({
        q: 'thu tuong',
        bankId,
        topic: 'concepts',
        level: 'recall',
        state: 'draft',
        type: 'single-choice',
        author: 'me',
      }),
    ).toEqual([id])
    expect(await find({ q: 'thu tuong', bankId, type: 'matching' })).toEqual([])
    const { rows } = await organizer.get('items', { query: { bankId, size: 2, page: 2 } })
    expect(rows).toHaveLength(2)
    expect(rows[0]).not.toHaveProperty('body')
    expect(rows[0]).not.toHaveProperty('key')
  })

  it('IB-8: are approved by a second person, with comments that stay', async () => {
    const { id, acts } = await make({ body: choice('Ai duyệt câu này?') })
    const params = { itemId: id }
    expect(acts).toEqual(['submit', 'retire'])
    expect(await colleague.refusal('actOnItem', { params, body: { act: 'approve' } })).toBe('ITEM.ACT_NOT_ALLOWED')
    await organizer.get('actOnItem', { params, body: { act: 'submit' } })
    expect(await organizer.refusal('actOnItem', { params, body: { act: 'approve' } })).toBe('ITEM.SECOND_PERSON_NEEDED')
    const back = await colleague.get('actOnItem', {
      params,
      body: { act: 'send_back', comment: 'Phương án C quá lộ.' },
    })
    expect(back).toMatchObject({
      state: 'draft',
      isOwnWork: false,
      comments: [{ text: 'Phương án C quá lộ.', act: 'send_back', authorName: 'Lê Văn Duyệt' }],
    })
    await organizer.get('actOnItem', { params, body: { act: 'submit' } })
    expect((await colleague.get('actOnItem', { params, body: { act: 'approve' } })).state).toBe('approved')
    // Whoever changes an approved item is its author then, and needs another person again.
    const body = { ...choice('Ai duyệt câu này, đã sửa?') }
    expect(await colleague.get('updateItem', { params, body: itemIn({ body }) })).toMatchObject({
      state: 'draft',
      isOwnWork: true,
    })
    await colleague.get('actOnItem', { params, body: { act: 'submit' } })
    expect(await colleague.refusal('actOnItem', { params, body: { act: 'approve' } })).toBe('ITEM.SECOND_PERSON_NEEDED')
    // Its place and tags are no content: they change nothing of that.
    await organizer.get('actOnItem', { params, body: { act: 'approve' } })
    expect(
      await organizer.get('updateItem', { params, body: itemIn({ body, tags: ['mới'], level: 'apply' }) }),
    ).toMatchObject({ state: 'approved', tags: ['mới'], level: 'apply' })
  })

  it('IB-8: are not approved as something that the second person has not seen', async () => {
    const made = await make({ body: choice('Câu được đưa duyệt?') })
    const params = { itemId: made.id }
    const seen = await organizer.get('actOnItem', { params, body: { act: 'submit' } })
    await organizer.get('updateItem', { params, body: itemIn({ body: choice('Câu đã tráo sau khi đưa duyệt?') }) })
    await organizer.get('actOnItem', { params, body: { act: 'submit' } })
    const body = { act: 'approve' as const, updatedAt: seen.updatedAt }
    expect(await colleague.refusal('actOnItem', { params, body })).toBe('ITEM.CHANGED_MEANWHILE')
    const { updatedAt } = await colleague.get('item', { params })
    expect((await colleague.get('actOnItem', { params, body: { ...body, updatedAt } })).state).toBe('approved')
  })

  it('are not overwritten by somebody who has not seen the last change', async () => {
    const { id, updatedAt } = await make({ body: choice('Ai sửa trước?') })
    const params = { itemId: id }
    await colleague.get('updateItem', {
      params,
      body: { ...itemIn({ body: choice('Người kia sửa trước.') }), updatedAt },
    })
    expect(await organizer.refusal('updateItem', { params, body: { ...itemIn(), updatedAt } })).toBe(
      'ITEM.CHANGED_MEANWHILE',
    )
  })

  it('IB-3: a version that a round holds is frozen: a change is a new version, and papers stay as they were', async () => {
    const story = await makeContest(organizer, { itemCount: 2 })
    const person = await stage.client()
    const holder = newHolder()
    const paper = await person.get('startAttempt', { params: { roundId: story.roundId }, body: { holder } })
    const params = { itemId: story.items[0]?.itemId as string }
    const before = await organizer.get('item', { params })
    expect(before.isFrozen).toBe(true)
    const changed = await organizer.get('updateItem', {
      params,
      body: itemIn({ bankId: story.bankId, body: choice('Câu đã sửa lời?'), topic: before.topic, level: before.level }),
    })
    expect(changed).toMatchObject({ version: 2, state: 'draft', useCount: 1, code: before.code })
    const again = await person.get('paper', { params: { attemptId: paper.attempt.attemptId }, query: { holder } })
    expect(again.items).toEqual(paper.items)
    const { versions } = await organizer.get('itemVersions', { params })
    expect(versions.map(({ version, isFrozen, body }) => [version, isFrozen, body.stem])).toEqual([
      [2, false, 'Câu đã sửa lời?'],
      [1, true, before.body.stem],
    ])
    const fresh = await make({ body: choice('Câu chưa ai dùng?') })
    const edited = await organizer.get('updateItem', {
      params: { itemId: fresh.id },
      body: itemIn({ body: choice('Câu chưa ai dùng, đã sửa?') }),
    })
    expect(edited.version).toBe(1)
  })

  it('IB-4: reading a key leaves a trace', async () => {
    const item = await make({ body: choice('Ai đã xem đáp án?') })
    const reader = await stage.client('organizer', 'Người Xem Đáp Án')
    expect((await reader.get('item', { params: { itemId: item.id } })).body).toMatchObject({ key: 0 })
    const { rows } = await organizer.get('auditEntries', { query: { q: 'nguoi xem dap an' } })
    expect(rows).toMatchObject([{ act: 'item.key_read', subject: `item:${item.id}`, actorName: 'Người Xem Đáp Án' }])
    const { entries } = await organizer.get('itemTrace', { params: { itemId: item.id } })
    expect(entries.map(({ act }) => act)).toEqual(['item.key_read', 'item.created'])
    // Whoever comments without having opened it has seen the key in the answer, and that is told too.
    const commenter = await stage.client('organizer', 'Người Chỉ Góp Ý')
    await commenter.get('commentItem', { params: { itemId: item.id }, body: { text: 'Câu này hay.' } })
    const after = await organizer.get('itemTrace', { params: { itemId: item.id } })
    expect(after.entries[0]).toMatchObject({ act: 'item.key_read', actorName: 'Người Chỉ Góp Ý' })
  })

  it('IB-15: are checked while they are written, near-duplicates of the bank included', async () => {
    const stem = 'Theo kế hoạch năm 2021, tỉnh Quảng Nam chọn ngày nào làm ngày truyền thông về chuyển đổi số?'
    const twin = await make({ body: choice(stem) })
    const { findings, readingSeconds } = await organizer.get('checkItem', {
      body: itemIn({ body: { ...choice(stem), options: ['a', 'b', 'Tất cả các đáp án trên'] } as ItemIn['body'] }),
    })
    expect(findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['catch_all_option', 'missing_source', 'near_duplicate']),
    )
    expect(findings.find(({ code }) => code === 'near_duplicate')?.detail).toContain(twin.code)
    expect(readingSeconds).toBeGreaterThan(5)
  })
})

describe('sources', () => {
  const documentIn = (change: Partial<ApiBody<'createDocument'>> = {}): ApiBody<'createDocument'> => ({
    number: '749/QĐ-TTg',
    kind: 'decision',
    title: 'Chương trình chuyển đổi số quốc gia',
    issuer: 'Thủ tướng Chính phủ',
    issuedOn: '2020-06-03',
    inForceFrom: '2020-06-03',
    inForceTo: null,
    replacedById: null,
    url: '',
    ...change,
  })

  it('IB-2: an item that rests on a document leaves the draw when it is replaced; the organizer sees why, the author finds it', async () => {
    const old = await organizer.get('createDocument', { body: documentIn() })
    const { id: bank } = await organizer.get('createBank', { body: { name: 'Ngân hàng theo văn bản' } })
    const cite = (role: 'basis' | 'reference') => [{ documentId: old.id, title: '', url: '', locator: 'Điều 1', role }]
    const based = await make({ bankId: bank, body: choice('Mục tiêu hiện hành là gì?'), citations: cite('basis') })
    const historic = await make({
      bankId: bank,
      body: choice('Quyết định ấy ký ngày nào?'),
      citations: cite('reference'),
    })
    for (const { id } of [based, historic]) await approve(organizer, id)
    const check = async () =>
      organizer.get('checkBlueprint', {
        body: {
          bankIds: [bank],
          blueprint: [{ topic: 'concepts', level: 'recall', count: 2 }],
          opensAt: '2026-11-20T01:00:00Z',
          closesAt: '2026-11-30T10:00:00Z',
        },
      })
    expect((await check()).cells[0]).toMatchObject({ usableCount: 2, missingCount: 0 })
    expect(await organizer.get('document', { params: { documentId: old.id } })).toMatchObject({
      itemCount: 2,
      basisCount: 1,
    })

    const next = await organizer.get('createDocument', {
      body: documentIn({ number: '1/QĐ-TTg', title: 'Chương trình mới', inForceFrom: '2026-11-01' }),
    })
    const replaced = await organizer.get('updateDocument', {
      params: { documentId: old.id },
      body: documentIn({ replacedById: next.id }),
    })
    expect(replaced).toMatchObject({ inForceTo: '2026-10-31', isInForce: false, replacedByTitle: '1/QĐ-TTg' })
    const after = await check()
    expect(after.cells[0]).toMatchObject({ usableCount: 1, missingCount: 1 })
    expect(after.excluded).toEqual([
      { topic: 'concepts', level: 'recall', reason: 'document_ended', name: '749/QĐ-TTg', count: 1 },
    ])
    const flagged = await organizer.get('items', { query: { bankId: bank, flag: 'own' } })
    expect(flagged.rows.map(({ id, flag }) => [id, flag])).toEqual([[based.id, 'document_ended']])
    expect((await colleague.get('items', { query: { bankId: bank, flag: 'own' } })).rows).toEqual([])

    // A person decides that it stays true, and says why.
    const confirmed = await organizer.get('confirmCitation', {
      params: { itemId: based.id },
      body: { documentId: old.id, reason: 'Câu hỏi về lịch sử.' },
    })
    expect(confirmed).toMatchObject({ state: 'approved', flag: null, comments: [{ text: 'Câu hỏi về lịch sử.' }] })
    expect((await check()).cells[0]?.usableCount).toBe(2)
    expect(
      await organizer.refusal('updateDocument', {
        params: { documentId: next.id },
        body: documentIn({ replacedById: old.id }),
      }),
    ).toBe('DOCUMENT.CIRCLE')
  })

  it('IB-2: an item about a unit leaves the draw when the unit is no more', async () => {
    const [unitId] = stage.units.communes
    const item = await make({ body: choice('Thị trấn ấy thuộc huyện nào?'), unitIds: [unitId as string] })
    await approve(organizer, item.id)
    expect((await organizer.get('item', { params: { itemId: item.id } })).flag).toBeNull()
    await stage.database.pool.query(`UPDATE unit SET valid_to = '2025-06-30' WHERE id = $1`, [unitId])
    expect((await organizer.get('item', { params: { itemId: item.id } })).flag).toBe('unit_ended')
    const { cells } = await organizer.get('bankMatrix', { query: { bankIds: bankId } })
    expect(cells.flatMap(({ excluded }) => excluded)).toContainEqual({
      reason: 'unit_ended',
      name: 'Thị trấn Tiên Kỳ',
      count: 1,
    })
    await stage.database.pool.query(`UPDATE unit SET valid_to = NULL WHERE id = $1`, [unitId])
  })
})

describe('banks of teachers', () => {
  it('IB-10: are seen by their owner, by whom the owner lets in, and by organizers', async () => {
    const teacher = await stage.client('teacher', 'Cô Giáo Một')
    const other = await stage.client('teacher', 'Thầy Giáo Hai')
    const own = await teacher.get('createBank', { body: { name: 'Ngân hàng của cô Một' } })
    const item = await make({ bankId: own.id, body: choice('Câu của cô Một?') }, teacher)
    expect((await teacher.get('banks')).banks.map(({ id }) => id)).toEqual([own.id])
    expect((await teacher.get('items')).rows.map(({ id }) => id)).toEqual([item.id])
    const params = { itemId: item.id }
    expect(await teacher.refusal('createItem', { body: itemIn() })).toBe('BANK.NOT_FOUND')
    for (const refused of [
      other.refusal('item', { params }),
      other.refusal('actOnItem', { params, body: { act: 'submit' } }),
      other.refusal('itemVersions', { params }),
      other.refusal('itemTrace', { params }),
      other.refusal('commentItem', { params, body: { text: 'x' } }),
    ])
      expect(await refused).toBe('ITEM.NOT_FOUND')
    expect(await other.refusal('bankReport', { params: { bankId: own.id } })).toBe('BANK.NOT_FOUND')
    // The quality check shows stems of other items of the bank.
    expect(await other.refusal('checkItem', { body: itemIn({ bankId: own.id }) })).toBe('BANK.NOT_FOUND')
    expect(
      (await other.get('bulkEditItems', { body: { itemIds: [item.id], change: { level: 'apply' } } })).changedCount,
    ).toBe(0)

    await teacher.get('updateBank', { params: { bankId: own.id }, body: { memberLogins: [other.person.login] } })
    await teacher.get('actOnItem', { params, body: { act: 'submit' } })
    expect((await other.get('actOnItem', { params, body: { act: 'approve' } })).state).toBe('approved')
    expect(await other.refusal('updateBank', { params: { bankId: own.id }, body: { memberLogins: [] } })).toBe(
      'AUTH.NOT_ALLOWED',
    )
    expect((await organizer.get('item', { params })).code).toBe(item.code)
    expect(
      await teacher.refusal('updateBank', { params: { bankId: own.id }, body: { memberLogins: ['khong.co.ai'] } }),
    ).toBe('REQUEST.INVALID')
  })
})

describe('who writes items', () => {
  it('WN-2: does not take part in a round over the own banks', async () => {
    const story = await makeContest(organizer, { itemCount: 2 })
    const teacher = await stage.client('teacher', 'Cô Giáo Dự Thi')
    const member = await stage.client('teacher', 'Thầy Giáo Soạn Đề')
    await organizer.get('updateBank', {
      params: { bankId: story.bankId },
      body: { memberLogins: [member.person.login] },
    })
    const start = { params: { roundId: story.roundId }, body: { holder: newHolder() } }
    expect(await member.refusal('startAttempt', start)).toBe('ATTEMPT.AUTHOR_BARRED')
    expect((await teacher.get('startAttempt', start)).items).toHaveLength(2)
  })
})

describe('bulk edits and views', () => {
  it('change what can be changed, say why the rest cannot, and are taken back whole', async () => {
    const made = await Promise.all(
      [1, 2, 3].map((n) => make({ body: choice(`Câu sửa hàng loạt ${n}?`), tags: ['cũ'] })),
    )
    const itemIds = made.map(({ id }) => id)
    await organizer.get('actOnItem', { params: { itemId: itemIds[0] as string }, body: { act: 'submit' } })
    const edit = await colleague.get('bulkEditItems', {
      body: { itemIds, change: { level: 'apply-high', addTags: ['mới'], removeTags: ['cũ'], act: 'approve' } },
    })
    expect(edit).toMatchObject({ changedCount: 1 })
    expect(edit.refused.map(({ itemId }) => itemId).sort()).toEqual(itemIds.slice(1).sort())
    const read = (at: number) => organizer.get('item', { params: { itemId: itemIds[at] as string } })
    expect(await read(0)).toMatchObject({ state: 'approved', level: 'apply-high', tags: ['mới'] })
    expect(await read(1)).toMatchObject({ state: 'draft', level: 'recall', tags: ['cũ'] })
    const params = { editId: edit.id }
    expect((await colleague.get('undoBulkEdit', { params })).undoneAt).not.toBeNull()
    expect(await read(0)).toMatchObject({ state: 'in_review', level: 'recall', tags: ['cũ'] })
    expect(await colleague.refusal('undoBulkEdit', { params })).toBe('EDIT.ALREADY_UNDONE')
    expect(await organizer.refusal('undoBulkEdit', { params })).toBe('EDIT.NOT_FOUND')
  })

  it('IB-8: taking one back never brings an approval back to what was changed meanwhile', async () => {
    const made = await Promise.all([1, 2].map((n) => make({ body: choice(`Câu trả lại rồi sửa ${n}?`) })))
    for (const { id } of made) await approve(organizer, id)
    const itemIds = made.map(({ id }) => id)
    const edit = await colleague.get('bulkEditItems', { body: { itemIds, change: { act: 'send_back' } } })
    const [edited, untouched] = itemIds as [string, string]
    const body = choice('Câu đã sửa khác hẳn, chưa ai duyệt?')
    await organizer.get('updateItem', { params: { itemId: edited }, body: itemIn({ body }) })
    const undone = await colleague.get('undoBulkEdit', { params: { editId: edit.id } })
    expect(undone.refused.map(({ itemId }) => itemId)).toEqual([edited])
    const stateOf = async (itemId: string) => (await organizer.get('item', { params: { itemId } })).state
    expect([await stateOf(edited), await stateOf(untouched)]).toEqual(['draft', 'approved'])
  })

  it('a view of the list is kept under its name, for its owner', async () => {
    const first = await organizer.get('saveItemView', { body: { name: 'Cần xem lại', query: 'flag=own' } })
    await organizer.get('saveItemView', { body: { name: 'Cần xem lại', query: 'flag=any' } })
    expect((await organizer.get('itemViews')).views).toEqual([{ id: first.id, name: 'Cần xem lại', query: 'flag=any' }])
    expect((await colleague.get('itemViews')).views).toEqual([])
    await organizer.get('deleteItemView', { params: { viewId: first.id } })
    expect((await organizer.get('itemViews')).views).toEqual([])
  })

  it('subtopics make a tree under the eight topics, and go when nothing hangs on them', async () => {
    const root = await organizer.get('createSubtopic', {
      body: { topic: 'concepts', parentId: null, name: { vi: 'Dữ liệu', en: 'Data' } },
    })
    const leaf = await organizer.get('createSubtopic', {
      body: { topic: 'concepts', parentId: root.id, name: { vi: 'Dữ liệu mở', en: 'Open data' } },
    })
    const item = await make({ body: choice('Dữ liệu mở là gì?'), subtopicId: leaf.id })
    expect((await organizer.get('items', { query: { subtopicId: root.id } })).rows.map(({ id }) => id)).toEqual([
      item.id,
    ])
    expect(await organizer.refusal('deleteSubtopic', { params: { subtopicId: leaf.id } })).toBe('SUBTOPIC.IN_USE')
    await organizer.get('bulkEditItems', { body: { itemIds: [item.id], change: { subtopicId: null } } })
    for (const subtopicId of [leaf.id, root.id]) await organizer.get('deleteSubtopic', { params: { subtopicId } })
    const gone = { params: { subtopicId: leaf.id } }
    expect(await organizer.refusal('deleteSubtopic', gone)).toBe('REQUEST.NOT_FOUND')
    const late = await organizer.call('createItem', { body: itemIn({ subtopicId: leaf.id }) })
    expect([late.code, late.problem?.fields?.map(({ path }) => path)]).toEqual(['REQUEST.INVALID', ['subtopicId']])
  })

  it('the tree counts the items in reach, and takes none under a topic that is not its own', async () => {
    const { id } = await organizer.get('createSubtopic', {
      body: { topic: 'youth-union', parentId: null, name: { vi: 'Sinh hoạt chi đoàn', en: '' } },
    })
    const ours = { topic: 'youth-union' as const, subtopicId: id }
    const foreign = await organizer.call('createItem', { body: itemIn({ ...ours, topic: 'quang-nam' }) })
    expect([foreign.code, foreign.problem?.fields?.map(({ path }) => path)]).toEqual([
      'REQUEST.INVALID',
      ['subtopicId'],
    ])
    await make({ ...ours, body: choice('Chi đoàn họp khi nào?') })
    await make({ ...ours, subtopicId: null, body: choice('Đoàn phí dùng để làm gì?') })
    const counted = async (client: Client) => {
      const { topics, subtopics } = await client.get('subtopics')
      return [
        topics.find(({ topic }) => topic === 'youth-union')?.itemCount,
        subtopics.find((subtopic) => subtopic.id === id)?.itemCount,
      ]
    }
    expect(await counted(organizer)).toEqual([2, 1])
    const teacher = await stage.client('teacher', 'Cô Giáo Xem Cây')
    expect(await counted(teacher)).toEqual([0, 0])
    const { id: own } = await teacher.get('createBank', { body: { name: 'Ngân hàng của cô xem cây' } })
    await make({ ...ours, bankId: own, body: choice('Ai gọi họp chi đoàn?') }, teacher)
    expect(await counted(teacher)).toEqual([1, 1])
    expect(await counted(organizer)).toEqual([3, 2])
  })
})

describe('items of every type in a round', () => {
  const bodies: ItemIn['body'][] = [
    { type: 'single-choice', stem: 'Một đáp án', options: ['đúng', 'sai 1', 'sai 2'], key: 0 },
    {
      type: 'multiple-choice',
      stem: 'Nhiều đáp án',
      options: ['đúng 1', 'sai', 'đúng 2'],
      keys: [0, 2],
      grading: 'partial',
    },
    { type: 'true-false', stem: 'Mệnh đề đúng', isTrue: true },
    {
      type: 'true-false-group',
      stem: 'Bốn ý',
      statements: [1, 2, 3, 4].map((n) => ({ text: `ý ${n}`, isTrue: n % 2 === 1 })),
      grading: 'stepped',
    },
    { type: 'short-text', stem: 'Gõ tên ứng dụng', accepted: ['VNeID'], ignoresDiacritics: true },
    { type: 'number', stem: 'Bao nhiêu phần trăm?', value: 12.5, tolerance: 0, unit: '%' },
    { type: 'ordering', stem: 'Sắp xếp', entries: ['trước', 'giữa', 'sau'], grading: 'all-or-nothing' },
    {
      type: 'matching',
      stem: 'Ghép',
      pairs: [
        { prompt: 'P1', choice: 'c1' },
        { prompt: 'P2', choice: 'c2' },
      ],
      distractors: ['c3'],
      grading: 'partial',
    },
  ]
  let roundId: string
  let contestId: string

  beforeAll(async () => {
    const { id: bank } = await organizer.get('createBank', { body: { name: 'Ngân hàng tám dạng' } })
    for (const body of bodies)
      await approve(organizer, (await make({ bankId: bank, body, explanation: 'GIAITHICH-RIENG' })).id)
    const story = await makeContest(organizer, { itemCount: 2 })
    contestId = story.contestId
    // Two rounds of a contest are not open at once for the same people.
    await organizer.get('closeRound', { params: { roundId: story.roundId } })
    const { serverTime: opensAt } = await organizer.get('serverTime')
    const blueprint = [{ topic: 'concepts' as const, level: 'recall' as const, count: 8 }]
    const round = await organizer.get('createRound', {
      params: { contestId },
      body: { ...story.roundBody, opensAt, bankIds: [bank], blueprint },
    })
    roundId = round.id
    await organizer.get('publishRound', { params: { roundId } })
  })

  /** The line that answers an item rightly, read off its texts. */
  function rightLine(item: Paper['items'][number]): string {
    const tokenOf = (text: string) => item.options.find((option) => option.text.vi === text)?.token as string
    const choiceOf = (text: string) => item.choices.find((option) => option.text.vi === text)?.token as string
    switch (item.type) {
      case 'single-choice':
        return tokenOf('đúng')
      case 'multiple-choice':
        return `${tokenOf('đúng 2')} ${tokenOf('đúng 1')}`
      case 'true-false':
        return item.options[0]?.token as string
      case 'true-false-group':
        return lineOf(
          item.options.map(({ token, text }) => [token, ['ý 1', 'ý 3'].includes(text.vi) ? '1' : '0']),
        ) as string
      case 'short-text':
        return ' vneid '
      case 'number':
        return '12,50'
      case 'ordering':
        return ['trước', 'giữa', 'sau'].map(tokenOf).join(' ')
      case 'matching':
        return `${tokenOf('P1')}=${choiceOf('c1')} ${tokenOf('P2')}=${choiceOf('c2')}`
    }
  }

  it('SC-4: are drawn, answered, kept as given, and scored with their shares', async () => {
    const person = await stage.client()
    const holder = newHolder()
    const paper = await person.get('startAttempt', { params: { roundId }, body: { holder } })
    const { attemptId } = paper.attempt
    expect(new Set(paper.items.map(({ type }) => type)).size).toBe(8)
    expect(JSON.stringify(paper)).not.toMatch(/GIAITHICH|isTrue|accepted|"key"|grading/)
    const lines = paper.items.map((item) => {
      const line = rightLine(item)
      // Half of two of them: one right option, one right pair.
      if (item.type === 'multiple-choice' || item.type === 'matching') return line.split(' ')[0] as string
      return line
    })
    await person.get('saveResponses', {
      params: { attemptId },
      body: { holder, responses: lines.map((answer, index) => ({ seq: index + 1, position: index + 1, answer })) },
    })
    const again = await person.get('paper', { params: { attemptId }, query: { holder } })
    const inOrder = (line: string | null) => line?.trim().split(' ').sort().join(' ')
    expect(again.responses.map(({ position, answer }) => [position, inOrder(answer)])).toEqual(
      lines.map((line, index) => [index + 1, inOrder(line)]),
    )
    for (const answer of ['AAAAAAAA', `${lines[0]} x`, 'x=1'])
      expect(
        (
          await person.call('saveResponses', {
            params: { attemptId },
            body: {
              holder,
              responses: [{ seq: 90, position: paper.items.findIndex(({ type }) => type === 'ordering') + 1, answer }],
            },
          })
        ).code,
      ).toBe('ATTEMPT.UNKNOWN_OPTION')
    await person.get('submitAttempt', { params: { attemptId }, body: { holder } })
    // Six whole ones, half of the several right, half of the matching.
    expect((await person.get('attemptResult', { params: { attemptId } })).score).toMatchObject({
      points: 7,
      maxPoints: 8,
    })
    const board = await person.get('board', { params: { roundId } })
    expect(board.rows[0]?.points).toBe(7)
  })

  it('are reviewed with what was given and what is right, once the round is over', async () => {
    const person = await stage.client()
    const holder = newHolder()
    const paper = await person.get('startAttempt', { params: { roundId }, body: { holder } })
    const { attemptId } = paper.attempt
    const typed = paper.items.findIndex(({ type }) => type === 'short-text')
    const group = paper.items.findIndex(({ type }) => type === 'true-false-group')
    const first = paper.items[group]?.options[0]?.token
    const responses = [
      { seq: 1, position: typed + 1, answer: '<b>"ai\\đó"</b>' },
      { seq: 2, position: group + 1, answer: `${first}=1` },
    ]
    await person.get('submitAttempt', { params: { attemptId }, body: { holder, responses } })
    await organizer.get('closeRound', { params: { roundId } })
    await stage.database.pool.query(
      `UPDATE round SET opens_at = opens_at - interval '1 minute', closes_at = closes_at - interval '30 seconds', revision = revision + 1 WHERE id = $1`,
      [roundId],
    )
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    const { review } = await person.get('attemptResult', { params: { attemptId } })
    const text = review?.[typed]
    expect(text).toMatchObject({ isAnswered: true, share: 0, explanation: { vi: 'GIAITHICH-RIENG' } })
    expect(text?.parts[0]).toMatchObject({
      given: { vi: '&lt;b&gt;"ai\\đó"&lt;/b&gt;' },
      right: { vi: 'VNeID' },
      isRight: false,
    })
    expect(review?.[group]?.parts.filter(({ given }) => given !== null)).toHaveLength(1)
    expect(review?.filter(({ isAnswered }) => isAnswered)).toHaveLength(2)
    for (const item of review ?? []) expect(item.options.length + item.parts.length).toBeGreaterThan(0)
  })

  it('IB-11: are kept from practice while their round is open or coming', async () => {
    const story = await makeContest(organizer, { itemCount: 2, opensInS: 600 })
    const params = { itemId: story.items[0]?.itemId as string }
    expect(Date.parse((await organizer.get('item', { params })).embargoedUntil ?? '')).toBeGreaterThan(Date.now())
    await stage.database.pool.query(
      `UPDATE round SET opens_at = opens_at - interval '1 day', closes_at = closes_at - interval '1 day' WHERE id = $1`,
      [story.roundId],
    )
    expect((await organizer.get('item', { params })).embargoedUntil).toBeNull()
  })

  it('IB-16: know to how many participants they were shown, once their round is over', async () => {
    const { rows } = await organizer.get('items', { query: { q: 'bốn ý', state: 'approved' } })
    const params = { itemId: rows[0]?.id as string }
    const exposure = await eventually('the exposure is counted', async () => {
      const item = await organizer.get('item', { params })
      return item.exposure.shownCount > 0 && item.exposure
    })
    expect(exposure).toMatchObject({ roundCount: 1, shownCount: 2, practiceCount: 0, printedCount: 0 })
  })
})
