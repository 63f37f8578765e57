/** Why a round is not published because of its papers. */
export const drawProblems = {
  /** In points. */
  'ROUND.PAPERS_UNEQUAL': {
    status: 409,
    vi: 'Các đề không thể có độ khó dự kiến chênh nhau trong {tolerance} điểm với ngân hàng và ma trận này; mức nhỏ nhất đạt được là khoảng {least} điểm. Hãy nới mức chênh, thêm câu hỏi hoặc sửa ma trận. Chưa có gì thay đổi.',
    en: 'With these banks and this blueprint, papers cannot be kept within {tolerance} points of expected difficulty; the least that can be met is about {least} points. Widen the tolerance, add items or change the blueprint. Nothing was changed.',
  },
  'ROUND.DAYS_TOO_SMALL': {
    status: 409,
    vi: 'Chia câu hỏi thành {days} phần theo ngày thì có ngày không đủ câu cho ma trận đề. Hãy giảm số phần, thêm câu được duyệt hoặc giảm số câu. Chưa có gì thay đổi.',
    en: 'Dealt out to {days} days, the pool cannot feed the blueprint on some day. Use fewer days, approve more items or lower the counts. Nothing was changed.',
  },
  'ROUND.CAP_TOO_LOW': {
    status: 409,
    vi: 'Không giữ được mức mỗi câu xuất hiện trong nhiều nhất {percent} % số đề với ngân hàng này. Hãy nâng mức trần, thêm câu được duyệt hoặc giảm số câu. Chưa có gì thay đổi.',
    en: 'With these banks, items cannot be kept on at most {percent} % of the papers. Raise the cap, approve more items or lower the counts. Nothing was changed.',
  },
} as const
