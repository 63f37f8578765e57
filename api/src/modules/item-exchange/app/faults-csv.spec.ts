import { faultsCsv } from './faults-csv.js'

describe('the faults of an import as a sheet', () => {
  it('has a line for every problem, with the place, a sentence and the stem without markup', () => {
    const row = {
      place: 'Câu 7',
      stem: 'Khái niệm <b>dữ liệu mở</b> là gì, theo luật?',
      problems: [
        { code: 'key_missing' as const, detail: '' },
        { code: 'topic_assumed' as const, detail: '' },
      ],
      duplicates: [{ itemId: 'a', ordinal: null, label: 'CN-001: Dữ liệu mở', percent: 80 }],
    }
    expect(faultsCsv.lines(row, 'vi').split('\r\n')).toEqual([
      'Câu 7,Lỗi,Chưa có đáp án.,"Khái niệm dữ liệu mở là gì, theo luật?"',
      'Câu 7,Lưu ý,Tệp không ghi chủ đề.,"Khái niệm dữ liệu mở là gì, theo luật?"',
      'Câu 7,Lưu ý,Gần giống “CN-001: Dữ liệu mở”.,"Khái niệm dữ liệu mở là gì, theo luật?"',
      '',
    ])
    expect(faultsCsv.lines(row, 'en')).toContain('Câu 7,Error,There is no key.')
  })

  it('begins with the mark by which Excel knows UTF-8', () => {
    expect(faultsCsv.header('vi')).toBe('\uFEFFVị trí,Loại,Vấn đề,Câu dẫn\r\n')
  })

  it('lets no stem become a formula', () => {
    const problems = [{ code: 'formula_cell' as const, detail: '=HYPERLINK("http://x")' }]
    const line = faultsCsv.lines({ place: '+Câu', stem: '=1+1', problems, duplicates: [] }, 'en')
    expect(line).toMatch(/^'\+Câu,Error,/)
    expect(line).toMatch(/,'=1\+1\r\n$/)
  })
})
