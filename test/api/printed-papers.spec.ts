import type { Client } from '../support/client'
import { useStage } from '../support/stage'
import { approve, makeContest } from '../support/story'

const stage = useStage()
let organizer: Client

beforeAll(async () => {
  organizer = await stage.client('organizer', 'Phan Thị In Đề')
})

const form = (bankId: string) => ({
  title: 'Kiểm tra 15 phút: Chuyển đổi số',
  organizer: 'Trường THPT Trần Cao Vân',
  subject: 'Tin học 11',
  durationMinutes: 15,
  bankIds: [bankId],
  codeCount: 2,
})

it('PP-1, PP-6: two codes of one paper with everything to print, the same files again, and traces of the keys', async () => {
  const story = await makeContest(organizer, { itemCount: 8, opensInS: 3_600 })
  const blueprint = [
    { topic: 'concepts' as const, level: 'recall' as const, count: 3 },
    { topic: 'cyber-safety' as const, level: 'understand' as const, count: 3 },
  ]
  const paper = await organizer.get('createPrintedPaper', { body: { ...form(story.bankId), blueprint } })
  expect(paper).toMatchObject({ itemCount: 6, maxPoints: 6, authorName: 'Phan Thị In Đề' })
  expect(new Set(paper.codes).size).toBe(2)
  const names = paper.files.map(({ name }) => name)
  for (const code of paper.codes) expect(names).toEqual(expect.arrayContaining([`de-${code}.pdf`, `de-${code}.docx`]))
  for (const fileName of names) {
    const reply = await organizer.call('printedPaperFile', { params: { paperId: paper.id, fileName } })
    expect(reply.status).toBe(200)
    expect(reply.headers.get('content-disposition')).toContain('attachment')
    expect(reply.text.slice(0, 4)).toBe(fileName.endsWith('.pdf') ? '%PDF' : 'PK\u0003\u0004')
  }
  expect(
    (await organizer.call('printedPaperFile', { params: { paperId: paper.id, fileName: 'khac.pdf' } })).status,
  ).toBe(404)
  const { rows } = await organizer.get('auditEntries', { query: { q: 'phan thi in de' } })
  expect(rows.map(({ act }) => act)).toEqual(expect.arrayContaining(['paper.printed', 'item.keys_read']))
  const itemId = story.items[0]?.itemId as string
  const { isFrozen } = await organizer.get('item', { params: { itemId } })
  expect(isFrozen).toBe(true)
})

it('PP-1: a blueprint that the banks cannot feed is refused with how much is missing', async () => {
  const story = await makeContest(organizer, { itemCount: 2 })
  const blueprint = [{ topic: 'concepts' as const, level: 'recall' as const, count: 4 }]
  const reply = await organizer.call('createPrintedPaper', { body: { ...form(story.bankId), blueprint } })
  expect(reply.code).toBe('PAPER.BANK_TOO_SMALL')
  expect(reply.problem?.params).toEqual({ missing: 3 })
})

it('IB-10: a teacher prints from the own bank only, and sees no paper of others', async () => {
  const teacher = await stage.client('teacher', 'Cô Giáo In Đề')
  const stranger = await stage.client('teacher')
  const bank = await teacher.get('createBank', { body: { name: 'Ngân hàng in của cô' } })
  const body = { type: 'true-false' as const, stem: 'VNeID do Bộ Công an quản lý.', isTrue: true }
  const item = await teacher.get('createItem', {
    body: {
      bankId: bank.id,
      topic: 'concepts',
      level: 'recall',
      body,
      explanation: '',
      validFrom: null,
      validTo: null,
    },
  })
  await approve(teacher, item.id)
  const paper = await teacher.get('createPrintedPaper', { body: { ...form(bank.id), itemIds: [item.id] } })
  expect((await teacher.get('printedPapers')).papers.map(({ id }) => id)).toEqual([paper.id])
  expect((await stranger.get('printedPapers')).papers).toEqual([])
  expect(await stranger.refusal('printedPaper', { params: { paperId: paper.id } })).toBe('PAPER.NOT_FOUND')
  expect(await stranger.refusal('createPrintedPaper', { body: { ...form(bank.id), itemIds: [item.id] } })).toBe(
    'BANK.NOT_FOUND',
  )
})
