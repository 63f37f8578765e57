import type { QuotaPeriod } from '../vocab/index.js'

/** Why an attempt is not started, not continued or not taken in: what happened, what is safe, what to do. */
export const attemptProblems = {
  /** With `period` and `nextAt` (ISO) for machines, and the words of `quotaWords` for people. */
  'ATTEMPT.LIMIT_REACHED': {
    status: 409,
    vi: 'Bạn đã dùng hết {limit} lượt thi {periodVi}. {nextVi}',
    en: 'You have used all {limit} attempts of {periodEn}. {nextEn}',
  },
  'ATTEMPT.WAIT': {
    status: 409,
    vi: 'Giữa hai lượt thi phải nghỉ một khoảng. {nextVi}',
    en: 'There is a wait between two attempts. {nextEn}',
  },
  'ATTEMPT.PLACE_NOT_OPEN': {
    status: 409,
    vi: 'Câu này chưa mở hoặc đã đóng: bài thi chỉ đi tới. Các câu trả lời đã lưu vẫn được tính.',
    en: 'This place is not open yet or is over: the paper only goes forward. The answers that were saved count.',
  },
  'ATTEMPT.ANSWER_FIRST': {
    status: 409,
    vi: 'Thể lệ yêu cầu trả lời câu này trước khi sang câu sau.',
    en: 'The rules ask for an answer here before the next place opens.',
  },
  'ATTEMPT.INCOMPLETE': {
    status: 409,
    vi: 'Chưa nộp được vì thể lệ yêu cầu trả lời hết. Còn trống: câu {places}. Các câu đã lưu vẫn an toàn.',
    en: 'Not submitted yet: the rules ask for all answers. Still blank: {places}. What was saved is safe.',
  },
  'ATTEMPT.PREDICTION_MISSING': {
    status: 409,
    vi: 'Chưa nộp được vì thể lệ yêu cầu trả lời câu dự đoán. Các câu đã lưu vẫn an toàn.',
    en: 'Not submitted yet: the rules ask for a prediction. What was saved is safe.',
  },
  'ROUND.PAUSED': {
    status: 409,
    vi: 'Ban tổ chức đang tạm dừng đợt thi. Chưa bắt đầu được lượt mới; bài đang làm vẫn giữ nguyên và đồng hồ đứng yên.',
    en: 'The organizers have paused the round. No new attempt can be started; running ones are kept and their clocks stand still.',
  },
} as const

const periods: Record<QuotaPeriod, { vi: string; en: string }> = {
  round: { vi: 'của đợt này', en: 'this round' },
  day: { vi: 'của hôm nay', en: 'today' },
  week: { vi: 'của tuần này', en: 'this week' },
  contest: { vi: 'của cả cuộc thi', en: 'the whole contest' },
  unlimited: { vi: 'của đợt này', en: 'this round' },
}

/** The params that put a used-up period and the moment of the next attempt into words; `nextText` as written in Viet Nam, or null. */
export function quotaWords(period: QuotaPeriod, nextText: string | null) {
  return {
    periodVi: periods[period].vi,
    periodEn: periods[period].en,
    nextVi: nextText ? `Lượt tiếp theo bắt đầu được từ ${nextText}.` : 'Các lượt đã thi vẫn được giữ.',
    nextEn: nextText ? `The next one can be started from ${nextText}.` : 'The attempts that you took are kept.',
  }
}

/** When the wait is over. @param nextText null: not before the round ends */
export function waitWords(nextText: string | null) {
  return {
    nextVi: nextText
      ? `Lượt tiếp theo bắt đầu được từ ${nextText}.`
      : 'Hết thời gian nghỉ thì đợt thi đã kết thúc; các lượt đã thi vẫn được giữ.',
    nextEn: nextText
      ? `The next one can be started from ${nextText}.`
      : 'When it is over, so is the round; the attempts that you took are kept.',
  }
}
