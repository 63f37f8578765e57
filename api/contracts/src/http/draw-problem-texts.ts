/** Why a round is not published because of its papers. */
export const drawProblems = {
  /** In points. */
  'ROUND.PAPERS_UNEQUAL': {
    status: 409,
    vi: 'Các đề không thể có độ khó dự kiến chênh nhau trong {tolerance} điểm với ngân hàng và ma trận này; mức nhỏ nhất đạt được là khoảng {least} điểm. Hãy nới mức chênh, thêm câu hỏi hoặc sửa ma trận. Chưa có gì thay đổi.',
    en: 'With these banks and this blueprint, papers cannot be kept within {tolerance} points of expected difficulty; the least that can be met is about {least} points. Widen the tolerance, add items or change the blueprint. Nothing was changed.',
  },
} as const
