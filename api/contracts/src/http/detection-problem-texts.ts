/** Refusals of the search for signals and of the log of a paper. */
export const detectionErrors = {
  'SIGNALS.NOT_YET': {
    status: 409,
    vi: 'Chưa tìm được dấu hiệu: đợt thi chưa đóng hẳn, đáp án còn phải giữ kín. Không có gì bị ảnh hưởng; hãy quay lại khi đợt thi đã đóng và mọi bài đã nộp.',
    en: 'No signals can be looked for yet: the round has not fully closed and its keys must stay secret. Nothing is affected; come back once the round has closed and every attempt has ended.',
  },
  'SIGNALS.RUNNING': {
    status: 409,
    vi: 'Đang có một lần tìm dấu hiệu của đợt thi này. Hãy chờ lần đó xong rồi tải lại trang.',
    en: 'A search for signals in this round is already going on. Wait until it ends, then reload the page.',
  },
  'SIGNALS.PAST_DAY': {
    status: 409,
    vi: 'Dấu hiệu của đợt thi này đã đến ngày xóa, nên không tìm lại nữa. Kết quả và các vụ việc đã lập không bị ảnh hưởng.',
    en: 'The signals of this round have reached their day of deletion, so there is no new search. Results and cases that were opened are not affected.',
  },
  'SIGNALS.NOT_FOUND': {
    status: 404,
    vi: 'Không tìm thấy dấu hiệu này. Có thể nó đã đến ngày xóa, hoặc một lần tìm mới đã thay thế nó.',
    en: 'This signal was not found. It may have reached its day of deletion, or a newer search has replaced it.',
  },
} as const
