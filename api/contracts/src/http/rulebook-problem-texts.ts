/** Refusals about the thể lệ. */
export const rulebookErrors = {
  'RULEBOOK.NOT_PUBLISHED': {
    status: 404,
    vi: 'Thể lệ của cuộc thi chưa được công bố. Hãy quay lại sau.',
    en: 'The rules of this contest have not been published yet. Come back later.',
  },
  'RULEBOOK.NO_ROUND': {
    status: 409,
    vi: 'Chưa công bố được thể lệ: cuộc thi chưa có đợt thi nào. Hãy tạo đợt thi trước; những gì đã soạn vẫn còn.',
    en: 'The rules cannot be published: the contest has no round yet. Create a round first; what was written is kept.',
  },
  'RULEBOOK.CHANGED_MEANWHILE': {
    status: 409,
    vi: 'Thể lệ đã được người khác sửa trong lúc bạn soạn. Bản của bạn chưa lưu; hãy mở lại trang để xem bản mới rồi sửa tiếp.',
    en: 'Somebody else changed these rules while you were writing. Yours are not saved; reload the page to see the newer ones and go on.',
  },
  'RULEBOOK.UNCHANGED': {
    status: 409,
    vi: 'Nội dung không khác bản đã công bố nên không tạo thêm phiên bản.',
    en: 'Nothing differs from the published version, so no further version was made.',
  },
} as const
