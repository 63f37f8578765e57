/** What can go wrong with the board of a round. */
export const boardErrors = {
  'BOARD.ROUND_NOT_CLOSED': {
    status: 409,
    vi: 'Đợt thi chưa đóng nên chưa bỏ đóng băng bảng xếp hạng được. Bảng xếp hạng vẫn như cũ; hãy làm việc này sau khi đợt thi đóng.',
    en: 'The round has not closed yet, so its standings cannot be revealed. They stay frozen as they are; reveal them once the round has closed.',
  },
  'BOARD.NEVER_FROZEN': {
    status: 409,
    vi: 'Đợt thi này không đóng băng bảng xếp hạng nên không có gì để bỏ. Mọi kết quả đã nằm trên bảng xếp hạng.',
    en: 'This round does not freeze its standings, so there is nothing to reveal. Every result is in them already.',
  },
} as const
