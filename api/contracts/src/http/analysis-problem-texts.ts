/** Refusals of the item analysis. */
export const analysisErrors = {
  'ANALYSIS.NOT_YET': {
    status: 409,
    vi: 'Chưa phân tích được: đợt thi chưa đóng hẳn, đáp án còn phải giữ kín. Không có gì bị ảnh hưởng; hãy quay lại khi đợt thi đã đóng và mọi bài đã nộp.',
    en: 'No analysis yet: the round has not fully closed and its keys must stay secret. Nothing is affected; come back once the round has closed and every attempt has ended.',
  },
} as const
