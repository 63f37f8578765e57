/// <reference types="jest" />
import { kindOf, problemOf } from './chosen-file'

describe('IX-1 a chosen file', () => {
  it.each([
    ['de.docx', 1, null],
    ['de.docx', 0, 'empty'],
    ['de.docx', 20 * 1024 * 1024, null],
    ['de.docx', 20 * 1024 * 1024 + 1, 'tooLarge'],
    ['DE.DOC', 5, 'oldOffice'],
    ['bang.xls', 5, 'oldOffice'],
    ['bang.xlsx', 5, null],
  ])('%s of %d bytes: %s', (name, size, problem) => {
    expect(problemOf({ name, size })).toBe(problem)
  })
})

describe('a pasted text', () => {
  it.each([
    ['Thủ đô? {=Hà Nội ~Huế}', 'gift'],
    ['::Câu 1:: Hai cộng hai? {#4}', 'gift'],
    ['Câu 1. Tập {1; 2} có mấy phần tử?\nA. Một\nĐáp án: B', 'docx'],
    ['Thủ đô?\nA. Huế\nB. Hà Nội\nANSWER: B', 'aiken'],
    ['Câu 1. Thủ đô?\nA. Huế\nB. Hà Nội\nĐáp án: B', 'docx'],
    ['', 'docx'],
  ])('%j is read as %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind)
  })
})
