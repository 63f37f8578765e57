import { movableCount } from './option-references.js'

describe('PP-4: which options may change places', () => {
  it.each([
    [['Một', 'Hai', 'Ba', 'Bốn'], 4],
    [['Một', 'Hai', 'Ba', 'Tất cả các phương án trên'], 3],
    [['Một', 'Hai', 'Ba', '<b>Tất cả</b> các đáp án trên đều đúng'], 3],
    [['Một', 'Hai', 'Ba', 'Cả ba phương án trên'], 3],
    [['Một', 'Hai', 'Ba', 'Cả 3 đều đúng'], 3],
    [['Một', 'Hai', 'Ba', 'Không có đáp án nào đúng'], 3],
    [['Một', 'Hai', 'Ba', 'Không phương án nào'], 3],
    [['Một', 'Hai', 'Ba', 'Các ý trên đều sai'], 3],
    [['Một', 'Hai', 'Ba', 'Đáp án khác'], 3],
    [['One', 'Two', 'Three', 'All of the above'], 3],
    [['One', 'Two', 'Three', 'None of these'], 3],
    [['Một', 'Hai', 'Tất cả các ý trên', 'Không ý nào đúng'], 2],
    // "trên" would mean something else elsewhere.
    [['Một', 'Tất cả các phương án trên', 'Ba', 'Bốn'], 0],
    [['Một', 'Hai', 'Ba', 'Cả A và B'], 0],
    [['Một', 'Hai', 'Ba', 'A, B đều đúng'], 0],
    [['Một', 'Hai', 'Cả A và B', 'Chỉ A đúng'], 0],
    [['Một', 'Hai', 'Ba', 'Phương án A hoặc C'], 0],
    [['One', 'Two', 'Three', 'Both A and B'], 0],
    // Ordinary options that only look a little like it.
    [['Tất cả công dân Việt Nam', 'Mọi cơ quan nhà nước', 'Cả nước', 'Không thu phí'], 4],
    [['Cả hai bên ký hợp đồng', 'Bên mua', 'Bên bán', 'Ngân hàng'], 4],
    [['Mã A12', 'Lớp học số', 'Câu lạc bộ', 'Ý tưởng'], 4],
    [['Các cơ quan cấp trên', 'Xã', 'Thôn', 'Tổ'], 4],
  ])('of %j: %i', (options, expected) => {
    expect(movableCount(options)).toBe(expected)
  })
})
