/// <reference types="jest" />
import type { ItemDraft } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { someDraft } from './item-draft.arbitrary'
import { draftOfRow, type KnownDocument, rowOfDraft } from './row-draft'

const REGISTER: KnownDocument[] = [
  { id: 'a', number: '749/QĐ-TTg', title: 'Chương trình chuyển đổi số quốc gia' },
  { id: 'b', number: '', title: 'Cẩm nang' },
]
const around = (draft: ItemDraft) => rowOfDraft(draftOfRow(draft, REGISTER), draft.code, REGISTER)
const someRow = someDraft.map((draft) => rowOfDraft(draft, 'CN-7', REGISTER))

describe('IX-3 a row of a file in the editor', () => {
  it('comes out as it went in when nothing is changed', () => {
    fc.assert(
      fc.property(someRow, (row) => {
        expect(JSON.parse(JSON.stringify(around(row)))).toEqual(JSON.parse(JSON.stringify(row)))
      }),
    )
  })

  it('keeps a number that nobody has told, and a topic and level that are open', () => {
    const row: ItemDraft = {
      ...rowOfDraft(fc.sample(someDraft, 1)[0]!, '', REGISTER),
      body: { type: 'number', stem: 'Năm?', value: null as unknown as number, tolerance: 0, unit: 'năm' },
      translations: {},
      topic: null,
      level: null,
    }
    expect(around(row)).toMatchObject({ topic: null, level: null, body: { type: 'number', value: null } })
  })

  it('shows a document of the register as such, however the file names it, and sends its name', () => {
    const row: ItemDraft = {
      ...rowOfDraft(fc.sample(someDraft, 1)[0]!, '', REGISTER),
      sources: [
        { document: '749/qđ-ttg', locator: 'Điều 1', url: '', role: 'basis' },
        { document: 'cẩm nang', locator: '', url: '', role: 'reference' },
        { document: 'Báo Quảng Nam', locator: '', url: 'https://b.vn', role: 'reference' },
      ],
    }
    const draft = draftOfRow(row, REGISTER)
    expect(draft.citations.map(({ documentId, title }) => [documentId, title])).toEqual([
      ['a', ''],
      ['b', ''],
      [null, 'Báo Quảng Nam'],
    ])
    expect(rowOfDraft(draft, '', REGISTER).sources).toEqual([
      { document: '749/QĐ-TTg – Chương trình chuyển đổi số quốc gia', locator: 'Điều 1', url: '', role: 'basis' },
      { document: 'Cẩm nang', locator: '', url: '', role: 'reference' },
      { document: 'Báo Quảng Nam', locator: '', url: 'https://b.vn', role: 'reference' },
    ])
  })
})
