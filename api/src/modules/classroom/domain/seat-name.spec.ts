import { foldedName, seatName } from './seat-name.js'

const nameOf = (typed: string) => {
  const checked = seatName(typed)
  return 'name' in checked ? checked.name : checked.problem
}

describe('CR-50: names for the wall', () => {
  it.each([
    'Nguyễn Văn An',
    'Lê Thị Bưởi',
    'Đỗ Cao Ngữ',
    'Trần Du',
    'Hoàng Các',
    'Lỗ Đèo',
    'Phạm Hữu Chợ',
    'An 12',
    'Học sinh 455',
    'Mai Lon',
    'Assunta',
    'Dickens Hà'.replace('Dickens', 'Đích'),
  ])('lets “%s” pass', (typed) => expect(nameOf(typed)).toBe(typed))

  it.each([
    'fuck',
    'F.U.C.K',
    'f u c k you',
    'sh1t',
    'đm',
    'dit me may',
    'cặc',
    'con c4c',
    'đéo',
    'L0n me',
    'thằng ngu',
    'vcl',
  ])('refuses “%s”', (typed) => expect(nameOf(typed)).toBe('rude'))

  it('says what else is wrong', () => {
    expect(nameOf('   ')).toBe('empty')
    expect(nameOf('12345')).toBe('no-letters')
    expect(nameOf('a'.repeat(31))).toBe('too-long')
  })

  it('keeps one form of a name: composed, single spaces, no invisible signs', () => {
    expect(nameOf('  Nguye\u0302\u0303n \u200b  An ')).toBe('Nguyễn An')
    expect(foldedName('NGUYỄN  an')).toBe(foldedName('Nguyen-An'))
  })
})
