import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ITEM_TYPES, type ItemBody } from '@thiso/contracts/vocab'
import { readDocx } from '../docx-read.js'

const key = (body: ItemBody | undefined) => (body?.type === 'single-choice' ? 'ABCD'.charAt(body.key) : body?.type)
const folder = path.resolve(__dirname, '../../../../../../../test/data/items/docx')

describe('files as programs write them', () => {
  const kept = async (name: string) => (await readDocx(readFileSync(path.join(folder, name)))).rows

  it('a paper of Word with pictures, tables and an essay', async () => {
    const rows = await kept('word-midterm.docx')
    expect(rows.map(({ place, draft }) => [place, key(draft.body)])).toEqual([
      ['Phần I, câu 1', 'B'],
      ['Phần I, câu 2', 'A'],
      ['Phần I, câu 3', 'B'],
      ['Phần I, câu 4', 'A'],
      ['Phần II, câu 1', 'short-text'],
    ])
    expect(rows[3]?.draft.body.stem).toContain('<img src="media:image1.png"')
    expect(rows.slice(0, 4).flatMap(({ problems }) => problems)).toEqual([])
  })

  it('lists of Word that number through a style', async () => {
    expect(
      (await kept('word-list-number.docx')).map(({ place, draft }) => [place, draft.body.stem, key(draft.body)]),
    ).toEqual([
      ['Câu 1', 'Một?', 'B'],
      ['Câu 2', 'Hai?', 'D'],
      ['Câu 3', 'Ba?', 'A'],
    ])
  })

  it('lists of LibreOffice, the key underlined, red and highlighted', async () => {
    const rows = await kept('libreoffice-lists.docx')
    expect(rows.map(({ draft }) => key(draft.body))).toEqual(['B', 'D', 'A'])
    expect(rows.flatMap(({ problems }) => problems)).toEqual([])
  })

  it('the exam of 2025 by LibreOffice', async () => {
    const rows = await kept('libreoffice-exam-2025.docx')
    expect(rows.map(({ place, draft }) => [place, draft.body.type])).toEqual([
      ['Phần I, câu 1', 'single-choice'],
      ['Phần I, câu 2', 'single-choice'],
      ['Phần II, câu 1', 'true-false-group'],
      ['Phần III, câu 1', 'number'],
    ])
    expect(rows[0]?.draft.body.stem).toBe('Trong hệ nhị phân, 2<sup>3</sup> bằng bao nhiêu?')
  })

  it('our own file, saved again by LibreOffice', async () => {
    const rows = await kept('libreoffice-export.docx')
    expect(rows.map(({ draft }) => draft.body.type)).toEqual([...ITEM_TYPES, 'single-choice'])
    expect(rows.flatMap(({ problems }) => problems)).toEqual([])
    expect(rows[7]?.draft.body).toMatchObject({
      pairs: [{ prompt: 'Soạn văn bản', choice: 'Phần mềm soạn thảo' }, {}, {}],
      distractors: ['Phần mềm diệt vi-rút'],
    })
    expect(rows[8]?.draft.translations.en?.texts).toEqual(['a', 'b', 'c', 'd'])
  })
})
