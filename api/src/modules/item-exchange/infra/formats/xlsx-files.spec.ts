import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ITEM_TYPES } from '@thiso/contracts/vocab'
import { readXlsx } from './xlsx.js'

const folder = path.resolve(__dirname, '../../../../../../test/data/items/xlsx')

describe('files as programs write them', () => {
  const kept = async (name: string) => (await readXlsx(readFileSync(path.join(folder, name)))).rows

  it('a sheet of a school, with a title above and a formula in it', async () => {
    const rows = await kept('sheet-of-a-school.xlsx')
    expect(rows.map(({ place, draft, problems }) => [place, draft.body, draft.level, problems])).toEqual([
      [
        'Đề cương!B4',
        {
          type: 'single-choice',
          stem: 'Ngày Chuyển đổi số quốc gia là ngày nào?',
          options: ['10/10', '02/9', '19/5', '26/3'],
          key: 0,
        },
        'recall',
        [],
      ],
      [
        'Đề cương!B5',
        {
          type: 'single-choice',
          stem: 'Việc nào <b>KHÔNG</b> an toàn?',
          options: ['Mật khẩu mạnh', 'Cho mượn mã OTP', 'Xác thực hai lớp', 'Cập nhật phần mềm'],
          key: 1,
        },
        'understand',
        [],
      ],
      [
        'Đề cương!B6',
        { type: 'single-choice', stem: 'Một byte bằng bao nhiêu bit?', options: ['4', '8', '16', '32'], key: 1 },
        'recall',
        [],
      ],
      [
        'Đề cương!B8',
        { type: 'single-choice', stem: 'Câu này có công thức', options: ['', '2', '3', '4'], key: 1 },
        'apply',
        [{ code: 'formula_cell', detail: 'Đề cương!C8' }],
      ],
    ])
  })

  it('our template with its examples, saved again by LibreOffice', async () => {
    const rows = await kept('libreoffice-template.xlsx')
    expect(rows.map(({ draft }) => draft.body.type)).toEqual(ITEM_TYPES)
    expect(rows.flatMap(({ problems }) => problems)).toEqual([])
  })
})
