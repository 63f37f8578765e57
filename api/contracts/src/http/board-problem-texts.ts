/** What can go wrong with the board of a round. */
export const boardErrors = {
  'BOARD.ROUND_NOT_CLOSED': {
    status: 409,
    vi: 'Đợt thi chưa đóng nên chưa bỏ đóng băng bảng xếp hạng được. Bảng vẫn như cũ; hãy làm việc này sau khi đợt thi đóng.',
    en: 'The round has not closed yet, so its board cannot be revealed. The board stays frozen as it is; reveal it once the round has closed.',
  },
  'BOARD.NEVER_FROZEN': {
    status: 409,
    vi: 'Đợt thi này không đóng băng bảng xếp hạng nên không có gì để bỏ. Mọi kết quả đã nằm trên bảng.',
    en: 'This round does not freeze its board, so there is nothing to reveal. Every result is on the board already.',
  },
} as const
