import { randomUUID } from 'node:crypto'
import type { ItemDraft } from '@thiso/contracts/vocab'
import { startApi } from '../support/api-process'
import type { Client } from '../support/client'
import { useStage } from '../support/stage'
import { rowsOf, runImport, sendFile, sendImport, settled } from '../support/uploads'

const stage = useStage()
let organizer: Client
let teacher: Client
let bankId: string
let ownBankId: string

beforeAll(async () => {
  organizer = await stage.client('organizer', 'Lê Thị Ban')
  teacher = await stage.client('teacher', 'Phạm Văn Dạy')
  bankId = (await organizer.get('createBank', { body: { name: 'Ngân hàng của tỉnh' } })).id
  ownBankId = (await teacher.get('createBank', { body: { name: 'Ngân hàng của thầy Dạy' } })).id
})

/** Questions that do not resemble each other. */
const CAPITALS =
  'Anh:Luân Đôn:Thủ đô của nước Anh|Pháp:Pa-ri:Tháp Eiffel đứng ở thành phố nào|Nhật:Tô-ky-ô:Nơi ở của hoàng gia Nhật Bản|Lào:Viêng Chăn:Bên dòng Mê Kông, thủ phủ nước láng giềng phía tây'
    .split('|')
    .map((line) => line.split(':') as [string, string, string])
const gift = (from = 0, to = CAPITALS.length) =>
  CAPITALS.slice(from, to)
    .map(([, answer, stem]) => `${stem}? {=${answer} ~Hà Nội ~Huế}`)
    .join('\n\n')
const file = (content: string, name = 'de-thi.gift') => ({ name, content })
const itemsOf = (client: Client, batchId: string) => client.get('items', { query: { batchId, size: 200 } })
/** A bank of its own, so that nothing resembles what other tests have left. */
const newBank = async (client: Client) =>
  (await client.get('createBank', { body: { name: `Ngân hàng ${randomUUID()}` } })).id
const NOT_THERE = '5b1c9f0e-0000-4000-8000-000000000001'

describe('IX-3: the rows of a file', () => {
  it('stand with their place, what is wrong with them and what they would become', async () => {
    const batch = await sendImport(
      organizer,
      bankId,
      file(`// [id:AB-1]\n${gift()}\n\nCâu này không có gì đúng {~a ~b}\n\nHỏng {`),
    )
    expect(batch).toMatchObject({
      state: 'ready',
      error: null,
      fileName: 'de-thi.gift',
      format: 'gift',
      encoding: 'utf-8',
      bankName: 'Ngân hàng của tỉnh',
      authorName: 'Lê Thị Ban',
      progressPercent: 100,
      rowCount: 6,
      goodCount: 4,
      faultyCount: 2,
      duplicateCount: 0,
      chosenCount: 4,
      importedCount: 0,
    })
    const rows = await rowsOf(organizer, batch.id)
    expect(rows.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5, 6])
    expect(rows[0]).toMatchObject({
      place: 'Dòng 2',
      isFaulty: false,
      isChosen: true,
      itemId: null,
      draft: {
        code: 'AB-1',
        body: { type: 'single-choice', stem: 'Thủ đô của nước Anh?', options: ['Luân Đôn', 'Hà Nội', 'Huế'], key: 0 },
      },
    })
    expect(rows[4]).toMatchObject({ isFaulty: true, isChosen: false })
    expect(rows[4]?.problems).toContainEqual({ code: 'key_missing', detail: expect.any(String) })
    const faulty = await organizer.get('importRows', { params: { batchId: batch.id }, query: { show: 'faulty' } })
    expect(faulty.rows.map(({ ordinal }) => ordinal)).toEqual([5, 6])
    const good = await organizer.get('importRows', {
      params: { batchId: batch.id },
      query: { show: 'good', size: 2, page: 2 },
    })
    expect([good.total, ...good.rows.map(({ ordinal }) => ordinal)]).toEqual([4, 3, 4])
  })

  it('hold no markup that runs, and say what was taken out', async () => {
    const batch = await sendImport(
      organizer,
      bankId,
      file(
        '[html]<b>Mở</b> <script>alert(1)</script><img src\\=x onerror\\=alert(2)><a href\\="javascript:alert(3)">đây</a>? {=a ~b}',
      ),
    )
    const [row] = await rowsOf(organizer, batch.id)
    const text = JSON.stringify(row)
    expect(text).toContain('<b>Mở</b>')
    expect(text).not.toMatch(/<script|onerror|javascript:|alert\(1\)/)
    expect(row?.problems.map(({ code }) => code)).toContain('markup_removed')
  })

  it('are corrected one by one, looked at anew, and chosen once they are sound', async () => {
    const batch = await sendImport(
      organizer,
      bankId,
      file(`${gift(0, 2)}\n\nCâu hỏi còn thiếu đáp án, để người soạn bổ sung {~a ~b}`),
    )
    const [, , row] = await rowsOf(organizer, batch.id)
    const params = { batchId: batch.id, ordinal: 3 as never }
    const draft = row?.draft as ItemDraft
    const still = await organizer.get('correctImportRow', {
      params,
      body: { draft: { ...draft, body: { ...draft.body, key: 7 } as never } },
    })
    expect(still).toMatchObject({ isFaulty: true, isChosen: false })
    expect(still.problems.map(({ code }) => code)).toContain('key_out_of_range')
    const sound = await organizer.get('correctImportRow', {
      params,
      body: {
        draft: {
          ...draft,
          topic: 'concepts',
          level: 'apply',
          explanation: 'Vì <i>a</i> đúng.<script>1</script>',
          body: { ...draft.body, key: 1 } as never,
        },
      },
    })
    expect(sound).toMatchObject({
      isFaulty: false,
      isChosen: true,
      draft: { explanation: 'Vì <i>a</i> đúng.', level: 'apply' },
      problems: [{ code: 'markup_removed', detail: 'script' }],
    })
    expect(await organizer.get('import', { params: { batchId: batch.id } })).toMatchObject({
      goodCount: 3,
      faultyCount: 0,
      chosenCount: 3,
      warnedCount: 1,
    })
    const left = await organizer.get('correctImportRow', { params, body: { isChosen: false } })
    expect(left.isChosen).toBe(false)
    expect(await organizer.refusal('correctImportRow', { params: { ...params, ordinal: 9 as never }, body: {} })).toBe(
      'IMPORT.NOT_FOUND',
    )
    expect(
      await organizer.refusal('correctImportRow', {
        params,
        body: { draft: { ...draft, body: { ...draft.body, options: Array(17).fill('x') } as never } },
      }),
    ).toBe('REQUEST.INVALID')
  })

  it('with a number that the file does not tell stay without one', async () => {
    const batch = await sendImport(organizer, bankId, file('Một giờ có bao nhiêu phút? {#khoảng sáu mươi}'))
    const [row] = await rowsOf(organizer, batch.id)
    expect(row).toMatchObject({ isFaulty: true, draft: { body: { type: 'number', value: null } } })
    const again = await organizer.get('correctImportRow', {
      params: { batchId: batch.id, ordinal: 1 as never },
      body: { draft: { ...(row?.draft as ItemDraft), tags: ['thời gian'] } },
    })
    expect(again.isFaulty).toBe(true)
    expect(again.problems.map(({ code }) => code)).toContain('number_missing')
  })

  it('are told as a sheet, in the language that is asked for', async () => {
    const batch = await sendImport(organizer, bankId, file('\\=HYPERLINK("http://x") {~a ~b}'))
    const download = async (locale: string) => {
      const response = await organizer.send('GET', `/api/admin/imports/${batch.id}/faults.csv?locale=${locale}`)
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+\.csv"$/)
      return Buffer.from(await response.arrayBuffer()).toString('utf8')
    }
    const [vi, en] = [await download('vi'), await download('en')]
    expect(vi.charCodeAt(0)).toBe(0xfeff)
    expect(vi).toContain('Dòng 1,Lỗi,Chưa có đáp án.')
    expect(vi).toContain(`'=HYPERLINK`)
    expect(en).toContain('Dòng 1,Error,There is no key.')
  })
})

describe('IX-5: what says nearly the same', () => {
  it('is told of the bank and of the file, and not chosen unless the person wants it', async () => {
    const own = await newBank(organizer)
    const stem = 'Chuyển đổi số quốc gia lấy người dân làm trung tâm trong mọi hoạt động'
    await runImport(organizer, (await sendImport(organizer, own, file(`${stem}, theo văn bản nào? {=a ~b}`))).id)
    const batch = await sendImport(
      organizer,
      own,
      file(`${gift(0, 1)}\n\n${stem}, theo văn bản nào đây? {=c ~d}\n\n${stem}, vậy theo văn bản nào? {=e ~f}`),
    )
    expect(batch).toMatchObject({ goodCount: 3, duplicateCount: 2, chosenCount: 1 })
    const { rows } = await organizer.get('importRows', { params: { batchId: batch.id }, query: { show: 'duplicate' } })
    expect(rows.map(({ ordinal }) => ordinal)).toEqual([2, 3])
    expect(rows[0]?.duplicates).toMatchObject([{ ordinal: null, itemId: expect.any(String) }])
    expect(rows[0]?.duplicates[0]?.label).toContain(stem)
    expect(rows[0]?.duplicates[0]?.percent).toBeGreaterThan(60)
    expect(rows[1]?.duplicates.map(({ ordinal }) => ordinal).sort()).toEqual([2, null])
    const choose = (kind: 'good' | 'good_and_new' | 'none') =>
      organizer.get('chooseImportRows', { params: { batchId: batch.id }, body: { choose: kind } })
    expect(await choose('good')).toMatchObject({ chosenCount: 3 })
    expect(await choose('none')).toMatchObject({ chosenCount: 0 })
    expect(await choose('good_and_new')).toMatchObject({ chosenCount: 1 })
    // The second is rewritten: neither is it a duplicate any more, nor the third one of it.
    const row = rows[0] as (typeof rows)[number]
    const fresh = await organizer.get('correctImportRow', {
      params: { batchId: batch.id, ordinal: 2 as never },
      body: { draft: { ...row.draft, body: { ...row.draft.body, stem: 'Ai ký Quyết định này?' } } as never },
    })
    expect(fresh).toMatchObject({ duplicates: [], isChosen: true })
    const after = await rowsOf(organizer, batch.id)
    expect(after[2]?.duplicates.map(({ ordinal }) => ordinal)).toEqual([null])
    // And the third is made like the first.
    const same = await organizer.get('correctImportRow', {
      params: { batchId: batch.id, ordinal: 3 as never },
      body: { draft: { ...(after[0]?.draft as ItemDraft) } },
    })
    expect(same.duplicates).toMatchObject([{ ordinal: 1, percent: 100 }])
  })
})

describe('IX-4: importing', () => {
  it('makes drafts of the importer out of the chosen rows, with topic and level where the file says none', async () => {
    const own = await newBank(organizer)
    const batch = await sendImport(organizer, own, file(`// [id:VS-7] [tag:level:apply]\n${gift(0, 3)}\n\nHỏng {`))
    const params = { batchId: batch.id }
    await organizer.get('correctImportRow', { params: { ...params, ordinal: 3 as never }, body: { isChosen: false } })
    expect(await organizer.refusal('runImport', { params, body: { topic: null, level: 'recall' } })).toBe(
      'IMPORT.CLASS_NEEDED',
    )
    const done = await runImport(organizer, batch.id)
    expect(done).toMatchObject({ state: 'imported', importedCount: 2, chosenCount: 2, keptCount: 0 })
    const { rows } = await itemsOf(organizer, batch.id)
    expect(rows.map(({ code, state, topic, level, authorName }) => [code, state, topic, level, authorName])).toEqual([
      [expect.stringMatching(/^CN-\d+$/), 'draft', 'concepts', 'recall', 'Lê Thị Ban'],
      ['VS-7', 'draft', 'concepts', 'apply', 'Lê Thị Ban'],
    ])
    const { rows: entries } = await organizer.get('auditEntries', { query: { q: `import:${batch.id}` } })
    expect(entries).toMatchObject([{ act: 'item.imported', detail: { count: 2, fileName: 'de-thi.gift' } }])
    expect((await rowsOf(organizer, batch.id)).map(({ itemId }) => itemId !== null)).toEqual([true, true, false, false])
  })

  it('IX-7: gives a new code where one is taken, and says so before', async () => {
    const own = await newBank(organizer)
    const content = `// [id:VS-8]\n${gift(0, 1)}\n\n// [id:VS-8]\n${gift(1, 2)}`
    const first = await sendImport(organizer, own, file(content))
    const codes = async (batchId: string) =>
      (await rowsOf(organizer, batchId)).map(({ problems }) => problems.some(({ code }) => code === 'code_taken'))
    expect(await codes(first.id)).toEqual([false, true])
    await runImport(organizer, first.id)
    const second = await sendImport(organizer, await newBank(organizer), file(content))
    expect(await codes(second.id)).toEqual([true, true])
    await runImport(organizer, second.id)
    const { rows } = await itemsOf(organizer, second.id)
    expect(rows.map(({ code }) => code)).toEqual([expect.stringMatching(/^CN-/), expect.stringMatching(/^CN-/)])
  })

  it('happens once, however often and through however many processes it is asked for', async () => {
    const batch = await sendImport(organizer, await newBank(organizer), file(gift()))
    const other = await startApi({ DATABASE_URL: stage.database.url })
    try {
      const clients = [organizer, organizer.twin(other.url), organizer, organizer.twin(other.url)]
      const replies = await Promise.all(
        clients.map((client) =>
          client.call('runImport', { params: { batchId: batch.id }, body: { topic: 'concepts', level: 'recall' } }),
        ),
      )
      expect(replies.map(({ status, code }) => code ?? status).sort()).toEqual([
        200,
        'IMPORT.WRONG_STATE',
        'IMPORT.WRONG_STATE',
        'IMPORT.WRONG_STATE',
      ])
      expect(await settled(organizer, batch.id)).toMatchObject({ state: 'imported', importedCount: 4 })
      expect((await itemsOf(organizer, batch.id)).total).toBe(4)
    } finally {
      await other.stop()
    }
  })

  it('of two files at once goes one after the other, and both come through', async () => {
    const banks = await Promise.all([newBank(organizer), newBank(organizer)])
    const batches = await Promise.all(banks.map((bank) => sendImport(organizer, bank, file(gift()))))
    const done = await Promise.all(batches.map(({ id }) => runImport(organizer, id, true)))
    expect(done.map(({ state, importedCount }) => [state, importedCount])).toEqual([
      ['imported', 4],
      ['imported', 4],
    ])
    const lists = await Promise.all(batches.map(({ id }) => itemsOf(organizer, id)))
    const codes = lists.flatMap(({ rows }) => rows.map(({ code }) => code))
    expect(new Set(codes).size).toBe(8)
    expect(new Set(lists.flatMap(({ rows }) => rows.map(({ state }) => state)))).toEqual(new Set(['in_review']))
  })

  it('is refused when nothing is chosen, and twice', async () => {
    const batch = await sendImport(organizer, await newBank(organizer), file('Hỏng {~a ~b}'))
    const call = { params: { batchId: batch.id }, body: { topic: 'concepts', level: 'recall' } } as const
    expect(await organizer.refusal('runImport', call)).toBe('IMPORT.NOTHING_CHOSEN')
    expect(await organizer.refusal('undoImport', { params: call.params })).toBe('IMPORT.WRONG_STATE')
  })
})

describe('IX-10: taking an import back', () => {
  it('removes what nobody has touched, keeps and counts the rest, and may be imported again', async () => {
    const own = await newBank(organizer)
    const before = await organizer.get('bankReport', { params: { bankId: own } })
    const batch = await sendImport(organizer, own, file(gift()))
    await runImport(organizer, batch.id)
    const { rows } = await itemsOf(organizer, batch.id)
    const [commented, changed] = rows.map(({ id }) => ({ params: { itemId: id } }))
    await organizer.get('commentItem', { ...commented, body: { text: 'Xem lại nguồn.' } } as never)
    const item = await organizer.get('item', changed as never)
    await organizer.get('updateItem', { ...changed, body: { ...item, explanation: 'Thêm lời giải.' } } as never)
    const undone = await organizer.get('undoImport', { params: { batchId: batch.id } })
    expect(undone).toMatchObject({ state: 'undone', keptCount: 2, importedCount: 2 })
    expect((await itemsOf(organizer, batch.id)).rows.map(({ id }) => id)).toEqual(rows.slice(0, 2).map(({ id }) => id))
    expect(await organizer.refusal('undoImport', { params: { batchId: batch.id } })).toBe('IMPORT.WRONG_STATE')
    // Again: only what is not there any more.
    expect(await runImport(organizer, batch.id)).toMatchObject({ state: 'imported', importedCount: 4, keptCount: 0 })
    expect((await itemsOf(organizer, batch.id)).total).toBe(4)
    // Of a batch that nobody has touched nothing stays.
    const other = await sendImport(organizer, await newBank(organizer), file(gift()))
    await runImport(organizer, other.id)
    expect(await organizer.get('undoImport', { params: { batchId: other.id } })).toMatchObject({
      keptCount: 0,
      importedCount: 0,
    })
    expect(await organizer.get('bankReport', { params: { bankId: other.bankId } })).toEqual(before)
  })

  it('asked for twice at once happens once', async () => {
    const batch = await sendImport(organizer, await newBank(organizer), file(gift()))
    await runImport(organizer, batch.id)
    const replies = await Promise.all(
      [1, 2, 3].map(() => organizer.call('undoImport', { params: { batchId: batch.id } })),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })
})

describe('IX-6: documents that a file names', () => {
  it('become citations of the register; others stay as notes and are told', async () => {
    const document = await organizer.get('createDocument', {
      body: {
        number: '749/QĐ-TTg',
        kind: 'decision',
        title: 'Chương trình chuyển đổi số quốc gia',
        issuer: 'Thủ tướng Chính phủ',
        issuedOn: '2020-06-03',
        inForceFrom: '2020-06-03',
        inForceTo: null,
        replacedById: null,
        url: 'https://vanban.chinhphu.vn/749',
      },
    })
    const batch = await sendImport(organizer, await newBank(organizer), file(gift(0, 1)))
    const [row] = await rowsOf(organizer, batch.id)
    const sources = [
      { document: 'Quyết định số 749/QĐ-TTg', locator: 'Điều 1', url: '', role: 'basis' as const },
      { document: 'Báo Quảng Nam', locator: '', url: 'https://baoquangnam.vn/1', role: 'reference' as const },
    ]
    const corrected = await organizer.get('correctImportRow', {
      params: { batchId: batch.id, ordinal: 1 as never },
      body: { draft: { ...(row?.draft as ItemDraft), sources } },
    })
    expect(corrected.problems).toContainEqual({ code: 'document_unknown', detail: 'Báo Quảng Nam' })
    await runImport(organizer, batch.id)
    const { rows } = await itemsOf(organizer, batch.id)
    const item = await organizer.get('item', { params: { itemId: rows[0]?.id as string } })
    expect(item.citations).toMatchObject([
      { documentId: document.id, locator: 'Điều 1', role: 'basis', title: expect.stringContaining('749/QĐ-TTg') },
      { documentId: null, title: 'Báo Quảng Nam', url: 'https://baoquangnam.vn/1', role: 'reference' },
    ])
    // Sent back as it is shown, the name of the document is no change.
    await organizer.get('updateItem', { params: { itemId: item.id }, body: { ...item, tags: ['nguồn'] } as never })
    const { entries } = await organizer.get('itemTrace', { params: { itemId: item.id } })
    expect(entries.find(({ act }) => act === 'item.updated')?.detail).toMatchObject({ isContentChanged: false })
  })
})

describe('IX-8: who may see an import', () => {
  it('is who brought it, and organizers for banks of the province', async () => {
    const colleague = await stage.client('organizer')
    const otherTeacher = await stage.client('teacher')
    const ofProvince = await sendImport(organizer, bankId, file(gift(0, 1)))
    const ofTeacher = await sendImport(teacher, ownBankId, file(gift(0, 1)))
    const sees = async (client: Client, batchId: string) =>
      (await client.call('import', { params: { batchId } })).code ?? 'seen'
    expect(await sees(colleague, ofProvince.id)).toBe('seen')
    expect(await sees(teacher, ofProvince.id)).toBe('IMPORT.NOT_FOUND')
    expect(await sees(teacher, ofTeacher.id)).toBe('seen')
    expect(await sees(organizer, ofTeacher.id)).toBe('IMPORT.NOT_FOUND')
    expect(await sees(otherTeacher, ofTeacher.id)).toBe('IMPORT.NOT_FOUND')
    expect(await sees(await stage.client('contestant'), ofTeacher.id)).toBe('AUTH.NOT_ALLOWED')
    expect(await sees(stage.guest(), ofTeacher.id)).toBe('AUTH.SIGN_IN_NEEDED')
    const list = async (client: Client) =>
      (await client.get('imports', { query: { size: 200 } })).rows.map(({ id }) => id)
    expect(await list(teacher)).toEqual([ofTeacher.id])
    expect(await list(otherTeacher)).toEqual([])
    expect(await list(colleague)).toContain(ofProvince.id)
    expect(await list(colleague)).not.toContain(ofTeacher.id)
    const params = { batchId: ofTeacher.id }
    for (const call of [
      () => otherTeacher.refusal('importRows', { params }),
      () =>
        otherTeacher.refusal('correctImportRow', {
          params: { ...params, ordinal: 1 as never },
          body: { isChosen: true },
        }),
      () => otherTeacher.refusal('chooseImportRows', { params, body: { choose: 'good' } }),
      () => otherTeacher.refusal('runImport', { params, body: { topic: 'concepts', level: 'recall' } }),
      () => otherTeacher.refusal('undoImport', { params }),
      () => otherTeacher.refusal('deleteImport', { params }),
      () => otherTeacher.refusal('importFaults', { params }),
      () => teacher.refusal('import', { params: { batchId: NOT_THERE } }),
    ])
      expect(await call()).toBe('IMPORT.NOT_FOUND')
  })

  it('and nobody brings anything into a bank out of reach', async () => {
    for (const [client, bank] of [
      [teacher, bankId],
      [organizer, NOT_THERE],
      [organizer, 'no id'],
    ] as [Client, string][]) {
      const response = await sendFile(client, 'uploadImport', file(gift()), { bankId: bank })
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([404, 'BANK.NOT_FOUND'])
    }
  })
})

describe('an import that is no longer wanted', () => {
  it('is given up while its file is still being read, and leaves room for the next one', async () => {
    const long = Array.from({ length: 8_000 }, (_, n) => `Câu ${n} hỏi ${n * 7} điều ${n * 13}? {=a${n} ~b${n}}`).join(
      '\n\n',
    )
    const own = await newBank(organizer)
    for (let turn = 0; turn < 3; turn++) {
      const response = await sendFile(organizer, 'uploadImport', file(long), { bankId: own })
      const { id, state } = (await response.json()) as { id: string; state: string }
      expect(state).toBe('reading')
      await organizer.get('deleteImport', { params: { batchId: id } })
      expect(await organizer.refusal('import', { params: { batchId: id } })).toBe('IMPORT.NOT_FOUND')
    }
    expect(await sendImport(organizer, own, file(gift()))).toMatchObject({ state: 'ready', rowCount: 4 })
    const { rows } = await stage.database.pool.query(
      `SELECT count(*) AS n FROM import_row r WHERE NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = r.batch_id)`,
    )
    expect(Number(rows[0].n)).toBe(0)
  })

  it('is forgotten; its items stay', async () => {
    const batch = await sendImport(organizer, await newBank(organizer), file(gift()))
    await runImport(organizer, batch.id)
    await organizer.get('deleteImport', { params: { batchId: batch.id } })
    expect(await organizer.refusal('import', { params: { batchId: batch.id } })).toBe('IMPORT.NOT_FOUND')
    expect((await itemsOf(organizer, batch.id)).total).toBe(4)
  })
})
