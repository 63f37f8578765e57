import { searchQuery, searchText } from './search-words.js'

describe('IB-13: searching items', () => {
  it('folds text to plain words', () => {
    expect(searchText('CN-001', 'Chuyển đổi số (CĐS) là gì?')).toBe('cn 001 chuyen doi so cds la gi')
  })

  it.each([
    ['', null],
    ['  ?! ', null],
    ['Quyết định', '((qd) | (quyet & dinh) | (quyet & dinh:*))'],
    ['thanh toán', 'thanh & toan:*'],
    ['toán thanh', 'toan & thanh:*'],
    ['CĐS', '((cds) | (chuyen & doi & so) | (cds:*))'],
    ['chuyển đổi số xã', '((cds) | (chuyen & doi & so)) & xa:*'],
    ["a'b & c | !d:*", 'a & b & c & d:*'],
  ])('%p becomes %p', (typed, query) => {
    expect(searchQuery(typed)).toBe(query)
  })

  it('never makes a query that PostgreSQL would read as something else', () => {
    for (const typed of ["') OR 1=1 --", '<->', '\\', "'''", 'a:b', '(((', '&&&', '！']) {
      const query = searchQuery(typed)
      expect(query ?? '').toMatch(/^[\p{L}\p{N}\s&|()<>:*-]*$/u)
    }
  })
})
