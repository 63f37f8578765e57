import { readEntrants } from './entrant-lines.js'

const loginOf = (cell: string) => (/^0\d{9}$/.test(cell) || /^[a-z][a-z0-9.]{3,}$/.test(cell) ? cell : null)

describe('EL-9 a list of people', () => {
  it('is read from sheets and letters: the first cell of a line that is a log-in', () => {
    const text =
      '\uFEFFSTT;Số điện thoại;Họ tên\r\n1;0905123456;Trần Thị Bích\r\n\r\n2;"an.nguyen";An\n0905123456\nkhông rõ'
    expect(readEntrants(text, loginOf)).toEqual({
      entries: [
        { line: 1, cell: 'STT', login: null },
        { line: 2, cell: '0905123456', login: '0905123456' },
        { line: 4, cell: 'an.nguyen', login: 'an.nguyen' },
        { line: 6, cell: 'không rõ', login: null },
      ],
      refused: [{ line: 5, login: '0905123456', reason: 'twice' }],
    })
  })
})
